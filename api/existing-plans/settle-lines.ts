import { goalValues, needValues, provisionValues, type SettleRequest } from '#contract/existing-plans.ts';
import type { Actor } from '#domain/access/actor.ts';
import { dayWordsWithYear } from '#domain/calendar/wording.ts';
import { NEED_CODES } from '#domain/record/kinds/areas.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import type { Transaction } from '../database/connection.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { type LineRow, linesOf, nationOf, type PlanRow, pagesOf, planRow, settle } from './existing-plan-records.ts';
import { takeOut, wordsHeld, writeGoal, writeNeed, writeProvision } from './into-record-records.ts';
import { permittedPlan, refuseInForce } from './permitted-plan.ts';
import { lineReply, summaries } from './plan-reply.ts';

type Decision = SettleRequest['lines'][number];

const SHAPES = { need: needValues, goal: goalValues, provision: provisionValues } as const;

/** The line's values after a decision: those that came with it, in the shape of the line's kind, else those that stood. */
function saidAfter(line: LineRow, decision: Decision): Readonly<Record<string, unknown>> {
  if (decision.values === undefined) return line.said;
  const parsed = SHAPES[line.kind].safeParse(decision.values);
  if (!parsed.success) throw new Refusal('not-valid', 'These are not the fields of this line.');
  return parsed.data;
}

/** A confirmed need carries a type, and links lead to lines that are not left out. */
function refuseUnready(line: LineRow, said: Readonly<Record<string, unknown>>, nation: 'england' | 'idea'): void {
  if (line.kind !== 'need') return;
  if (said.code === null)
    throw new Refusal('not-ready', 'Choose a type of need first: the plan’s words do not say which.', [
      { field: 'code', reason: 'is missing' },
    ]);
  if (!NEED_CODES.some(({ value, onlyIn }) => value === said.code && onlyIn === nation))
    throw new Refusal('not-valid', 'There is no such type of need.', [{ field: 'code', reason: 'is no type of need' }]);
}

const kindTitles = { ehcp: 'EHC plan', iep: 'IEP', senSupport: 'SEN support plan' } as const;

/** "EHC plan of Thu 4 Dec 2025": how the record names where an entry came from. */
export const sourceWords = ({ kind, dated, name }: PlanRow): string =>
  kind ? `${kindTitles[kind]}${dated ? ` of ${dayWordsWithYear(dated)}` : ''}` : name;

async function intoRecord(
  tx: Transaction,
  actor: Actor,
  plan: PlanRow,
  line: LineRow,
  said: Readonly<Record<string, unknown>>,
  leftOut: ReadonlySet<string>,
) {
  const at = { organisation: actor.scope.organisation, pupil: plan.pupil ?? '', id: line.id, source: sourceWords(plan) };
  if (line.kind === 'need') return writeNeed(tx, at, needValues.parse(said), plan.dated);
  if (line.kind === 'goal') return writeGoal(tx, at, goalValues.parse(said), plan.dated);
  const values = provisionValues.parse(said);
  const kept = (id: string | null): string | null => (id !== null && !leftOut.has(id) ? id : null);
  return writeProvision(tx, at, { ...values, forNeed: kept(values.forNeed), forGoal: kept(values.forGoal) });
}

async function one(
  tx: Transaction,
  parts: Parts,
  actor: Actor,
  plan: PlanRow,
  lines: readonly LineRow[],
  decision: Decision,
  nation: 'england' | 'idea',
): Promise<void> {
  const { organisation } = actor.scope;
  const line = lines.find(({ id }) => id === decision.id);
  if (!line) throw new Refusal('not-found', 'There is no such line in this plan.');
  const said = saidAfter(line, decision);
  const leftOut = new Set(lines.filter(({ state }) => state === 'left-out').map(({ id }) => id));
  if (
    !(await settle(
      tx,
      organisation,
      { id: line.id, version: decision.version, state: decision.state, said },
      actor.person,
      parts.clock.now(),
    ))
  )
    throw new Refusal('changed-meanwhile', 'Somebody decided about this line meanwhile. Look at it again.');
  if (decision.state === 'confirmed') {
    refuseUnready(line, said, nation);
    await intoRecord(tx, actor, plan, line, said, leftOut);
  } else if (line.state === 'confirmed' && !(await takeOut(tx, organisation, line.kind, line.id)))
    throw new Refusal('not-ready', 'Progress has been recorded for this outcome already. It is changed in the pupil’s record.');
}

/** Decides about lines: confirmed ones enter the record in the same moment, left out ones do not, and a decision can be taken back. */
export const settleLines =
  (parts: Parts): Casework['settleLines'] =>
  (actor, { plan, lines: decisions }) =>
    parts.database.within(actor.scope, async (tx) => {
      const { organisation } = actor.scope;
      const row = await permittedPlan(tx, parts, actor, plan, true);
      refuseInForce(row);
      if (row.pupil === null) throw new Refusal('not-ready', 'Say whose plan this is before its lines are confirmed.');
      const nation = (await nationOf(tx, organisation)) === 'us' ? 'idea' : 'england';
      const lines = await linesOf(tx, organisation, plan);
      for (const decision of decisions) await one(tx, parts, actor, row, lines, decision, nation);
      await note(tx, parts, actor, 'settle-plan-lines', row.pupil, { plan, lines: decisions.map(({ id, state }) => ({ id, state })) });
      return settled(
        tx,
        organisation,
        plan,
        decisions.map(({ id }) => id),
      );
    });

/** The lines that were decided about, and the plan's counts now. */
export async function settled(tx: Transaction, organisation: string, plan: string, ids: readonly string[]) {
  const row = await planRow(tx, organisation, plan);
  const [summary] = row ? await summaries(tx, organisation, [row]) : [];
  const blocks = (await pagesOf(tx, organisation, plan))?.blocks ?? [];
  const lines = await linesOf(tx, organisation, plan);
  const held = row?.pupil
    ? await wordsHeld(
        tx,
        organisation,
        row.pupil,
        lines.map(({ id }) => id),
      )
    : [];
  if (!summary) throw new Refusal('not-found', 'There is no such plan, or it is not yours.');
  return { plan: summary, lines: lines.filter(({ id }) => ids.includes(id)).map((line) => lineReply(line, blocks, held)) };
}
