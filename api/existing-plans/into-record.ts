import { type GoalSaid, goalSaid, needSaid, type ProvisionSaid, provisionSaid } from '#contract/existing-plans.ts';
import type { Actor } from '#domain/access/actor.ts';
import { dayWordsWithYear } from '#domain/calendar/wording.ts';
import type { LineKind } from '#domain/existing-plans/found-line.ts';
import type { KindName, Values } from '#domain/record/kind.ts';
import type { Transaction } from '../database/connection.ts';
import type { Parts } from '../parts.ts';
import { acceptValues } from '../record/accept-values.ts';
import { openToWrite } from '../record/reader.ts';
import { entryOf, hasScores, insertEntry, putBack, removeEntry, updateEntry, withdrawnOf } from '../record/record-records.ts';
import { saveEdition } from '../record/save-edition.ts';
import { rowOf, valuesOf } from '../record/tables.ts';
import { Refusal } from '../refusal.ts';
import type { LineRow, PlanRow } from './existing-plan-records.ts';

const KINDS = { need: 'need', goal: 'goal', provision: 'provision-line' } as const satisfies Record<LineKind, KindName>;

const TITLES = { ehcp: 'EHC plan', iep: 'IEP', senSupport: 'SEN support plan' } as const;

/** "EHC plan of Thu 4 Dec 2025": how the record names where an entry came from. */
const sourceOf = ({ kind, dated, name }: PlanRow): string =>
  kind ? `${TITLES[kind]}${dated ? ` of ${dayWordsWithYear(dated)}` : ''}` : name;

/** "22 words" is a figure with its unit; words without a figure at their head are no baseline that can be drawn. */
function baselineOf({ baseline }: GoalSaid, plan: PlanRow): Values {
  const found = /^(-?\d+(?:\.\d{1,3})?)\s*(.{0,60})$/.exec(baseline?.trim() ?? '');
  if (!found) return { baseline: null, unit: null, baselineOn: null };
  return { baseline: Number(found[1]), unit: found[2]?.trim() || null, baselineOn: plan.dated };
}

const provisionOf = (said: ProvisionSaid, letter: string | null, nation: 'england' | 'us'): Values => ({
  what: said.text,
  who: said.who,
  minutes: said.minutes,
  timesAWeek: said.timesAWeek,
  groupSize: said.groupSize,
  place: said.place,
  from: said.from,
  to: said.until,
  need: said.forNeed,
  goal: said.forGoal,
  ...(nation === 'england' && letter && /^[FGH]/.test(letter) ? { section: letter.charAt(0) } : {}),
});

/** A line's values in the words of the record's own kinds. Links hold only to lines that stand in the record themselves. */
function recordValues(plan: PlanRow, line: LineRow, nation: 'england' | 'us', confirmed: ReadonlySet<string>): Values {
  if (line.kind === 'need') {
    const { text, code, area } = needSaid.parse(line.said);
    return { words: text, code, source: sourceOf(plan), from: plan.dated, ...(nation === 'england' ? { area } : {}) };
  }
  if (line.kind === 'goal') {
    const said = goalSaid.parse(line.said);
    return { words: said.text, measure: said.measure, criterion: said.criterion, targetOn: said.by, ...baselineOf(said, plan) };
  }
  const said = provisionSaid.parse(line.said);
  const held = (id: string | null): string | null => (id !== null && confirmed.has(id) ? id : null);
  return provisionOf({ ...said, forNeed: held(said.forNeed), forGoal: held(said.forGoal) }, line.letter, nation);
}

/** Everything that is needed to write a line of one plan into its pupil's record. */
export type Entering = {
  readonly tx: Transaction;
  readonly parts: Parts;
  readonly actor: Actor;
  readonly plan: PlanRow;
  readonly pupil: string;
  readonly nation: 'england' | 'us';
};

const opened = ({ tx, parts, actor, pupil }: Entering, line: LineRow) =>
  openToWrite(tx, parts, actor, { pupil, kind: KINDS[line.kind] }, ({ kind }) => kind.write);

/**
 * Writes a confirmed line into the record, as the record's own deeds would: held to the kind's fields, with its edition kept. A line that is
 * confirmed again changes its entry, unless somebody else has changed that in the record meanwhile.
 */
export async function enterLine(entering: Entering, line: LineRow, confirmed: ReadonlySet<string>): Promise<void> {
  const { tx, parts, actor, plan, pupil, nation } = entering;
  const { organisation } = actor.scope;
  const { kept, reader } = await opened(entering, line);
  const written = { by: actor.person, at: parts.clock.now() };
  const said = recordValues(plan, line, nation, confirmed);
  const gone = (await withdrawnOf(tx, organisation, pupil, kept)).find(({ id }) => id === line.id);
  if (gone) await putBack(tx, kept, gone, { ...written, reason: null });
  const row = await entryOf(tx, organisation, pupil, kept, line.id);
  if (!row) {
    const values = await acceptValues(tx, kept, said, reader, null);
    await insertEntry(tx, organisation, kept, { id: line.id, pupil, row: rowOf(kept, values), ...written });
    return;
  }
  if (row.changed_by !== null && row.changed_by !== actor.person)
    throw new Refusal('changed-meanwhile', 'Somebody changed this in the pupil’s record since it was confirmed. Change it there.');
  const before = valuesOf(kept, row);
  const values = await acceptValues(tx, kept, { ...before, ...said }, reader, before);
  await saveEdition(tx, parts, kept, { row, version: row.version, values, deed: 'changed', reason: null }, reader);
}

/** Takes the entry of a line out of the record again; what it said stays in its history. */
export async function withdrawLine(entering: Entering, line: LineRow): Promise<void> {
  const { tx, parts, actor, pupil } = entering;
  const { organisation } = actor.scope;
  const { kept } = await opened(entering, line);
  const row = await entryOf(tx, organisation, pupil, kept, line.id);
  if (!row) return;
  if (line.kind === 'goal' && (await hasScores(tx, organisation, line.id)))
    throw new Refusal('not-ready', 'Progress has been recorded for this outcome already. It is changed in the pupil’s record.');
  const { id, version, amended } = row;
  const last = { row: rowOf(kept, valuesOf(kept, row)), by: actor.person, at: parts.clock.now(), amended };
  await updateEntry(tx, organisation, kept, {
    id,
    version,
    ...last,
    deed: 'withdrawn',
    reason: 'Taken back while the plan was brought in',
  });
  await removeEntry(tx, organisation, kept, id);
}
