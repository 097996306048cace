import type { Logged } from '#contract/pupils.ts';
import { loggedWords, logProblems } from '#domain/pupils/log-words.ts';
import { permit } from '../access/permit.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import type { Transaction } from '../database/connection.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { addEntry, contactNamed, pupilNamed } from './log-records.ts';
import { once } from './once-records.ts';

/** Logs a call, an observation, a visit, a message or a note. The same request sent again answers the same and adds nothing. */
export const log =
  (parts: Parts): Casework['log'] =>
  async (actor, ask): Promise<Logged> => {
    const today = parts.clock.today(actor.timeZone);
    const { organisation } = actor.scope;
    return parts.database.within(actor.scope, async (tx) => {
      await permit(tx, actor, 'log', ask.pupil, today);
      return once(tx, organisation, 'log', ask.request, async () => {
        const pupil = await stillHere(tx, organisation, ask.pupil);
        const about = ask.contact ? await knownContact(tx, organisation, ask.pupil, ask.contact) : null;
        const [problem, ...more] = logProblems(ask, about, today);
        if (problem) throw new Refusal('not-valid', problem.reason, [problem, ...more]);
        const entry = {
          id: parts.ids.next(),
          pupil: ask.pupil,
          kind: ask.kind,
          on: ask.on,
          at: parts.clock.now(),
          words: ask.words,
          contact: ask.contact ?? null,
          minutes: ask.minutes ?? null,
          promise: ask.promise ?? null,
          promiseDue: ask.promiseDue ?? null,
          by: actor.person,
        };
        await addEntry(tx, organisation, entry);
        await note(tx, parts, actor, 'log', ask.pupil, { entry: entry.id, kind: entry.kind });
        return { id: entry.id, words: loggedWords(ask.kind, about, pupil.name) };
      });
    });
  };

/** The pupil, still on roll: the record of one who has left is only read. */
export const stillHere = async (tx: Transaction, organisation: string, pupil: string) => {
  const found = await pupilNamed(tx, organisation, pupil);
  if (!found) throw new Refusal('not-found', 'There is no such case, or it is not yours.');
  if (found.leftOn) throw new Refusal('not-ready', `${found.name} has left the school. The record can be read and no longer added to.`);
  return found;
};

const knownContact = async (tx: Transaction, organisation: string, pupil: string, contact: string) => {
  const found = await contactNamed(tx, organisation, pupil, contact);
  if (!found)
    throw new Refusal('not-valid', 'That person is not a contact of this pupil.', [
      { field: 'contact', reason: 'not a contact of this pupil' },
    ]);
  return found;
};
