import type { ProposeRequest } from '#contract/meetings.ts';
import type { Actor } from '#domain/access/actor.ts';
import { yearPeriodStartingWith } from '#domain/calendar/counting.ts';
import { type Day, type Instant, weekdayOf } from '#domain/calendar/day.ts';
import { instantOf, type WallClock } from '#domain/calendar/wall-clock.ts';
import { agendaFor } from '#domain/meetings/agenda.ts';
import type { Diary, Lesson } from '#domain/meetings/availability.ts';
import { type Invitation, whoMustCome } from '#domain/meetings/invitees.ts';
import { type Purpose, purposeFacts, usualPurpose } from '#domain/meetings/purpose.ts';
import { type ReviewWindow, reviewWindow } from '#domain/meetings/review-window.ts';
import { daysToRead, offerSlots } from '#domain/meetings/slots.ts';
import { permit } from '../access/permit.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import type { Transaction } from '../database/connection.ts';
import type { CalendarRead } from '../graph/gateway.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { alreadyArranged } from './already-arranged.ts';
import { type TakenTime, takenTimes } from './booking-records.ts';
import { calendarsInTime } from './calendars-in-time.ts';
import { circleOf, type MeetingPupil, meetingPupil, reviewDates, type TimetabledLesson, timetableOf, toldTimes } from './circle-records.ts';
import { openMeetingOf, peopleOf, type StoredProposal, savePeople } from './meeting-records.ts';
import { openProposalRow, type ProposalToSave, refreshProposalRow } from './proposal-records.ts';
import { proposalReply } from './proposal-reply.ts';
import { meetingDay, type SchoolDay, schoolDay } from './school-day.ts';

/** All that the record knows before a calendar is read. */
type Prepared = {
  readonly pupil: MeetingPupil;
  readonly purpose: Purpose;
  readonly school: SchoolDay;
  readonly window: ReviewWindow;
  readonly invitation: Invitation;
  readonly told: Awaited<ReturnType<typeof toldTimes>>;
  readonly lessons: Awaited<ReturnType<typeof timetableOf>>;
  /** What other reviews of ours hold in the window. */
  readonly taken: readonly TakenTime[];
};

/**
 * Who must come, the window the law allows, and three slots with reasons. One request to Graph per 20 calendars, outside any
 * transaction; if Microsoft 365 does not answer in 8 seconds the proposal is made without calendars and says so. An open proposal
 * is refreshed, never doubled.
 */
export const proposeReview =
  (parts: Parts): Casework['proposeReview'] =>
  async (actor, ask) => {
    const today = parts.clock.today(actor.timeZone);
    const prepared = await parts.database.within(actor.scope, (tx) => prepare(tx, parts, actor, ask, today));
    const calendars = await readCalendars(parts, actor, prepared);
    const proposal = offer(prepared, actor, calendars, calendars ? parts.clock.now() : null);
    return parts.database.within(actor.scope, async (tx) => {
      const meeting = await save(tx, parts, actor, prepared, proposal);
      await note(tx, parts, actor, 'propose-review', prepared.pupil.id, { meeting, slots: proposal.slots.length });
      return proposalReply(tx, actor, meeting, today);
    });
  };

async function prepare(
  tx: Transaction,
  _parts: Parts,
  actor: Actor,
  ask: { pupil: string } & ProposeRequest,
  today: Day,
): Promise<Prepared> {
  await permit(tx, actor, 'schedule-review', ask.pupil, today);
  const organisation = actor.scope.organisation;
  const pupil = await meetingPupil(tx, organisation, ask.pupil);
  if (!pupil) throw new Refusal('not-found', 'There is no such case, or it is not yours.');
  if (!pupil.caseRef) throw new Refusal('not-ready', `${pupil.givenName} has no case yet. Put the pupil on the register first.`);
  const purpose = ask.purpose ?? usualPurpose(pupil.stage);
  refuseIfArranged(await openMeetingOf(tx, organisation, pupil.id, purpose), actor, today);
  const { since, planEnds } = await reviewDates(tx, organisation, pupil.id);
  const school = schoolDay(pupil.calendar);
  const completeBy = since ? yearPeriodStartingWith(since) : null;
  const { notBefore, notAfter } = ask;
  const plannedMonth = pupil.reviewMonth;
  const window = reviewWindow({
    purpose,
    today,
    calendar: school.calendar,
    completeBy,
    reviewBy: planEnds,
    notBefore,
    notAfter,
    plannedMonth,
  });
  const invitation = whoMustCome(purpose, await circleOf(tx, actor, pupil, today), window.from);
  const [from, to] = [moment(window.from, '00:00', actor), moment(window.to, '23:59', actor)];
  const keys = invitation.invited.map((one) => one.key);
  const people = invitation.invited.flatMap((one) => one.person ?? []);
  const told = await toldTimes(tx, organisation, keys, from, to);
  const lessons = await timetableOf(tx, organisation, people);
  const taken = await takenTimes(tx, organisation, from, to);
  return { pupil, purpose, school, window, invitation, told, lessons, taken };
}

