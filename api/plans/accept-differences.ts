import type { AcceptRequest } from '#contract/plans.ts';
import type { Actor } from '#domain/access/actor.ts';
import type { Day } from '#domain/calendar/day.ts';
import type { Fields } from '#domain/plans/block.ts';
import { sameWords } from '#domain/plans/differences.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import type { Transaction } from '../database/connection.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { isOfDocument, withAgreedWords } from './agreed-words.ts';
import { openDifferences, type StoredDifference, settleDifferences } from './difference-records.ts';
import { permittedPlan } from './open-plan.ts';
import { planPane } from './plan-pane.ts';
import { addVersion, answeredBefore, keepAnswer, type PlanRow } from './plan-records.ts';
import { planNow } from './read-case.ts';
import { writeBack } from './write-back.ts';

type Ask = { plan: string } & AcceptRequest;
type Decided = StoredDifference & { readonly take: 'document' | 'record' };

/**
 * Settles differences one by one and makes a new version of what was decided. What is taken from the document is written into the rows of
 * the record that its tags name. Whoever saw an older version, or a record that has moved on, is told so and nothing is changed; both
 * texts stay in the history.
 */
export const acceptDifferences =
  (parts: Parts): Casework['acceptDifferences'] =>
  (actor, ask) =>
    parts.database.within(actor.scope, async (tx) => {
      const today = parts.clock.today(actor.timeZone);
      const organisation = actor.scope.organisation;
      const plan = await permittedPlan(tx, actor, ask.plan, today, true);
      if (!(await answeredBefore(tx, organisation, ask.request))) {
        if (plan.version !== ask.version)
          throw new Refusal('changed-meanwhile', `This plan is at version ${plan.version} now. Compare again.`);
        const decided = await decide(tx, actor, plan, ask, today);
        await writeBack(
          tx,
          parts,
          organisation,
          plan,
          decided.filter(({ take }) => take === 'document'),
          today,
        );
        await settleDifferences(tx, organisation, actor.person, ask.choices, parts.clock.now());
        await newVersion(tx, parts, actor, plan, decided, today);
        await keepAnswer(tx, organisation, ask.request, 'accept-differences', plan.id);
        await note(tx, parts, actor, 'accept-differences', plan.pupil, {
          plan: plan.id,
          version: plan.version + 1,
          settled: decided.length,
        });
      }
      return planPane(tx, parts, actor, ask.plan, today);
    });

/** The differences that were chosen, as they stand; refuses where one was settled or its row changed since it was seen. */
async function decide(tx: Transaction, actor: Actor, plan: PlanRow, ask: Ask, today: Day): Promise<readonly Decided[]> {
  if (new Set(ask.choices.map(({ id }) => id)).size < ask.choices.length)
    throw new Refusal('not-valid', 'Each difference is settled once.');
  const open = await openDifferences(tx, actor.scope.organisation, plan.id, true);
  const { agreed } = await planNow(tx, actor, plan, today);
  return ask.choices.map(({ id, take }) => {
    const difference = open.find((one) => one.id === id);
    if (!difference) throw new Refusal('changed-meanwhile', 'One of these differences has been settled meanwhile. Compare again.');
    if (!sameWords(difference.inRecord, agreed[difference.tag] ?? null)) {
      throw new Refusal('changed-meanwhile', `“${difference.label}” has been changed in the record meanwhile. Compare again.`);
    }
    return { ...difference, take };
  });
}

/** The next version: the record as it is after the write-back, with what was decided and what was agreed before. */
async function newVersion(
  tx: Transaction,
  parts: Parts,
  actor: Actor,
  plan: PlanRow,
  decided: readonly Decided[],
  today: Day,
): Promise<void> {
  const { agreed, blocks, composed } = await planNow(tx, actor, plan, today);
  const words: Record<string, string> = { ...agreed };
  for (const { tag, take, inDocument, inRecord } of decided) {
    const chosen = take === 'document' ? inDocument : inRecord;
    if (chosen === null) delete words[tag];
    else words[tag] = chosen;
  }
  const ofDocument: Fields = Object.fromEntries(Object.entries(plan.fields).filter(([tag]) => isOfDocument(tag)));
  const version = {
    plan: plan.id,
    pupil: plan.pupil,
    kind: plan.kind,
    version: plan.version + 1,
    template: plan.template,
    templateVersion: plan.templateVersion,
    fields: { ...words, ...ofDocument },
    blocks: withAgreedWords(blocks, composed, words),
    document: plan.document?.id ?? null,
    by: actor.person,
    at: parts.clock.now(),
    drafted: false,
  };
  const written = await addVersion(tx, actor.scope.organisation, version);
  if (!written) throw new Refusal('changed-meanwhile', 'Somebody else saved this plan at the same moment. Compare again.');
}
