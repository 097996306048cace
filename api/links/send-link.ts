import type { SendLinkRequest } from '#contract/visits.ts';
import type { Actor } from '#domain/access/actor.ts';
import { LINK_LIMITS } from '#domain/access/link.ts';
import { addDays, type Day } from '#domain/calendar/day.ts';
import { accessReply } from '../access/access-reply.ts';
import { permit } from '../access/permit.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import type { Transaction } from '../database/connection.ts';
import { enqueue } from '../database/enqueue.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { askContribution } from './contribution-records.ts';
import { type LinkToSave, saveLink, withdrawEarlier } from './link-records.ts';
import { readableWords } from './reading-records.ts';
import { type Receiver, receiverOf } from './receiver-records.ts';

/**
 * Sends a link to one of the family or to somebody from outside: to give a view, to answer for a class, to advise, or to read. The letter
 * leaves by the queue. Nothing can be sent to a contact who must not be reached: there is no way round it (duty 6 A1).
 */
export const sendLink =
  (parts: Parts): Casework['sendLink'] =>
  (actor, ask) => {
    const today = parts.clock.today(actor.timeZone);
    return parts.database.within(actor.scope, async (tx) => {
      await permit(tx, actor, 'send-link', ask.pupil, today);
      refuseDay(ask.until, today);
      const receiver = await reachable(tx, actor, ask, today);
      const { about, aboutWords } = await subject(tx, parts, actor, ask, receiver, today);
      const link: LinkToSave = {
        id: ask.request,
        pupil: ask.pupil,
        contact: receiver.contact,
        person: receiver.person,
        purpose: ask.purpose,
        about,
        aboutWords,
        madeBy: actor.person,
        madeAt: parts.clock.now(),
        endsOn: ask.until,
        way: ask.way ?? 'email',
      };
      await sendOut(tx, parts, actor, link);
      return accessReply(tx, actor, ask.pupil, today);
    });
  };

const refuseDay = (until: Day, today: Day): void => {
  if (until < today) throw new Refusal('not-valid', 'The last day of the link is past.', [{ field: 'until', reason: 'is past' }]);
  if (until > addDays(today, LINK_LIMITS.longestDays))
    throw new Refusal('not-valid', `A link lives at most ${LINK_LIMITS.longestDays} days.`, [
      { field: 'until', reason: 'lies too far ahead' },
    ]);
};

/** Whoever is to get the link, refused where they must not be reached, cannot be, or belong to another case. */
const reachable = async (
  tx: Transaction,
  actor: Actor,
  { pupil, contact, person, purpose, way }: SendLinkRequest & { pupil: string },
  today: Day,
): Promise<Receiver> => {
  const receiver = await receiverOf(tx, actor.scope.organisation, { pupil, contact: contact ?? null, person: person ?? null }, today);
  if (!receiver)
    throw new Refusal('not-valid', 'This person does not belong to this case today.', [
      { field: 'contact', reason: 'is not of this case' },
    ]);
  if (receiver.restricted) throw new Refusal('not-allowed', `${receiver.name} must not be contacted. Nothing can be sent to them.`);
  if (!receiver.email && way !== 'letter')
    throw new Refusal('not-ready', `There is no e-mail address for ${receiver.name}. Add one, or send the link by letter.`, [
      { field: 'way', reason: 'needs an e-mail address' },
    ]);
  if (purpose === 'view' && receiver.contact === null)
    throw new Refusal('not-valid', 'A view is asked of the family; ask others for an answer or for advice.', [
      { field: 'purpose', reason: 'is for the family' },
    ]);
  if ((purpose === 'answer' || purpose === 'advice') && receiver.person === null)
    throw new Refusal('not-valid', 'The family is asked for a view.', [{ field: 'purpose', reason: 'is for professionals' }]);
  return receiver;
};

const KINDS = { view: 'parent-view', answer: 'teacher-view', advice: 'advice' } as const;
const ASKED = { view: 'Your view', answer: 'What you see in class', advice: 'Your advice' } as const;

/** What the link is about: a contribution that is asked for with it, or the plan or meeting to be read. */
const subject = async (
  tx: Transaction,
  parts: Parts,
  actor: Actor,
  ask: SendLinkRequest & { pupil: string },
  receiver: Receiver,
  today: Day,
): Promise<{ about: string; aboutWords: string }> => {
  const { organisation } = actor.scope;
  if (ask.purpose === 'read') {
    const words = await readableWords(tx, organisation, ask.pupil, ask.about ?? '');
    if (!words)
      throw new Refusal('not-ready', 'Only a plan that is current, or a meeting that was held, can be sent to read.', [
        { field: 'about', reason: 'cannot be sent' },
      ]);
    return { about: ask.about ?? '', aboutWords: `To read: ${words}` };
  }
  const asked = {
    id: parts.ids.next(),
    pupil: ask.pupil,
    askedOf: receiver.nameWords,
    contact: receiver.contact,
    person: receiver.person,
    kind: KINDS[ask.purpose],
    forWhat: ask.forWhat ?? null,
    on: today,
    due: ask.until,
    by: actor.person,
    at: parts.clock.now(),
  };
  const about = await askContribution(tx, organisation, asked);
  return { about, aboutWords: ask.forWhat ? `${ASKED[ask.purpose]}: ${ask.forWhat}` : ASKED[ask.purpose] };
};

/** Writes the link and its letter together; a letter on paper waits until somebody prints it. One that came before it for the same thing opens no more. */
export const sendOut = async (tx: Transaction, parts: Parts, actor: Actor, link: LinkToSave): Promise<void> => {
  const { organisation } = actor.scope;
  if (!(await saveLink(tx, organisation, link))) return;
  await withdrawEarlier(tx, organisation, link);
  if (link.way !== 'letter') await enqueue(tx, 'send-link', { link: link.id }, { key: link.id });
  await note(tx, parts, actor, 'send-link', link.pupil, {
    link: link.id,
    purpose: link.purpose,
    contact: link.contact,
    person: link.person,
    until: link.endsOn,
    ...(link.way === 'letter' ? { way: link.way } : {}),
  });
};
