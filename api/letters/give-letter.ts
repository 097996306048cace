import type { FiledLetter, GiveLetterRequest } from '#contract/letters.ts';
import type { Actor } from '#domain/access/actor.ts';
import { addDays, type Day } from '#domain/calendar/day.ts';
import { LANGUAGES } from '#domain/letters/language.ts';
import { eventOfLetter } from '#domain/letters/letter-events.ts';
import { permit } from '../access/permit.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import { insertEvent } from '../clocks/event-records.ts';
import { recount } from '../clocks/recount.ts';
import type { Transaction } from '../database/connection.ts';
import { sendOut } from '../links/send-link.ts';
import { organisationPlace } from '../meetings/organisation-records.ts';
import type { Parts } from '../parts.ts';
import { addEntry } from '../pupils/log-records.ts';
import { Refusal } from '../refusal.ts';
import { type LetterRow, letterRow, markGiven } from './letter-records.ts';
import { filedReply, letterLineOf } from './letter-reply.ts';
import { letterToRead } from './open-letter.ts';
import { openCase } from './prepare-letter.ts';

/** So long a letter can be read by its link. */
const LINK_DAYS = 28;

/**
 * Sends a filed letter: by a link that asks for a code before the child's name is shown, or on paper, which is only noted. It stands on the
 * timeline. Somebody who has come to be restricted since the letter was written is sent nothing (duty 6 A1).
 */
export const giveLetter =
  (parts: Parts): Casework['giveLetter'] =>
  (actor, ask): Promise<FiledLetter> => {
    const today = parts.clock.today(actor.timeZone);
    return parts.database.within(actor.scope, async (tx) => {
      const row = await letterToRead(tx, actor, ask.letter, today);
      await permit(tx, actor, 'send-link', row.pupil, today);
      refuseGiving(row, ask, today);
      if (ask.how === 'link') await sendReading(tx, parts, actor, row, ask.request, today);
      const { organisation } = actor.scope;
      if (await markGiven(tx, organisation, { id: row.id, how: ask.how, on: ask.on, by: actor.person })) {
        await addEntry(tx, organisation, logged(parts, actor, row, ask));
        await happened(tx, parts, actor, row, ask.on, today);
        await note(tx, parts, actor, 'give-letter', row.pupil, { letter: row.id, how: ask.how });
      }
      const now = await letterRow(tx, organisation, row.id);
      return filedReply(now ?? row, await openCase(tx, actor, row.pupil, today));
    });
  };

/** Writes the letter into the case as what it is to the law, where a clock or a step waits for it, and has the clocks counted again. */
const happened = async (tx: Transaction, parts: Parts, actor: Actor, row: LetterRow, on: Day, today: Day): Promise<void> => {
  const { organisation } = actor.scope;
  const event = eventOfLetter(await organisationPlace(tx, organisation), row);
  if (!event) return;
  const { kind, ...details } = event;
  const at = parts.clock.now();
  await insertEvent(tx, organisation, { id: parts.ids.next(), pupil: row.pupil, kind, on, details, by: actor.person, at });
  await recount(tx, organisation, [row.pupil], today, at);
};

const refuseGiving = (row: LetterRow, { how, on }: GiveLetterRequest, today: Day): void => {
  if (row.restricted) throw new Refusal('not-allowed', `${row.addressee} must not be contacted. Nothing can be sent to them.`);
  if (on > today)
    throw new Refusal('not-valid', 'A letter cannot have gone on a day that is still to come.', [{ field: 'on', reason: 'lies ahead' }]);
  if (on < row.dated)
    throw new Refusal('not-valid', 'The letter was written after that day.', [{ field: 'on', reason: 'is before the letter' }]);
  const { noLink } = filedReply(row, { givenName: '', surname: '', caseRef: null });
  if (how === 'link' && noLink) throw new Refusal('not-ready', noLink);
};

const sendReading = (tx: Transaction, parts: Parts, actor: Actor, row: LetterRow, request: string, today: Day): Promise<void> =>
  sendOut(tx, parts, actor, {
    id: request,
    pupil: row.pupil,
    contact: row.contact,
    person: null,
    purpose: 'read',
    about: row.id,
    aboutWords: `To read: ${letterLineOf(row).title}`,
    madeBy: actor.person,
    madeAt: parts.clock.now(),
    endsOn: addDays(today, LINK_DAYS),
  });

const HOW = { link: 'sent as a link', post: 'sent by post', hand: 'given by hand' } as const;

const logged = (parts: Parts, actor: Actor, row: LetterRow, { how, on }: GiveLetterRequest) => ({
  id: parts.ids.next(),
  pupil: row.pupil,
  kind: 'letter',
  on,
  at: parts.clock.now(),
  words: `${letterLineOf(row).title}, in ${LANGUAGES[row.language].name}, ${HOW[how]}`,
  contact: row.contact,
  minutes: null,
  promise: null,
  promiseDue: null,
  by: actor.person,
});
