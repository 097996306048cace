import type { Day } from '#domain/calendar/day.ts';
import { schoolYearOf } from '#domain/calendar/school-year.ts';
import { localTimeOf } from '#domain/calendar/wall-clock.ts';
import { dayWords, dayWordsWithYear } from '#domain/calendar/wording.ts';
import type { FactValue, LetterFacts } from '#domain/letters/fact.ts';
import { type Purpose, purposeFacts } from '#domain/meetings/purpose.ts';
import { invitationsBy } from '#domain/meetings/review-window.ts';
import { instantText } from '../caseload/instant-text.ts';
import { factOf, list, words } from './fact-of.ts';
import type { LetterCase, LetterMeeting } from './letter-case-records.ts';

const BOOKED = new Set(['being-booked', 'booked', 'running']);

export const isBooked = ({ state }: LetterMeeting): boolean => BOOKED.has(state);

/** `Annual review, Tue 8 Dec`. */
export const meetingWords = (meeting: LetterMeeting, zone: string, today: Day): string =>
  `${purposeFacts(meeting.purpose as Purpose).title}, ${dayWords(dayOf(meeting, zone), today)}`;

export const dayOf = ({ startsAt }: LetterMeeting, zone: string): Day => localTimeOf(instantText(startsAt) ?? startsAt, zone).day;

const slotOf = ({ startsAt, endsAt }: LetterMeeting, zone: string): FactValue => {
  const start = localTimeOf(instantText(startsAt) ?? startsAt, zone);
  const end = endsAt && localTimeOf(instantText(endsAt) ?? endsAt, zone);
  return end ? { as: 'slot', day: start.day, from: start.time, to: end.time } : { as: 'day', day: start.day };
};

/** `Gareth Pugh, class teacher`. */
const named = ({ name, words: part }: LetterMeeting['people'][number]): string => (part ? `${name}, ${part}` : name);

/** What an invitation says of a booked meeting: when, where, who else, and by when papers come. */
export const bookedFacts = (meeting: LetterMeeting | undefined, to: string, zone: string, today: Day): LetterFacts => {
  if (!meeting) return {};
  const on = dayOf(meeting, zone);
  const source = `Meeting booked for ${dayWordsWithYear(on)}`;
  const papers = meeting.purpose === 'annual-review' ? invitationsBy('annual-review', on) : null;
  return {
    ...factOf('meetingWhen', slotOf(meeting, zone), source),
    ...factOf('meetingPlace', words(meeting.place ?? (meeting.joinUrl ? 'Microsoft Teams' : null)), source),
    ...factOf('meetingLink', words(meeting.joinUrl), source),
    ...factOf('meetingPeople', list(meeting.people.filter(({ contact }) => contact === null || contact !== to).map(named)), source),
    ...(papers && papers >= today ? factOf('papersBy', { as: 'day', day: papers }, 'SEND Regulations 2014, reg 20(4)') : {}),
  };
};

const ofKind = ({ entries }: LetterMeeting, kind: string): readonly string[] =>
  entries.filter((entry) => entry.kind === kind).map(({ words: said, saidBy }) => (saidBy ? `${saidBy}: ${said}` : said));

/** What a letter says of a meeting that was held: who came, what was said, decided and left open. */
export const heldFacts = (meeting: LetterMeeting | undefined, zone: string, today: Day): LetterFacts => {
  if (!meeting) return {};
  const on = dayOf(meeting, zone);
  const source = `Record of the meeting of ${dayWordsWithYear(on)}`;
  const came = meeting.people.filter(({ came: how }) => how !== null && how !== 'absent');
  return {
    ...factOf('heldOn', { as: 'day', day: on }, source),
    ...factOf('heldPeople', list(came.map(named)), source),
    ...factOf('views', list(ofKind(meeting, 'view')), source),
    ...factOf('decisions', list(ofKind(meeting, 'decision')), source),
    ...factOf('disagreements', list(ofKind(meeting, 'disagreement')), source),
    ...factOf(
      'actions',
      list(
        meeting.actions.map(
          ({ words: what, owner, due }) => `${owner ? `${owner}: ` : ''}${what}${due ? `, by ${dayWords(due, today)}` : ''}`,
        ),
      ),
      source,
    ),
  };
};

/** The next meeting, and how many with parents were held this school year (at least three: Code of Practice 6.65). */
export const yearFacts = ({ meetings, metOn }: LetterCase, zone: string, today: Day): LetterFacts => {
  const year = schoolYearOf(today);
  const here = meetings.filter((one) => !isBooked(one)).map((one) => dayOf(one, zone));
  // a meeting that was held here is an event of the case as well: a day counts once
  const held = [...new Set([...metOn, ...here])].filter((day) => day >= year.from && day <= today);
  const next = meetings.filter((one) => isBooked(one) && dayOf(one, zone) >= today).at(-1);
  return {
    ...(held.length > 0 ? factOf('meetingNumber', words(String(held.length)), `Meetings since ${dayWordsWithYear(year.from)}`) : {}),
    ...(next ? factOf('nextMeeting', slotOf(next, zone), `Meeting booked for ${dayWordsWithYear(dayOf(next, zone))}`) : {}),
  };
};
