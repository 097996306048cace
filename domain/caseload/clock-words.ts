import type { Day } from '#domain/calendar/day.ts';
import { countWords, nearDayWords } from '#domain/calendar/wording.ts';
import { JURISDICTIONS } from '#domain/timelines/jurisdictions.ts';
import type { ClockFact } from './case-facts.ts';

/** How lists speak of a clock: in a column, as a thing to do, and why this date. */
type Speech = {
  /** `Review report`, in a column of the caseload. */
  readonly short: string;
  /** `Send the annual review report`, a line of Today. */
  readonly task: string;
  readonly why: (on: string) => string;
};

const SPEECH: Readonly<Record<string, Speech>> = {
  'eng.ehcna.decision': {
    short: 'Decision to assess',
    task: 'Decision whether to assess',
    why: (on) => `Six weeks after the council received the request on ${on}`,
  },
  'eng.advice.response': { short: 'Advice', task: 'Advice for the assessment', why: (on) => `Six weeks after the council asked on ${on}` },
  'eng.ehcna.noPlan': {
    short: 'No-plan decision',
    task: 'Decision not to make a plan, if so',
    why: (on) => `16 weeks after the council received the request on ${on}`,
  },
  'eng.plan.representations': {
    short: 'Comments on draft',
    task: 'Last day for the family to comment on the draft plan',
    why: (on) => `15 days beginning with ${on} · nothing received yet`,
  },
  'eng.school.consultation': {
    short: 'Answer to council',
    task: 'Answer the council’s school consultation',
    why: (on) => `15 days after ${on}`,
  },
  'eng.plan.final': {
    short: 'Final plan',
    task: 'Final EHC plan',
    why: (on) => `20 weeks after the council received the request on ${on}`,
  },
  'eng.records.subjectAccess': {
    short: 'Record asked for',
    task: 'Answer the request for the record',
    why: (on) => `One month after the request was received on ${on}`,
  },
  'eng.review.annual': { short: 'Annual review', task: 'Annual review complete', why: (on) => `12 months starting with ${on}` },
  'eng.review.notice': {
    short: 'Invitations',
    task: 'Send the invitations to the review',
    why: (on) => `Two weeks before the meeting on ${on}`,
  },
  'eng.review.papers': {
    short: 'Review papers',
    task: 'Send round the papers for the review',
    why: (on) => `Two weeks before the meeting on ${on}`,
  },
  'eng.review.report': {
    short: 'Review report',
    task: 'Send the annual review report',
    why: (on) => `Two weeks after the meeting on ${on}`,
  },
  'eng.review.decision': {
    short: 'Review decision',
    task: 'Decision after the annual review',
    why: (on) => `Four weeks after the meeting on ${on}`,
  },
  'eng.review.amendmentNotice': {
    short: 'Proposed changes',
    task: 'Notice of the proposed changes',
    why: (on) => `Four weeks after the meeting on ${on}`,
  },
  'eng.review.amendRepresentations': {
    short: 'Comments on changes',
    task: 'Last day for the family to comment on the changes',
    why: (on) => `15 days beginning with ${on}`,
  },
  'eng.review.amendedFinal': { short: 'Amended plan', task: 'Amended final plan', why: (on) => `Eight weeks after the notice of ${on}` },
  'eng.phase.other': {
    short: 'Transfer review',
    task: 'Plan ready for the next phase',
    why: (on) => `Before 15 February of the year of the move on ${on}`,
  },
  'eng.phase.post16': {
    short: 'Post-16 transfer',
    task: 'Plan ready for the post-16 place',
    why: (on) => `Before 31 March of the year of the move on ${on}`,
  },
  'eng.appeal.lodge': {
    short: 'Right to appeal ends',
    task: 'Last day for the family to appeal',
    why: (on) => `Two months after the decision of ${on}`,
  },
  'eng.mediation.contact': {
    short: 'Mediation',
    task: 'Last day for the family to contact a mediation adviser',
    why: (on) => `Two months after the decision of ${on}`,
  },
  'eng.support.meetings': {
    short: 'Three parent meetings',
    task: 'Third meeting with the parents this year',
    why: () => 'At least three a year',
  },
  'school.plan.review': { short: 'Plan review', task: 'Review the support plan', why: (on) => `Agreed with the plan on ${on}` },
  'school.parentMeeting': {
    short: 'Parent meeting',
    task: 'Meeting with parents',
    why: () => 'At least three a year · none yet since September',
  },
  'school.consent': { short: 'Consent', task: 'Renew consent', why: (on) => `Consent of ${on} runs out` },
  'school.review.date': {
    short: 'Review date',
    task: 'Choose the annual review date',
    why: (on) => `Planning began on ${on}; invitations go two weeks ahead`,
  },
};

/** Every rule by its id: one that lists have no words of their own for is named and explained in the law's. */
const RULES = new Map(Object.values(JURISDICTIONS).flatMap(({ rules }) => rules.map((rule) => [rule.id, rule] as const)));

const titleOf = (rule: string): string => RULES.get(rule)?.title ?? rule;

/** `Within 45 school days · from Mon 5 Oct`: the heart of a rule, and the day from which it is counted. */
const heartOf = (rule: string, on: string): string => {
  const heart = RULES.get(rule)?.words.split('**')[1];
  return heart ? `${heart.charAt(0).toUpperCase()}${heart.slice(1)} · from ${on}` : `Since ${on}`;
};

/** A column's name for a clock: `Parent meeting 1 of 3`. A rule without words of its own keeps its title. */
export const clockShort = ({ rule, because }: ClockFact, title?: string): string => {
  const short = SPEECH[rule]?.short ?? title ?? titleOf(rule);
  return rule === 'school.parentMeeting' && because ? `${short} ${because}` : short;
};

/** What is to be done: `Speech and language advice`, `Renew consent for occupational therapy`. */
export const clockTask = (clock: ClockFact, title?: string): string => {
  const task = SPEECH[clock.rule]?.task ?? title ?? titleOf(clock.rule);
  if (clock.rule === 'eng.advice.response') return clock.about ?? task;
  if (clock.rule === 'school.consent') return clock.about ? `${task} for ${clock.about}` : task;
  if (clock.rule === 'school.parentMeeting') return clock.because ? `${task} (${clock.because})` : task;
  return task;
};

/** Why this date: `Two weeks after the meeting on Fri 6 Nov`, with how often it was chased. */
export const clockWhy = ({ rule, on, chased, state }: ClockFact, today: Day): string => {
  const why = SPEECH[rule]?.why(nearDayWords(on, today)) ?? heartOf(rule, nearDayWords(on, today));
  if (state === 'expected') return `${why}, when it is held`;
  return chased ? `${why} · chased ${chased === 1 ? 'once' : chased === 2 ? 'twice' : countWords(chased, 'time')}` : why;
};
