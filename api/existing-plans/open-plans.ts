import type { ExistingPlan } from '#contract/existing-plans.ts';
import { notTaken } from '#domain/existing-plans/read-plan.ts';
import { NEED_CODES } from '#domain/record/kinds/areas.ts';
import { permitInHouse } from '../access/permit.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { bytesOf, linesOf, nationOf, pagesOf, plansBroughtBy } from './existing-plan-records.ts';
import { permittedPlan } from './permitted-plan.ts';
import { wordsHeld } from './plan-in-force-records.ts';
import { lineReply, summaries } from './plan-reply.ts';

/** The plans that one has brought in, with how far each has come. */
export const openExistingPlans =
  (parts: Parts): Casework['openExistingPlans'] =>
  async (actor) => {
    permitInHouse(actor, 'bring-in-plans');
    return parts.database.within(actor.scope, async (tx) => {
      const rows = await plansBroughtBy(tx, actor.scope.organisation, actor.person);
      await note(
        tx,
        parts,
        actor,
        'open-existing-plans',
        rows.flatMap(({ pupil }) => pupil ?? []),
      );
      return { plans: [...(await summaries(tx, actor.scope.organisation, rows))] };
    });
  };

/** One plan with its pages, the lines found in it, and every sentence that none was made from. */
export const openExistingPlan =
  (parts: Parts): Casework['openExistingPlan'] =>
  (actor, { plan }): Promise<ExistingPlan> =>
    parts.database.within(actor.scope, async (tx) => {
      const { organisation } = actor.scope;
      const row = await permittedPlan(tx, parts, actor, plan);
      const pages = await pagesOf(tx, organisation, plan);
      const [summary] = await summaries(tx, organisation, [row]);
      if (!pages || !summary) throw new Refusal('not-found', 'There is no such plan, or it is not yours.');
      const lines = await linesOf(tx, organisation, plan);
      const ids = lines.map(({ id }) => id);
      const held = row.pupil ? await wordsHeld(tx, organisation, row.pupil, ids) : [];
      const mine = (await plansBroughtBy(tx, organisation, actor.person)).map(({ id }) => id);
      const at = mine.indexOf(plan);
      const nation = (await nationOf(tx, organisation)) === 'us' ? 'idea' : 'england';
      await note(tx, parts, actor, 'open-existing-plan', row.pupil ?? undefined, { plan });
      return {
        ...summary,
        pages: [...pages.pages],
        blocks: pages.blocks.map((block) => ({ ...block, lines: [...block.lines] })),
        lines: lines.map((line) => lineReply(line, pages.blocks, held)),
        notTaken: [...notTaken(pages.blocks, lines)],
        codes: NEED_CODES.filter(({ onlyIn }) => onlyIn === nation).map(({ value, words }) => ({ code: value, words })),
        neighbours: { place: at + 1, of: mine.length, before: mine[at - 1] ?? null, after: (at >= 0 && mine[at + 1]) || null },
      };
    });

/** The file itself, to be shown beside its lines: from the record while it waits, then from the case folder. */
export const openExistingPlanFile =
  (parts: Parts): Casework['openExistingPlanFile'] =>
  async (actor, { plan }) => {
    const { row, bytes } = await parts.database.within(actor.scope, async (tx) => {
      const found = await permittedPlan(tx, parts, actor, plan);
      await note(tx, parts, actor, 'open-existing-plan-file', found.pupil ?? undefined, { plan });
      return { row: found, bytes: await bytesOf(tx, actor.scope.organisation, plan) };
    });
    if (bytes) return { form: row.form, base64: Buffer.from(bytes).toString('base64') };
    if (!row.driveId || !row.itemId) throw new Refusal('not-found', 'The file is not there any more.');
    const fetched = await parts.graph.files.read(actor, { driveId: row.driveId, itemId: row.itemId });
    return { form: row.form, base64: Buffer.from(fetched).toString('base64') };
  };
