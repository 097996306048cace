import { mayDo } from '#domain/access/deeds.ts';
import { acceptedValues, valueFaults } from '#domain/record/faults.ts';
import type { Fault, Field, KindName, Value, Values } from '#domain/record/kind.ts';
import { sameValue } from '#domain/record/merge.ts';
import type { Transaction } from '../database/connection.ts';
import { Refusal } from '../refusal.ts';
import { namedThings } from './about-records.ts';
import { isNaming, type Reader } from './entry-reply.ts';
import { nextRank } from './record-records.ts';
import type { Kept } from './tables.ts';

/**
 * What was sent, held to its kind and to the record: every field that is not accepted is named. `before` is the entry as it stands, whose
 * own choices may stay even where they could no longer be made.
 */
export const acceptValues = async (
  tx: Transaction,
  kept: Kept,
  sent: Readonly<Record<string, unknown>>,
  reader: Reader,
  before: Values | null,
): Promise<Values> => {
  const { kind } = kept;
  const { about, today, actor } = reader;
  refuse(kind.title, valueFaults(kind, sent, { today, nation: about.nation, born: about.born }), kind.fields);
  const values = await withRank(tx, kept, acceptedValues(kind, sent), reader, before);
  refuse(kind.title, await choiceFaults(tx, kept, values, reader, before), kind.fields);
  if (
    kind.name === 'contact' &&
    changesRestriction(values, before) &&
    !mayDo('restrict-contact', reader.standing.roles, reader.standing.relations)
  )
    throw new Refusal(
      'not-allowed',
      `Only a coordinator can say that somebody must not be contacted, or lift that. Ask one, ${actor.name}.`,
    );
  return values;
};

const refuse = (title: string, faults: readonly Fault[], fields: readonly Field[]): void => {
  if (faults.length === 0) return;
  const label = ({ field }: Fault) => fields.find(({ key }) => key === field)?.label ?? field;
  const named = faults.slice(0, 3).map((fault) => `“${label(fault)}” ${fault.reason}`);
  throw new Refusal('not-valid', `${title} not saved: ${named.join('; ')}${faults.length > 3 ? '; and more' : ''}.`, faults);
};

/** A list that is ranked gives an entry without a place the last one. */
const withRank = async (tx: Transaction, kept: Kept, values: Values, { actor, pupil }: Reader, before: Values | null): Promise<Values> => {
  if (!kept.columns.has('rank') || values.rank !== null) return values;
  return { ...values, rank: before?.rank ?? (await nextRank(tx, actor.scope.organisation, pupil, kept)) };
};

const changesRestriction = (values: Values, before: Values | null): boolean =>
  ['restriction', 'restrictedOn'].some((key) => !sameValue(values[key] ?? null, before?.[key] ?? null));

/** Ids that were chosen and name nothing that can be chosen. */
const choiceFaults = async (
  tx: Transaction,
  kept: Kept,
  values: Values,
  { actor, pupil, today }: Reader,
  before: Values | null,
): Promise<readonly Fault[]> => {
  const faults: Fault[] = [];
  for (const { key, type } of kept.kind.fields) {
    const chosen = idsOf(values[key]);
    if (!isNaming(type) || chosen.length === 0) continue;
    const found = await namedThings(tx, actor.scope.organisation, pupil, type, chosen, today);
    const own = new Set(idsOf(before?.[key]));
    for (const id of chosen) {
      const named = found.find((one) => one.id.toLowerCase() === id.toLowerCase());
      if (!named) faults.push({ field: key, reason: MISSING[type] });
      else if (named.closed && !own.has(id) && !isCallReceived(kept.kind.name, values))
        faults.push({ field: key, reason: closedWords(named) });
    }
  }
  return faults;
};

const idsOf = (value: Value | undefined): readonly string[] => (typeof value === 'string' ? [value] : Array.isArray(value) ? value : []);

const MISSING = {
  person: 'is nobody who works here or with this school',
  people: 'names somebody who does not work here or with this school',
  contact: 'is not a contact of this pupil',
  goal: 'is not a goal of this pupil',
  need: 'is not a need of this pupil',
  'provision-line': 'is not provision of this pupil',
  document: 'is not a document of this pupil',
  agency: 'is not an agency of this pupil',
  intervention: 'is not an intervention of this pupil',
} as const;

const closedWords = ({ name, closed }: { name: string; closed: 'restricted' | 'left' | null }): string =>
  closed === 'restricted' ? `names ${name.split(',')[0]}, who must not be contacted` : `names ${name}, who has left`;

/** A call that came from somebody who must not be contacted can be logged, for it must be; with nothing promised. */
const isCallReceived = (kind: KindName, values: Values): boolean =>
  kind === 'log-entry' && (values.sort === 'call' || values.sort === 'note') && values.promise === null;
