import type { Urgency } from '#contract/fields.ts';
import type { Meetings } from '#contract/meetings.ts';
import type { Actor } from '#domain/access/actor.ts';
import { addDays, type Day, daysBetween } from '#domain/calendar/day.ts';
import { schoolYearOf } from '#domain/calendar/school-year.ts';
import { localTimeOf, type Zone } from '#domain/calendar/wall-clock.ts';
import { countWords, daysLeftWords, dayWords } from '#domain/calendar/wording.ts';
import { parentMeetingsWords } from '#domain/meetings/parent-meetings.ts';
import { purposeFacts } from '#domain/meetings/purpose.ts';
import { papersWords, peopleWords, viewsWords } from '#domain/meetings/readiness.ts';
import { permitInHouse } from '../access/permit.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import type { Parts } from '../parts.ts';
import { whenWords } from './already-arranged.ts';
import { type ListedMeeting, meetingsSince, parentMeetings } from './meetings-records.ts';

/** Meetings held so long ago are found on the pupil's own page. */
const HELD_FOR_DAYS = 42;

/** Is it ready? Meetings to come with papers, views and people in words; those held with what came of them. */
export const openMeetings =
  (parts: Parts): Casework['openMeetings'] =>
  (actor) => {
    permitInHouse(actor, 'open-caseload');
    const today = parts.clock.today(actor.timeZone);
    return parts.database.within(actor.scope, async (tx) => {
      const listed = await meetingsSince(tx, actor, today, addDays(today, -HELD_FOR_DAYS));
      const families = await parentMeetings(tx, actor, today, schoolYearOf(today).from);
      const pupils = [...new Set([...listed.map((one) => one.pupil), ...families.map((one) => one.id)])];
      await note(tx, parts, actor, 'open-meetings', pupils);
      const { sentence, short } = parentMeetingsWords(families, today);
      return {
        coming: listed.filter((one) => !isHeld(one)).map((one) => coming(one, actor, today)),
        held: listed
          .filter(isHeld)
          .reverse()
          .map((one) => held(one, actor.timeZone, today)),
        parentMeetings: { sentence, short: [...short] },
      };
    });
  };

const isHeld = ({ state }: ListedMeeting): boolean => state === 'held' || state === 'reported';
const pupilOf = ({ pupil, surname, givenName, caseRef }: ListedMeeting) => ({ id: pupil, name: `${surname}, ${givenName}`, caseRef });

/** Today and the next two days are near, a week is soon (screens.md, levels of urgency). */
function urgencyOf(day: Day | null, today: Day): Urgency {
  if (!day) return 'info';
  const left = daysBetween(today, day);
  return left < 0 ? 'late' : left <= 2 ? 'near' : left <= 7 ? 'soon' : 'later';
}

function coming(one: ListedMeeting, actor: Actor, today: Day): Meetings['coming'][number] {
  const booked = one.state === 'booked' || one.state === 'running';
  const day = one.startsAt ? localTimeOf(one.startsAt, actor.timeZone).day : one.windowTo;
  const offered = one.slots === 0 ? 'No date yet' : `${countWords(one.slots, 'date')} offered`;
  const by = day ? `${offered}, by ${dayWords(day, today)}` : offered;
  return {
    id: one.id,
    startsAt: one.startsAt,
    when: one.startsAt ? whenWords(one, actor.timeZone, today) : by,
    daysWords: day ? daysLeftWords(day, today) : '',
    urgency: urgencyOf(day, today),
    title: purposeFacts(one.purpose).title,
    pupil: pupilOf(one),
    state: one.state,
    papers: papersWords(one.papers),
    views: viewsWords(one.papers),
    people: peopleWords(one.people, booked),
  };
}

function held(one: ListedMeeting, zone: Zone, today: Day): Meetings['held'][number] {
  const at = one.startedAt ?? one.startsAt;
  return {
    id: one.id,
    when: at ? dayWords(localTimeOf(at, zone).day, today) : '',
    title: purposeFacts(one.purpose).title,
    pupil: pupilOf(one),
    state: minutesWords(one, at && localTimeOf(at, zone).day, today),
    urgency: minutesUrgency(one, at && localTimeOf(at, zone).day, today),
    outcome: [countWords(one.decisions, 'decision'), countWords(one.actions, 'action')].join(', '),
    minutesUrl: one.minutesUrl,
  };
}

/** Minutes are wanting when they have not been filed in the time that the report of a review has. */
const MINUTES_WITHIN_DAYS = 14;

const reportOwed = ({ purpose, reportDue }: ListedMeeting): Day | null => (purpose === 'annual-review' ? reportDue : null);

function minutesUrgency(one: ListedMeeting, on: Day | null, today: Day): Urgency {
  const report = urgencyOf(reportOwed(one), today);
  if (report === 'late' || report === 'near') return report;
  const wanting = !one.minutesUrl && on !== null && daysBetween(on, today) > MINUTES_WITHIN_DAYS;
  return wanting || one.unsettled > 0 ? 'near' : report;
}

function minutesWords(one: ListedMeeting, on: Day | null, today: Day): string {
  const dissent = one.disagreements > 0 ? `, ${countWords(one.disagreements, 'view')} against recorded` : '';
  const after = on && daysBetween(on, today) > MINUTES_WITHIN_DAYS ? `after ${countWords(daysBetween(on, today), 'day')}` : 'yet';
  const minutes = one.minutesUrl ? `Minutes filed${dissent}` : `Minutes not filed ${after}${dissent}`;
  const report = reportOwed(one);
  const unsettled = one.unsettled > 0 ? `; ${countWords(one.unsettled, 'action')} without an owner or date` : '';
  return `${report ? `Report ${daysLeftWords(report, today)}; ${minutes.toLowerCase()}` : minutes}${unsettled}`;
}
