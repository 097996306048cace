import { addDays, asDay } from '#domain/calendar/day.ts';
import type { Case } from '../casework.ts';
import type { StoryDays } from '../story-days.ts';
import { CALLUM_KEPT } from './kept/callum-reid.ts';
import { EXAMS_KEPT } from './kept/exams.ts';
import { OTHERS_KEPT } from './kept/others.ts';

/** A case as it is written down: every date as of autumn 2026, and no more than the story needs. */
export type Story = Pick<Case<string>, 'pupil' | 'caseRef' | 'stage' | 'stageSince' | 'keyWorker' | 'needs'> & Partial<Case<string>>;

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** The case told around today: each date moved, whatever the story leaves out empty. */
export const told = (story: Story, days: StoryDays): Case => {
  const whole: Case<string> = {
    homeLanguage: 'English',
    attendance: 95.2,
    strengths: [],
    difficulties: [],
    strategies: [],
    liked: [],
    important: [],
    ifWrong: [],
    contacts: [],
    team: [],
    goals: [],
    provision: [],
    events: [],
    log: [],
    contributions: [],
    consents: [],
    meetings: [],
    actions: [],
    removals: [],
    partTime: [],
    record: [...(story.pupil === 'callum.reid' ? CALLUM_KEPT : (OTHERS_KEPT[story.pupil] ?? [])), ...(EXAMS_KEPT[story.pupil] ?? [])],
    times: [],
    ...story,
  };
  return moved(whole, days) as Case;
};

/** Every date in a piece of a story, moved. A date of the school year keeps its place in it. */
const moved = (piece: unknown, days: StoryDays): unknown => {
  if (typeof piece === 'string') return DATE.test(piece) ? days.on(piece) : piece;
  if (Array.isArray(piece)) return piece.map((part) => moved(part, days));
  if (piece === null || typeof piece !== 'object') return piece;
  const { inSchoolYear, ...rest } = piece as { inSchoolYear?: boolean; on?: string };
  if (inSchoolYear && rest.on) return { ...rest, on: days.inSchoolYear(rest.on) };
  return Object.fromEntries(Object.entries(rest).map(([name, part]) => [name, moved(part, days)]));
};

/** Weekly points from a first day; a gap (half-term, absence) is written as null. */
export const weekly = (first: string, values: readonly (number | null)[]): (readonly [string, number])[] =>
  values.flatMap((value, week) => (value === null ? [] : [[addDays(asDay(first), week * 7) as string, value] as const]));

export const COMMUNICATION = 'Communication and interaction';
export const LEARNING = 'Cognition and learning';
export const SOCIAL = 'Social, emotional and mental health';
export const SENSORY = 'Sensory and physical';

/** The support plan of a pupil without an EHC plan: agreed on one day, to be reviewed by another, by the coordinator unless someone is named. */
export const planReview = (agreed: string, review: string, owner?: string) => [
  { kind: 'support-plan-agreed', on: agreed, ...(owner ? { owner: { person: owner } } : {}) },
  { kind: 'support-review-date-agreed', on: agreed, agreed: review },
];

/** The year's meetings with parents: begun in September, some held. */
export const parentMeetings = (...held: readonly string[]) => [
  { kind: 'support-year-started', on: '2026-09-02' },
  ...held.map((on) => ({ kind: 'support-meeting-held', on })),
];

/** One of the three meetings that the school means to hold by a day, with whoever leads it. */
export const parentMeetingBy = (number: 1 | 2 | 3, due: string, owner: string) => [
  { kind: 'parent-meeting-expected', on: '2026-09-07', because: `${number} of 3`, owner: { person: owner } },
  { kind: 'parent-meeting-date-agreed', on: '2026-09-07', agreed: due },
];
