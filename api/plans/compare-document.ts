import { z } from 'zod';
import type { Compared } from '#contract/plans.ts';
import type { Actor } from '#domain/access/actor.ts';
import { dayIn } from '#domain/calendar/wall-clock.ts';
import { dayWords } from '#domain/calendar/wording.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import type { Transaction } from '../database/connection.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { refuseInfected } from '../scanning.ts';
import { compareWithRecord } from './compare-with-record.ts';
import { isUnreadable } from './document/package.ts';
import { type ReadDocument, readDocument } from './document/read.ts';
import { permittedPlan } from './open-plan.ts';
import { planPane } from './plan-pane.ts';
import { type PlanRow, versionRow } from './plan-records.ts';

/**
 * Takes the open file's bytes to the one reader and compares three ways: as it was issued, the record now, the document now. What
 * somebody changed waits in the record to be settled one by one; the document itself is not touched.
 */
export const compareDocument =
  (parts: Parts): Casework['compareDocument'] =>
  async (actor, { bytes, editedBy }) => {
    await refuseInfected(parts, actor, bytes);
    const read = readDocument(bytes);
    if (isUnreadable(read)) throw new Refusal('not-valid', read.words);
    if (!read.linked || !isId(read.planId)) throw new Refusal('not-valid', 'This document is not linked to a case.');
    if (read.kind === 'minutes') throw new Refusal('not-valid', 'These are minutes, not a plan; they are not saved back.');
    const id = read.planId;
    return parts.database.within(actor.scope, async (tx) => {
      const today = parts.clock.today(actor.timeZone);
      const plan = await permittedPlan(tx, actor, id, today, true);
      const older = await olderDraft(tx, parts, actor, plan, read);
      if (older) return { pane: await planPane(tx, parts, actor, id, today), unknown: [], older };
      const found = await compareWithRecord(tx, parts, actor, plan, read, editedBy ?? null);
      if (found === 'another-case') throw new Refusal('not-valid', 'This document carries the number of another case.');
      await note(tx, parts, actor, 'compare-document', plan.pupil, { plan: id, version: plan.version, differences: found.length });
      const pane = await planPane(tx, parts, actor, id, today, read.text);
      const unknown = read.unknownControls.map(({ tag, text }) => (text === '' ? tag : `${tag}: ${text.slice(0, 200)}`));
      return { pane, unknown, older: null };
    });
  };

/** Whatever somebody wrote into the file where the plan's id stands, only an id is looked up. */
const isId = (text: string | null): text is string => z.guid().safeParse(text).success;

/** A file of an earlier draft is not compared: its differences would be those between two drafts. Says which one to open instead. */
async function olderDraft(tx: Transaction, parts: Parts, actor: Actor, plan: PlanRow, read: ReadDocument): Promise<Compared['older']> {
  const version = read.version ?? 0;
  if (plan.issued === null || version === plan.issued) return null;
  if (version > plan.issued) throw new Refusal('not-valid', `This document says it is version ${version}, which was never issued.`);
  const newer = await versionRow(tx, actor.scope.organisation, plan.id, plan.issued);
  const on = newer ? ` of ${dayWords(dayIn(actor.timeZone, newer.madeAt), parts.clock.today(actor.timeZone))}` : '';
  const words = `This is version ${version}. Open version ${plan.issued}${on} and save that one back.`;
  return { version, newest: plan.issued, words };
}
