import type { RegisterOverview } from '#contract/register.ts';
import type { Actor } from '#domain/access/actor.ts';
import { countWords } from '#domain/calendar/wording.ts';
import { permitInHouse } from '../access/permit.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import type { Transaction } from '../database/connection.ts';
import { enqueue } from '../database/enqueue.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { dropLink, linksOf } from './link-records.ts';
import { takeTime } from './reading-records.ts';
import { undoRows } from './undo-records.ts';
import { importsOf, markUndone } from './write-records.ts';

const overviewOf = async (tx: Transaction, actor: Actor): Promise<RegisterOverview> => {
  const { organisation } = actor.scope;
  const [links, imports] = [await linksOf(tx, organisation), await importsOf(tx, organisation)];
  return {
    links: links.map(({ id, name, place, webUrl, readAt, by }) => ({ id, name, place, webUrl, readAt, by })),
    imports: imports.map(({ id, name, at, by, counts, undoneAt, last }) => ({
      id,
      name,
      at,
      by,
      ...counts,
      undoneAt,
      canUndo: last && undoneAt === null,
    })),
  };
};

/** Workbooks that can be read again, and what was imported by whom. */
export const openRegister =
  (parts: Parts): Casework['openRegister'] =>
  async (actor) => {
    permitInHouse(actor, 'import-register');
    return parts.database.within(actor.scope, (tx) => overviewOf(tx, actor));
  };

/**
 * Takes the last import back as a whole, in one transaction. What somebody has changed since stays as they left it, and the answer says
 * how much that was.
 */
export const undoRegister =
  (parts: Parts): Casework['undoRegister'] =>
  async (actor, { import: id }) => {
    permitInHouse(actor, 'import-register');
    const { organisation } = actor.scope;
    return parts.database.within(actor.scope, async (tx) => {
      const found = (await importsOf(tx, organisation)).find((one) => one.id === id);
      if (!found) throw new Refusal('not-found', 'There is no such import.');
      if (found.undoneAt !== null) throw new Refusal('not-ready', 'This import was undone before.');
      if (!found.last) throw new Refusal('not-ready', 'A later import stands on this one. Undo that first.');
      await takeTime(tx);
      const now = parts.clock.now();
      const stayed = await undoRows(tx, organisation, id, { by: actor.person, at: now, reason: `The import of ${found.name} was undone` });
      await markUndone(tx, organisation, id, actor.person, now);
      await note(tx, parts, actor, 'undo-register', id, { stayed });
      await enqueue(tx, 'recount-clocks', { organisation }, { key: 'recount-all' });
      const words =
        stayed === 0
          ? 'Undone: the record is as it was before.'
          : `Undone. ${countWords(stayed, 'entry', 'entries')} stayed, because somebody has worked on ${stayed === 1 ? 'it' : 'them'} since.`;
      return { words, overview: await overviewOf(tx, actor) };
    });
  };

/** Forgets the link to a workbook; what was imported from it stays. */
export const forgetRegisterLink =
  (parts: Parts): Casework['forgetRegisterLink'] =>
  async (actor, { link }) => {
    permitInHouse(actor, 'import-register');
    return parts.database.within(actor.scope, async (tx) => {
      await dropLink(tx, actor.scope.organisation, link, parts.clock.now());
      await note(tx, parts, actor, 'forget-register-link', link);
      return overviewOf(tx, actor);
    });
  };
