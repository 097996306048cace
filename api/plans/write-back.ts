import type { Day } from '#domain/calendar/day.ts';
import { isSaidRow } from '#domain/plans/rows.ts';
import type { Transaction } from '../database/connection.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import type { StoredDifference } from './difference-records.ts';
import type { PlanRow } from './plan-records.ts';
import { isNotAValue, MAIN_CELL, rowChange } from './row-change.ts';
import { addRow, endRow, writeValue } from './row-records.ts';

const isNew = (tag: string): boolean => /^[^/]+\/new-\d+\//.test(tag);

/**
 * Writes what was taken from the document into the rows of the record that its tags name: a value, a row that was added, a row that was
 * taken out. Words whose tag names no row, what staff say, and composed sentences, stay with the plan. A value of the wrong kind refuses all of it.
 */
export async function writeBack(
  tx: Transaction,
  parts: Parts,
  organisation: string,
  plan: PlanRow,
  taken: readonly StoredDifference[],
  today: Day,
): Promise<void> {
  const composed = new Set(plan.blocks.filter((block) => block.composed).map((block) => block.tag));
  const added = new Map<string, string>();
  for (const { tag, inDocument } of mainCellsFirst(taken)) {
    const [repeat = '', key = '', field = ''] = tag.split('/');
    const isMain = MAIN_CELL[repeat] === field;
    if (composed.has(tag) || isSaidRow(key)) continue;
    const change = rowChange(tag, inDocument ?? '');
    if (inDocument === null) {
      if (isMain && !isNotAValue(change) && change) await endRow(tx, organisation, plan.pupil, change.row, key, today);
      else if (isMain) await endMain(tx, organisation, plan, repeat, key, today);
      continue;
    }
    if (isNotAValue(change)) throw new Refusal('not-valid', change.problem, [{ field: tag, reason: change.problem }]);
    if (!change) continue;
    const row = `${repeat}/${key}`;
    if (isNew(tag) && isMain) {
      added.set(row, parts.ids.next());
      await addRow(tx, organisation, plan.pupil, change.row, added.get(row) ?? '', String(change.value), today);
    } else if (!isNew(tag) || added.has(row)) {
      const there = await writeValue(tx, organisation, plan.pupil, { ...change, id: added.get(row) ?? key });
      if (!there) throw new Refusal('changed-meanwhile', 'A line of this plan is no longer in the record. Compare again.');
    }
  }
}

/** The cell that makes a row comes before the others of it, so that a new row is there when its values are written. */
const mainCellsFirst = (taken: readonly StoredDifference[]): readonly StoredDifference[] => {
  const isMain = ({ tag }: StoredDifference): boolean => MAIN_CELL[tag.split('/')[0] ?? ''] === tag.split('/')[2];
  return [...taken].sort((one, other) => Number(isMain(other)) - Number(isMain(one)));
};

const ROWS = { needs: 'need', goals: 'goal', provision: 'provision', strategies: 'strategy' } as const;

async function endMain(tx: Transaction, organisation: string, plan: PlanRow, repeat: string, key: string, today: Day): Promise<void> {
  const row = Object.hasOwn(ROWS, repeat) ? ROWS[repeat as keyof typeof ROWS] : undefined;
  if (row) await endRow(tx, organisation, plan.pupil, row, key, today);
}
