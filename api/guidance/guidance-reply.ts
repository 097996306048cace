import type { GuidanceEntry, GuidancePage } from '#contract/guidance.ts';
import type { Actor } from '#domain/access/actor.ts';
import { mayDoInHouse } from '#domain/access/deeds.ts';
import type { Instant } from '#domain/calendar/day.ts';
import { GUIDANCE, ownStrategy } from '#domain/guidance/kinds.ts';
import { SHIPPED } from '#domain/guidance/library.ts';
import type { LibraryEntry } from '#domain/guidance/strategy.ts';
import type { Transaction } from '../database/connection.ts';
import { Refusal } from '../refusal.ts';
import { classesNamed, guidanceOf, type StoredGuidance } from './guidance-records.ts';

/** The same words for what does not exist and for what was never of this house. */
export const noSuchGuidance = (): Refusal => new Refusal('not-found', 'There is no such strategy, plan or link.');

/** Whether somebody may change an entry: the coordinator any, others what they wrote themselves and is no strategy. */
export const mayChange = (actor: Actor, { kind, madeBy }: Pick<StoredGuidance, 'kind' | 'madeBy'>): boolean =>
  mayDoInHouse('keep-guidance', actor.roles) ||
  (kind !== 'strategy' && madeBy === actor.person && mayDoInHouse('plan-lessons', actor.roles));

/** An entry as this reader sees it. */
export const shown = (row: StoredGuidance, actor: Actor): GuidanceEntry => {
  const { id, kind, version, values, maker: madeBy, changedBy, changedAt, retired } = row;
  const may = mayChange(actor, row);
  const can: GuidanceEntry['can'] = !may ? [] : retired ? ['restore'] : ['change', ...(version > 1 ? (['undo'] as const) : []), 'retire'];
  const line = GUIDANCE[kind].line(values);
  return { id, kind, version, values, line, class: row.class, madeBy, changedBy, changedAt: changedAt as Instant, retired, can };
};

/** The library as it can be used today: Waymark's strategies and those of the school that are not retired, the school's first. */
export const libraryOf = (rows: readonly StoredGuidance[]): readonly LibraryEntry[] => [
  ...rows.filter(({ kind, retired }) => kind === 'strategy' && !retired).map(({ id, values }) => ownStrategy(id, values)),
  ...SHIPPED,
];

/** The page as it stands. */
export const guidanceReply = async (tx: Transaction, actor: Actor): Promise<GuidancePage> => {
  const { organisation, schools } = actor.scope;
  const rows = await guidanceOf(tx, organisation);
  return {
    library: libraryOf(rows).map((entry) => ({ ...entry })),
    entries: rows.map((row) => shown(row, actor)),
    classes: (await classesNamed(tx, organisation, schools)).map((each) => ({ ...each })),
    mayKeepStrategies: mayDoInHouse('keep-guidance', actor.roles),
    mayPlan: mayDoInHouse('plan-lessons', actor.roles),
  };
};
