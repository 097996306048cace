import { goalSaid, needSaid, provisionSaid, type SettledLines, type SettleRequest } from '#contract/existing-plans.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import type { Transaction } from '../database/connection.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { type LineRow, linesOf, nationOf, pagesOf, planRow, settle } from './existing-plan-records.ts';
import { type Entering, enterLine, withdrawLine } from './into-record.ts';
import { permittedPlan, refuseInForce } from './permitted-plan.ts';
import { wordsHeld } from './plan-in-force-records.ts';
import { lineReply, summaries } from './plan-reply.ts';

type Decision = SettleRequest['lines'][number];

const SHAPES = { need: needSaid, goal: goalSaid, provision: provisionSaid } as const;

/** The line as a decision leaves it: with the values that came, in the shape of its kind, else with those that stood. */
function decided(line: LineRow, { state, values }: Decision): LineRow {
  if (values === undefined) return { ...line, state };
  const parsed = SHAPES[line.kind].safeParse(values);
  if (!parsed.success) throw new Refusal('not-valid', 'These are not the fields of this line.');
  return { ...line, state, said: parsed.data };
}

const confirmedIn = (lines: readonly LineRow[]): ReadonlySet<string> =>
  new Set(lines.filter(({ state }) => state === 'confirmed').map(({ id }) => id));

/** Confirmed provision that is for a line: its link holds, or no longer holds, with that line. */
const linkedTo = (lines: readonly LineRow[], id: string): readonly LineRow[] =>
  lines.filter(({ kind, state, said }) => kind === 'provision' && state === 'confirmed' && (said.forNeed === id || said.forGoal === id));

async function settleOne(entering: Entering, lines: readonly LineRow[], decision: Decision): Promise<readonly LineRow[]> {
  const { tx, actor, parts } = entering;
  const line = lines.find(({ id }) => id === decision.id);
  if (!line) throw new Refusal('not-found', 'There is no such line in this plan.');
  const next = decided(line, decision);
  if (next.kind === 'need' && next.state === 'confirmed' && next.said.code === null)
    throw new Refusal('not-ready', 'Choose a type of need first: the plan’s words do not say which.', [
      { field: 'code', reason: 'is missing' },
    ]);
  const kept = { id: line.id, version: decision.version, state: next.state, said: next.said };
  if (!(await settle(tx, actor.scope.organisation, kept, actor.person, parts.clock.now())))
    throw new Refusal('changed-meanwhile', 'Somebody decided about this line meanwhile. Look at it again.');
  const now = lines.map((one) => (one.id === line.id ? next : one));
  if (next.state === 'confirmed') await enterLine(entering, next, confirmedIn(now));
  else if (line.state === 'confirmed') await withdrawLine(entering, line);
  if (next.state !== line.state) for (const one of linkedTo(now, line.id)) await enterLine(entering, one, confirmedIn(now));
  return now;
}

/** Decides about lines: confirmed ones enter the record in the same moment, left out ones do not, and a decision can be taken back. */
export const settleLines =
  (parts: Parts): Casework['settleLines'] =>
  (actor, { plan: id, lines: decisions }) =>
    parts.database.within(actor.scope, async (tx) => {
      const { organisation } = actor.scope;
      const plan = await permittedPlan(tx, parts, actor, id, true);
      refuseInForce(plan);
      if (plan.pupil === null) throw new Refusal('not-ready', 'Say whose plan this is before its lines are confirmed.');
      const entering: Entering = { tx, parts, actor, plan, pupil: plan.pupil, nation: await nationOf(tx, organisation) };
      let lines = await linesOf(tx, organisation, id);
      for (const decision of decisions) lines = await settleOne(entering, lines, decision);
      await note(tx, parts, actor, 'settle-plan-lines', plan.pupil, {
        plan: id,
        lines: decisions.map(({ id: line, state }) => ({ line, state })),
      });
      return settled(
        tx,
        organisation,
        id,
        decisions.map(({ id: line }) => line),
      );
    });

/** The lines that were decided about, and the plan's counts now. */
export async function settled(tx: Transaction, organisation: string, plan: string, ids: readonly string[]): Promise<SettledLines> {
  const row = await planRow(tx, organisation, plan);
  const [summary] = row ? await summaries(tx, organisation, [row]) : [];
  if (!row || !summary) throw new Refusal('not-found', 'There is no such plan, or it is not yours.');
  const blocks = (await pagesOf(tx, organisation, plan))?.blocks ?? [];
  const lines = await linesOf(tx, organisation, plan);
  const own = lines.map(({ id }) => id);
  const held = row.pupil ? await wordsHeld(tx, organisation, row.pupil, own) : [];
  return { plan: summary, lines: lines.filter(({ id }) => ids.includes(id)).map((line) => lineReply(line, blocks, held)) };
}
