import { lineOfWords } from '#domain/existing-plans/line-of-words.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { keepLines, linesOf, nationOf, pagesOf } from './existing-plan-records.ts';
import { permittedPlan, refuseInForce } from './permitted-plan.ts';
import { settled } from './settle-lines.ts';

/** Makes a line of words that none was made from: where no heading was understood, the section is chosen by hand. */
export const makeLine =
  (parts: Parts): Casework['makeLine'] =>
  (actor, { plan, id, kind, block, from, to }) =>
    parts.database.within(actor.scope, async (tx) => {
      const { organisation } = actor.scope;
      const row = await permittedPlan(tx, parts, actor, plan, true);
      refuseInForce(row);
      const blocks = (await pagesOf(tx, organisation, plan))?.blocks ?? [];
      const words = blocks[block]?.text.slice(from, to).trim() ?? '';
      if (words === '' || to > (blocks[block]?.text.length ?? 0)) throw new Refusal('not-valid', 'There are no such words in this plan.');
      const { values, section } = lineOfWords(kind, words, { birthday: row.birthday, manner: await nationOf(tx, organisation) });
      const known = await linesOf(tx, organisation, plan);
      await keepLines(tx, organisation, plan, [
        {
          id,
          rank: known.length,
          kind,
          letter: null,
          section,
          passages: [{ block, from, to }],
          fromTable: false,
          suggested: [],
          said: values,
        },
      ]);
      await note(tx, parts, actor, 'make-plan-line', row.pupil ?? undefined, { plan, line: id, kind });
      return settled(tx, organisation, plan, [id]);
    });
