import type { Actor } from '#domain/access/actor.ts';
import type { Fields } from '#domain/plans/block.ts';
import { differences, type Difference as Found } from '#domain/plans/differences.ts';
import type { Transaction } from '../database/connection.ts';
import type { Parts } from '../parts.ts';
import { isOfDocument } from './agreed-words.ts';
import { replaceDifferences, type StoredDifference } from './difference-records.ts';
import type { ReadDocument } from './document/read.ts';
import type { PlanRow } from './plan-records.ts';
import { planNow } from './read-case.ts';

/**
 * Compares a plan's file three ways (as issued, record now, document now) and puts what differs in place of what waited on the plan.
 * `another-case` where the file carries the number of another case: then nothing is changed.
 */
export async function compareWithRecord(
  tx: Transaction,
  parts: Parts,
  actor: Actor,
  plan: PlanRow,
  read: ReadDocument,
  editedBy: string | null,
): Promise<readonly StoredDifference[] | 'another-case'> {
  const { facts, agreed } = await planNow(tx, actor, plan, parts.clock.today(actor.timeZone));
  if (read.pupilCaseRef !== facts.caseRef) return 'another-case';
  const found = differing(plan, read, agreed).map((one) => stored(parts, plan, one, editedBy));
  await replaceDifferences(tx, actor.scope.organisation, plan.id, found, parts.clock.now());
  return found;
}

const ofPlan = (fields: Fields): Fields => Object.fromEntries(Object.entries(fields).filter(([tag]) => !isOfDocument(tag)));

/** What differs and concerns the document; what only the record changed is shown too, what both changed alike is not. */
function differing(plan: PlanRow, read: ReadDocument, agreed: Fields): readonly Found[] {
  const labels = Object.fromEntries(plan.blocks.map((block) => [block.tag, block.label]));
  const three = { issued: ofPlan(read.issued), record: agreed, document: ofPlan(read.fields) };
  return differences(three, labels).filter(({ state }) => state !== 'same-change');
}

function stored(parts: Parts, plan: PlanRow, found: Found, editedBy: string | null): StoredDifference {
  const removed = found.document === null && found.issued !== null && found.state === 'document-changed';
  return {
    id: parts.ids.next(),
    tag: found.tag,
    label: found.label,
    asIssued: found.issued,
    inRecord: found.record,
    inDocument: found.document,
    state: removed ? 'removed-in-document' : found.state,
    editedBy,
    baseVersion: plan.version,
  };
}
