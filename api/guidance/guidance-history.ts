import type { GuidanceHistory } from '#contract/guidance.ts';
import { GUIDANCE, type GuidanceKind } from '#domain/guidance/kinds.ts';
import { saidIn } from '#domain/guidance/said.ts';
import { permitInHouse } from '../access/permit.ts';
import type { Casework } from '../casework.ts';
import type { Parts } from '../parts.ts';
import { type Edition, editionsOf, guidanceToChange } from './guidance-records.ts';
import { noSuchGuidance } from './guidance-reply.ts';

const DEEDS = { made: 'Written', changed: 'Changed', undone: 'Undone', retired: 'Retired', restored: 'Brought back' } as const;

/** Every edition of an entry, the newest first, with what changed from the one before. */
export const guidanceHistory =
  (parts: Parts): Casework['guidanceHistory'] =>
  async (actor, { entry }): Promise<GuidanceHistory> => {
    permitInHouse(actor, 'open-guidance');
    return parts.database.within(actor.scope, async (tx) => {
      const row = await guidanceToChange(tx, actor.scope.organisation, entry);
      if (!row) throw noSuchGuidance();
      const kind = GUIDANCE[row.kind];
      const editions = await editionsOf(tx, actor.scope.organisation, entry);
      return {
        title: kind.line(row.values),
        editions: editions.map((edition, index) => ({
          version: edition.version,
          at: edition.at,
          by: edition.by,
          deedWords: DEEDS[edition.deed],
          changes: editions[index + 1] ? changed(kind, editions[index + 1]!, edition) : [],
        })),
      };
    });
  };

const changed = (kind: GuidanceKind, before: Edition, after: Edition): GuidanceHistory['editions'][number]['changes'] =>
  [
    ...kind.fields.map((field) => ({ label: field.label, from: saidIn(field, before.values), to: saidIn(field, after.values) })),
    { label: 'Class', from: before.className ?? '', to: after.className ?? '' },
  ].filter(({ from, to }) => from !== to);
