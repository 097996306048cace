import type { VisitPage } from '#contract/visits.ts';
import { localTimeOf } from '#domain/calendar/wall-clock.ts';
import { isStandard, QUESTION_SETS } from '#domain/contributions/purpose.ts';
import { purposeFacts } from '#domain/meetings/purpose.ts';
import type { OfferedSlot } from '#domain/meetings/slot.ts';
import { slotHint } from '#domain/meetings/slot-hint.ts';
import { askedFor, requestOf } from '../contributions/request-records.ts';
import type { Transaction } from '../database/connection.ts';
import { type MeetingPersonRow, type MeetingRow, meetingRow, peopleOf } from '../meetings/meeting-records.ts';
import type { Parts } from '../parts.ts';
import { contributionOf, newestView } from './contribution-records.ts';
import type { StoredLink } from './link-records.ts';
import { schoolOf } from './open-visit.ts';
import { phoneAsked } from './phone-records.ts';
import { readingOf } from './reading-records.ts';
import { onVisit, type Visitor } from './visitor.ts';
import type { Visits } from './visits.ts';

/** What the link is for, to somebody who has typed the code. */
export const openVisitPage =
  (parts: Parts): Visits['page'] =>
  (ask) =>
    onVisit(parts, ask, (tx, visitor) => pageOfVisit(tx, parts, visitor));

/** The page of a visit: the child's first name, and of the case only what this one link is about. */
export const pageOfVisit = async (tx: Transaction, parts: Parts, { organisation, link }: Visitor): Promise<VisitPage> => ({
  purpose: link.purpose,
  school: schoolOf(link),
  hello: link.givenName,
  child: link.child,
  language: link.language,
  until: link.endsOn,
  today: parts.clock.today(link.zone),
  time: link.purpose === 'time' ? await timeOf(tx, organisation, link) : null,
  question: link.purpose === 'read' || link.purpose === 'contribution' ? null : await questionOf(tx, organisation, link),
  questions: link.purpose === 'contribution' ? await questionsOf(tx, organisation, link) : null,
  reading: link.purpose === 'read' ? await readingOf(tx, organisation, link.pupil, link.about ?? '') : null,
});

const questionOf = async (tx: Transaction, organisation: string, link: StoredLink): Promise<VisitPage['question']> => {
  const id = await contributionOfLink(tx, organisation, link);
  const found = id && (await contributionOf(tx, organisation, id));
  return found ? { about: found.forWhat, given: found.words, givenOn: found.receivedOn } : { about: null, given: null, givenOn: null };
};

/** The questions of a request, in the words in which they were asked, with what this visitor has answered. */
const questionsOf = async (tx: Transaction, organisation: string, link: StoredLink): Promise<VisitPage['questions']> => {
  const asked = await askedFor(tx, organisation, link.about ?? '');
  const request = asked && (await requestOf(tx, organisation, asked.request));
  if (!asked || !request) return null;
  return {
    title: QUESTION_SETS[request.purpose].title,
    dueOn: request.dueOn,
    given: asked.answeredAt !== null,
    asked: request.questions.map((question) => ({
      ...question,
      standard: isStandard(question),
      given: asked.answers?.find((one) => one.question === question.id)?.words ?? '',
    })),
  };
};

/** The contribution a link asks for; for a link to choose a time, the view that was asked of the same contact. */
export const contributionOfLink = async (
  tx: Transaction,
  organisation: string,
  { purpose, about, pupil, contact }: StoredLink,
): Promise<string | undefined> =>
  purpose === 'time' ? (contact ? newestView(tx, organisation, pupil, contact) : undefined) : (about ?? undefined);

const timeOf = async (tx: Transaction, organisation: string, link: StoredLink): Promise<VisitPage['time']> => {
  const meeting = await meetingRow(tx, organisation, link.about ?? '');
  if (!meeting?.proposal || meeting.state === 'cancelled') return null;
  const people = await peopleOf(tx, organisation, meeting.id);
  const open = meeting.state === 'proposed';
  return {
    purpose: meeting.purpose,
    minutes: purposeFacts(meeting.purpose).minutes,
    room: open ? (meeting.proposal.slots[0]?.room ?? null) : meeting.place,
    interpreter: link.interpreter ? link.language : null,
    slots: open ? meeting.proposal.slots.map((slot) => offered(slot, meeting, people)) : [],
    chosen: chosenOf(meeting, link.zone),
    phoneAsked: await phoneAsked(tx, organisation, link.id),
    coming: people.filter(({ contact }) => contact !== link.contact).map(({ name, words }) => (words ? `${name}, ${words}` : name)),
  };
};

const offered = (
  slot: OfferedSlot,
  { proposal }: MeetingRow,
  people: readonly MeetingPersonRow[],
): NonNullable<VisitPage['time']>['slots'][number] => {
  const { id, day, from, to } = slot;
  const order = proposal?.order ?? [];
  const answers = people.flatMap((who) => {
    const answer = slot.answers[order.indexOf(who.key)];
    return answer ? [{ part: who.part, answer }] : [];
  });
  return { id, day, from, to, hint: slotHint(answers) };
};

const chosenOf = ({ startsAt, endsAt, place, joinUrl, state }: MeetingRow, zone: string): NonNullable<VisitPage['time']>['chosen'] => {
  if (!startsAt || !endsAt || state === 'proposed') return null;
  const { day, time } = localTimeOf(startsAt, zone);
  return { day, from: time, to: localTimeOf(endsAt, zone).time, place, joinUrl };
};
