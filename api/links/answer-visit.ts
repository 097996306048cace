import type { VisitRequest } from '#contract/visits.ts';
import type { Actor } from '#domain/access/actor.ts';
import { addAction } from '../actions/action-records.ts';
import { receiveAnswers } from '../contributions/receive-answers.ts';
import { askedFor, requestOf } from '../contributions/request-records.ts';
import type { Transaction } from '../database/connection.ts';
import { bookReview } from '../meetings/book-review.ts';
import { meetingRow } from '../meetings/meeting-records.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { receiveContribution } from './contribution-records.ts';
import { markAnswered, type StoredLink } from './link-records.ts';
import { noteReply } from './phone-records.ts';
import { contributionOfLink, pageOfVisit } from './visit-page.ts';
import { noteVisitor, onVisit, type Visitor } from './visitor.ts';
import type { Visits } from './visits.ts';

type Ask = VisitRequest<'answer'>;

/**
 * Takes what a visitor answers: a time, the wish to be telephoned, words of their own. The words are kept first and by themselves, so that a
 * time which has gone meanwhile loses none of them. May be sent again until the link ends; the newer words stand.
 */
export const answerVisit =
  (parts: Parts): Visits['answer'] =>
  async (ask) => {
    const visitor = await onVisit(parts, ask, async (tx, found) => {
      refuseOther(found.link, ask);
      if (ask.words !== undefined) await keepWords(tx, parts, found, ask.words);
      if (ask.answers !== undefined) await keepAnswers(tx, parts, found, ask.answers);
      if (ask.time === 'phone-me') await askForCall(tx, parts, found);
      return found;
    });
    if (ask.time !== undefined && ask.time !== 'phone-me') await chooseTime(parts, visitor, ask.time.slot);
    return onVisit(parts, ask, (tx, found) => pageOfVisit(tx, parts, found));
  };

/** A link does what it was made for and nothing else. */
const refuseOther = ({ purpose }: StoredLink, { time, words, answers }: Ask): void => {
  const asks = purpose === 'contribution';
  if (purpose === 'read' || (time !== undefined && purpose !== 'time') || (answers !== undefined) !== asks || (asks && words !== undefined))
    throw new Refusal('not-allowed', 'This link was not made for that.');
  if (purpose !== 'time' && !asks && words === undefined)
    throw new Refusal('not-valid', 'Nothing was written yet.', [{ field: 'words', reason: 'is empty' }]);
};

const keepWords = async (tx: Transaction, parts: Parts, visitor: Visitor, words: string): Promise<void> => {
  const { organisation, link } = visitor;
  const contribution = await contributionOfLink(tx, organisation, link);
  if (!contribution) throw new Refusal('not-ready', 'What was asked for is no longer asked. Telephone the school.');
  const giving = { by: link.person ?? link.contact ?? link.madeBy, at: parts.clock.now(), on: parts.clock.today(link.zone) };
  await receiveContribution(tx, organisation, contribution, words, giving);
  await markAnswered(tx, organisation, link.id, parts.clock.now());
  await noteVisitor(tx, parts, visitor, 'answer-link', { contribution });
};

/** What a visitor answered to the questions of a request, taken as an answer on a card is. */
const keepAnswers = async (tx: Transaction, parts: Parts, visitor: Visitor, answers: NonNullable<Ask['answers']>): Promise<void> => {
  const { organisation, link } = visitor;
  const asked = await askedFor(tx, organisation, link.about ?? '', true);
  const request = asked && (await requestOf(tx, organisation, asked.request));
  if (!asked?.standing || request?.state !== 'open')
    throw new Refusal('not-ready', 'What was asked for is no longer asked. Telephone the school.');
  await receiveAnswers(tx, parts, organisation, { asked, request }, answers, parts.clock.today(link.zone));
  await markAnswered(tx, organisation, link.id, parts.clock.now());
  await noteVisitor(tx, parts, visitor, 'answer-link', { contribution: asked.contribution });
};

const askForCall = async (tx: Transaction, parts: Parts, visitor: Visitor): Promise<void> => {
  const { organisation, link } = visitor;
  const [now, today] = [parts.clock.now(), parts.clock.today(link.zone)];
  await addAction(tx, organisation, {
    id: link.id,
    pupil: link.pupil,
    meeting: null,
    item: null,
    words: `Telephone ${link.name}: none of the times suits (Review ${link.caseRef ?? ''})`,
    ownerId: link.madeBy,
    ownerName: link.maker,
    due: today,
    at: now,
  });
  await markAnswered(tx, organisation, link.id, now);
  await noteVisitor(tx, parts, visitor, 'answer-link', { time: 'phone-me' });
};

/**
 * Books the time that was chosen, in the name of whoever sent the link: sending it gave the family this one choice, and the deed that books
 * is the same one as on the page.
 */
const chooseTime = async (parts: Parts, visitor: Visitor, slot: string): Promise<void> => {
  const { organisation, link } = visitor;
  const scope = { organisation, schools: [link.schoolId] };
  const sender: Actor = { person: link.madeBy, name: link.maker, roles: ['coordinator'], scope, door: 'link', timeZone: link.zone };
  const meeting = await parts.database.within(scope, (tx) => meetingRow(tx, organisation, link.about ?? ''));
  if (!meeting) throw gone();
  await bookReview(parts)(sender, { meeting: meeting.id, slot, version: meeting.version, agreed: 'link' }).catch((fault: unknown) => {
    throw fault instanceof Refusal && fault.kind !== 'elsewhere-unwell' ? gone() : fault;
  });
  await parts.database.within(scope, async (tx) => {
    if (link.contact) await noteReply(tx, organisation, meeting.id, link.contact);
    await markAnswered(tx, organisation, link.id, parts.clock.now());
    await noteVisitor(tx, parts, visitor, 'answer-link', { meeting: meeting.id, slot });
  });
};

/** Whatever stood against it is the school's to know; the family is told what they can do. */
const gone = (): Refusal =>
  new Refusal('changed-meanwhile', 'That time has gone meanwhile. Choose another one, or ask us to telephone you. What you wrote is kept.');
