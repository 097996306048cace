import type { Actor, Scope } from '#domain/access/actor.ts';
import type { Parts } from '../parts.ts';
import { saveDocument } from '../plans/document-records.ts';
import { bytesOf, type PlanRow, planRow } from './existing-plan-records.ts';
import { lieInFolder } from './plan-in-force-records.ts';

const TITLES = { ehcp: 'EHC plan', iep: 'IEP', senSupport: 'SEN support plan' } as const;

/** `WM-0291 EHC plan 2025-12-04.pdf`: case, kind and day; never the name under which it came, for that may hold a child's. */
export const fileName = ({ caseRef, kind, dated, form }: PlanRow): string =>
  `${caseRef ?? 'Case'} ${kind ? TITLES[kind] : 'plan'}${dated ? ` ${dated}` : ''}.${form}`;

/**
 * Puts a plan's file into the case folder. May be repeated by anybody: the name is the same each time, and where it is
 * done already nothing happens.
 */
export async function fileExistingPlan(parts: Parts, actor: Actor | null, organisation: string, id: string): Promise<void> {
  const scope: Scope = { organisation, schools: actor?.scope.schools ?? [] };
  const { row, bytes } = await parts.database.within(scope, async (tx) => ({
    row: await planRow(tx, organisation, id),
    bytes: await bytesOf(tx, organisation, id),
  }));
  if (!row?.pupil || !row.planId || !row.caseRef) return;
  const there = row.driveId && row.itemId ? await parts.graph.files.one(actor, { driveId: row.driveId, itemId: row.itemId }) : null;
  const file = there ?? (bytes ? await parts.graph.files.save(actor, row.caseRef, fileName(row), bytes) : null);
  if (!file) return;
  const { pupil } = row;
  await parts.database.within(scope, async (tx) => {
    const saved = {
      id: parts.ids.next(),
      pupil,
      file,
      kind: 'plan',
      fromWhom: null,
      filedOn: row.dated,
      reading: null,
      at: parts.clock.now(),
    };
    await saveDocument(tx, organisation, saved);
    await lieInFolder(tx, organisation, id, file);
  });
}
