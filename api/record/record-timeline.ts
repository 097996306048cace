import type { Actor } from '#domain/access/actor.ts';
import { mayDo } from '#domain/access/deeds.ts';
import type { Day } from '#domain/calendar/day.ts';
import type { TimelineEntry } from '#domain/pupils/timeline.ts';
import { textIn } from '#domain/record/kind.ts';
import { ALL_KINDS } from '#domain/record/kinds.ts';
import { entryOnTimeline, isToldByEntry } from '#domain/record/timeline.ts';
import type { Standing } from '../access/access-records.ts';
import { instantText } from '../caseload/instant-text.ts';
import type { Transaction } from '../database/connection.ts';
import { aboutPupil } from './about-records.ts';
import { keptAs, valuesOf } from './tables.ts';
import { entriesOfKinds } from './timeline-records.ts';

/** The entries of the record on a pupil's timeline, of the kinds that this reader may read; two reads, however many kinds there are. */
export const recordTimeline = async (
  tx: Transaction,
  actor: Actor,
  pupil: string,
  standing: Standing,
  today: Day,
): Promise<readonly TimelineEntry[]> => {
  const { organisation } = actor.scope;
  const about = await aboutPupil(tx, organisation, pupil);
  if (!about) return [];
  const kinds = ALL_KINDS.filter(({ name, read }) => isToldByEntry(name) && mayDo(read, standing.roles, standing.relations));
  const rows = await entriesOfKinds(
    tx,
    organisation,
    pupil,
    kinds.map(({ name }) => keptAs(name)),
  );
  const entries = rows.map(({ kind, row, by }) => ({ kind, id: row.id, values: valuesOf(keptAs(kind), row), row, by }));
  const taught = new Map(
    entries.flatMap(({ kind, id, values }) => {
      const name = kind === 'provision-line' ? textIn(values, 'what') : kind === 'intervention' ? textIn(values, 'name') : '';
      return name ? [[id, name] as const] : [];
    }),
  );
  return entries.flatMap(({ kind, id, values, row, by }) => {
    const of = kind === 'session' ? (taught.get(textIn(values, 'line')) ?? taught.get(textIn(values, 'intervention')) ?? null) : null;
    const fact = { id, values, madeAt: instantText(row.made_at)!, by, about: of };
    return entryOnTimeline(keptAs(kind).kind, fact, about.nation, today) ?? [];
  });
};
