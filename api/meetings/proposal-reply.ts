import type { Proposal } from '#contract/meetings.ts';
import type { Actor } from '#domain/access/actor.ts';
import type { Day } from '#domain/calendar/day.ts';
import { dayWords } from '#domain/calendar/wording.ts';
import { papersLine } from '#domain/classes/gathered.ts';
import { notInvitedWords } from '#domain/meetings/invitees.ts';
import { purposeFacts } from '#domain/meetings/purpose.ts';
import { paperLine } from '#domain/meetings/readiness.ts';
import { afterwards, invitationsBy } from '#domain/meetings/review-window.ts';
import type { OfferedSlot } from '#domain/meetings/slot.ts';
import { listed } from '#domain/meetings/slot-words.ts';
import { placesAt, seatRules } from '#domain/meetings/team-rules.ts';
import { marksFor } from '../classes/strategy-records.ts';
import type { Transaction } from '../database/connection.ts';
import { Refusal } from '../refusal.ts';
import { papersOf } from './circle-records.ts';
import { type MeetingPersonRow, type MeetingRow, meetingRow, peopleOf } from './meeting-records.ts';
import { teamOf } from './meeting-reply.ts';
import { organisationPlace } from './organisation-records.ts';

/** The proposal as it stands in the record, in the words of the page. Refuses where the meeting has none. */
export async function proposalReply(tx: Transaction, actor: Actor, id: string, today: Day): Promise<Proposal> {
  const organisation = actor.scope.organisation;
  const meeting = await meetingRow(tx, organisation, id);
  const proposal = meeting?.proposal;
  if (!meeting || !proposal) throw new Refusal('not-found', 'There is no such case, or it is not yours.');
  const people = await peopleOf(tx, organisation, id);
  const best = proposal.slots.find((slot) => slot.best);
  const papers = await papersOf(tx, organisation, meeting.pupilId, today);
  return {
    meeting: id,
    version: meeting.version,
    pupil: { id: meeting.pupilId, name: `${meeting.givenName} ${meeting.surname}`, caseRef: meeting.caseRef ?? '' },
    purpose: meeting.purpose,
    title: `Find a date for ${purposeFacts(meeting.purpose).named}`,
    window: windowOf(meeting, today),
    slots: proposal.slots.map(({ id: slot, day, from, to, best: isBest, verdict, urgency, reason }) => ({
      id: slot,
      day,
      from,
      to,
      best: isBest,
      verdict,
      urgency,
      reason,
    })),
    people: people.map((person) => personOf(person, proposal.slots, proposal.order)),
    notInvited: notInvitedWords(meeting.givenName, proposal.leftOut),
    calendarsReadAt: proposal.calendarsReadAt,
    otherSlots: proposal.others,
    next: nextSteps(meeting, people, best, today),
    invitationsBy: best ? invitationsBy(meeting.purpose, best.day) : null,
    places: placesAt(seatRules(await organisationPlace(tx, organisation), meeting.purpose), await teamOf(tx, actor, meeting, today)),
    papers: [
      ...papers.map((paper) => paperLine(paper, meeting.givenName, today)),
      ...(await strategyPapers(tx, organisation, meeting.pupilId)),
    ],
  };
}

function windowOf({ windowFrom, windowTo, windowWhy }: MeetingRow, today: Day): Proposal['window'] {
  const [from, to] = [windowFrom ?? today, windowTo ?? today];
  const words = from === to ? `On ${dayWords(from, today)}` : `Between ${dayWords(from, today)} and ${dayWords(to, today)}`;
  return { from, to, words, why: [...windowWhy] };
}

function personOf(person: MeetingPersonRow, slots: readonly OfferedSlot[], order: readonly string[]): Proposal['people'][number] {
  const place = order.indexOf(person.key);
  const answers = slots.map((slot) => slot.answers[place] ?? { can: 'not-known' as const, words: 'Not known' });
  return {
    id: person.id,
    name: person.name,
    words: person.words,
    why: person.why,
    organisation: person.organisation,
    answers: answers.map(({ can, words }) => ({ can, words })),
  };
}

/** What happens next, with the dates of the best slot; only what Waymark really does, and what is left to the person. */
function nextSteps(meeting: MeetingRow, people: readonly MeetingPersonRow[], best: OfferedSlot | undefined, today: Day): string[] {
  const proposal = meeting.proposal;
  const blind =
    proposal && !proposal.calendarsReadAt
      ? ['Microsoft 365 did not answer, so no calendar was read. Check with people before you book.']
      : [];
  if (!best) return [...blind, 'No time is free in this window. Ask for other days, or for advice in writing instead.'];
  const parents = people.filter((person) => person.part === 'family').map((person) => person.name);
  const ask = parents.length > 0 ? [`Ask ${listed(parents)} which of the three suits.`] : [];
  const book = `When a time is chosen, one private Teams meeting “Review ${meeting.caseRef}” goes to everyone’s calendar.`;
  const by = invitationsBy(meeting.purpose, best.day);
  const after = afterwards(meeting.purpose, best.day);
  return [
    ...blind,
    ...ask,
    book,
    ...(by ? [`Invitations and papers go out by ${dayWords(by, today)}.`] : []),
    ...(after ? [`Report by ${dayWords(after.report, today)}, council’s decision by ${dayWords(after.decision, today)}.`] : []),
  ];
}

/** What colleagues say of the strategies, as one more paper that is in; none where nobody has said anything. */
const strategyPapers = async (tx: Transaction, organisation: string, pupil: string): Promise<Proposal['papers']> => {
  const detail = papersLine(await marksFor(tx, organisation, pupil));
  return detail ? [{ words: 'What colleagues say works', state: 'in', detail }] : [];
};