const moment = (day: Day, time: string, actor: Actor): Instant => instantOf(day, time as WallClock, actor.timeZone);

function refuseIfArranged(open: Parameters<typeof alreadyArranged>[0] | undefined, actor: Actor, today: Day): void {
  const words = open && alreadyArranged(open, actor.timeZone, today);
  if (words) throw new Refusal('not-ready', words);
}

async function readCalendars(
  parts: Parts,
  actor: Actor,
  { invitation, school, window }: Prepared,
): Promise<readonly CalendarRead[] | null> {
  const range = daysToRead(window.days);
  const people = invitation.invited.flatMap((one) => (one.person && one.email ? [one.email] : []));
  const emails = [...new Set([...people, ...school.meetings.rooms.map((room) => room.email)])];
  if (!range || emails.length === 0) return [];
  return calendarsInTime(parts, actor, emails, [range.from, range.to]);
}

function offer(prepared: Prepared, actor: Actor, read: readonly CalendarRead[] | null, readAt: Instant | null): StoredProposal {
  const { invitation, window, purpose, school } = prepared;
  const busy = (email: string | null) => {
    const found = read?.find((one) => one.email.toLowerCase() === email?.toLowerCase());
    return found && 'busy' in found ? found.busy : null;
  };
  const diaryOf = (one: Invitation['invited'][number]): Diary => ({
    calendar: busy(one.email),
    told: prepared.told.filter(({ who }) => who === one.key),
    lessons: prepared.lessons
      .filter(({ person }) => person === one.person)
      .flatMap((lesson) => heldOn(lesson, window.days, actor.timeZone)),
    reviews: one.person ? prepared.taken.filter(({ people }) => people.includes(one.person ?? '')) : [],
  });
  const { minutes } = purposeFacts(purpose);
  const found = offerSlots({
    days: window.days,
    minutes,
    zone: actor.timeZone,
    school: meetingDay(school, actor.timeZone, { busy, taken: (name) => prepared.taken.filter(({ room }) => room === name) }),
    invited: invitation.invited,
    diaries: new Map(invitation.invited.map((one) => [one.key, diaryOf(one)])),
    arranger: `person/${actor.person}`,
  });
  const order = invitation.invited.map((one) => one.key);
  return { slots: found.slots, others: found.others, order, calendarsReadAt: readAt, leftOut: invitation.leftOut, minutes };
}

/** A lesson of the week on each day of the window on which it is given. */
const heldOn = ({ name, weekday, from, to }: TimetabledLesson, days: readonly Day[], zone: string): Lesson[] =>
  days.filter((day) => weekdayOf(day) === weekday).map((day) => ({ name, from: instantOf(day, from, zone), to: instantOf(day, to, zone) }));

/** Opens the meeting, or refreshes the one that is open; whoever comes second at the same moment refreshes too. */
async function save(tx: Transaction, parts: Parts, actor: Actor, prepared: Prepared, proposal: StoredProposal): Promise<string> {
  const organisation = actor.scope.organisation;
  const { pupil, purpose, window, invitation } = prepared;
  const agenda = agendaFor(purpose, pupil);
  const open = await openMeetingOf(tx, organisation, pupil.id, purpose);
  refuseIfArranged(open, actor, parts.clock.today(actor.timeZone));
  const toSave: ProposalToSave = {
    id: open?.id ?? parts.ids.next(),
    pupil: pupil.id,
    purpose,
    organiser: actor.person,
    window,
    agenda,
    proposal,
  };
  const opened = open ? false : await openProposalRow(tx, organisation, toSave, parts.clock.now());
  const id = opened ? toSave.id : (open ?? (await openMeetingOf(tx, organisation, pupil.id, purpose)))?.id;
  if (!id) throw new Refusal('changed-meanwhile', 'Somebody else is arranging this review. Look again.');
  if (!opened) await refreshProposalRow(tx, organisation, { ...toSave, id }, parts.clock.now());
  const known = new Map((await peopleOf(tx, organisation, id)).map((person) => [person.key, person.id]));
  await savePeople(
    tx,
    organisation,
    id,
    invitation.invited.map((one) => ({ ...one, id: known.get(one.key) ?? parts.ids.next() })),
  );
  return id;
}
