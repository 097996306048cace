import { addDays, type Day, daysBetween } from '#domain/calendar/day.ts';
import { countWords, dayWords } from '#domain/calendar/wording.ts';
import type { CaseFacts, ClockFact } from './case-facts.ts';
import { clockShort } from './clock-words.ts';
import { type Flag, type FlagRule, flag, none } from './flag.ts';

/** Rules whose clocks other flags speak of in better words. */
const SPOKEN_OF_ELSEWHERE = new Set(['school.review.date', 'school.consent', 'school.parentMeeting']);

const due = (clock: ClockFact, today: Day): number => daysBetween(today, clock.due);

/** A date that has passed and is still owed, by whomever: `Advice 7 days late`, `Review report not sent`. */
export const lateClock: FlagRule = ({ clocks }, { today }) =>
  clocks
    .filter((clock) => clock.due < today && clock.state !== 'expected')
    .map((clock) => ({ kind: 'late-clock', urgency: 'late', words: lateWords(clock, today) }));

const lateWords = (clock: ClockFact, today: Day): string => {
  if (clock.rule === 'eng.review.report') return 'Review report not sent';
  if (clock.rule === 'school.review.date') return 'Review not booked';
  return `${clockShort(clock)} ${countWords(-due(clock, today), 'day')} late`;
};

/** A date today or in the next two days: `Comments end today`, `Answer to council due Wed 25 Nov`. */
export const nearClock: FlagRule = ({ clocks }, { today }) =>
  clocks
    .filter((clock) => clock.due >= today && due(clock, today) <= 2 && clock.state !== 'expected' && !SPOKEN_OF_ELSEWHERE.has(clock.rule))
    .map((clock): Flag => ({ kind: 'near-clock', urgency: 'near', words: nearWords(clock, today) }));

const nearWords = (clock: ClockFact, today: Day): string => {
  const when = clock.due === today ? 'today' : dayWords(clock.due, today);
  if (clock.rule === 'eng.plan.representations') return `Comments end ${when}`;
  return `${clockShort(clock)} due ${when}`;
};

/** An annual review that must have a date within a week and has none. */
export const reviewNotBooked: FlagRule = ({ clocks }, { today }) => {
  const wanted = clocks.find(({ rule }) => rule === 'school.review.date');
  return wanted && wanted.due >= today && due(wanted, today) <= 7 ? flag('review-not-booked', 'near', 'Review not booked') : none;
};

/** A consent that ends within a fortnight: what rests on it stops then. */
export const consentRunsOut: FlagRule = ({ clocks }, { today }) => {
  const consent = clocks.find(({ rule }) => rule === 'school.consent');
  if (!consent || consent.due < today || due(consent, today) > 14) return none;
  return flag('consent-runs-out', 'near', `Consent runs out ${dayWords(consent.due, today)}`);
};

/** No parent meeting held this year although one is due within a week, and none booked. Three a year are expected (Code 6.65). */
export const noParentMeeting: FlagRule = ({ clocks, booked }, { today }) => {
  const meeting = clocks.find(({ rule }) => rule === 'school.parentMeeting');
  if (!meeting || due(meeting, today) > 7 || booked.some(({ purpose }) => purpose !== 'annual-review')) return none;
  return flag('no-parent-meeting', 'near', 'No parent meeting yet this year');
};

/** The review is held and reported; the council's decision is what comes next. */
export const waitingForCouncil: FlagRule = ({ clocks }, { today }) => {
  const decision = clocks.find(({ rule, state }) => rule === 'eng.review.decision' && state === 'running');
  const reportOpen = clocks.some(({ rule, state }) => rule === 'eng.review.report' && state !== 'expected');
  return decision && decision.due >= today && !reportOpen ? flag('waiting-for-council', 'info', 'Waiting for the council') : none;
};

const NUMBERS = ['None', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine'];

/** How much of the advice that the council asked for has come: `Two of five advices in`. */
export const adviceIn: FlagRule = ({ stage, events: advice }: CaseFacts) => {
  if (stage !== 'assessment' || advice.asked === 0 || advice.in >= advice.asked) return none;
  const [got, asked] = [NUMBERS[advice.in] ?? advice.in, NUMBERS[advice.asked]?.toLowerCase() ?? advice.asked];
  return flag('advice-in', 'info', `${got} of ${asked} ${advice.asked === 1 ? 'advice' : 'advices'} in`);
};

/** An annual review within three weeks: `Review on Thu 26 Nov`. */
export const reviewComing: FlagRule = ({ booked }, { today }) => {
  const review = booked.find(({ on, purpose }) => purpose === 'annual-review' && on >= today && on <= addDays(today, 21));
  return review ? flag('review-coming', 'info', `Review on ${dayWords(review.on, today)}`) : none;
};
