import { z } from 'zod';
import { pupilAbsence } from './attendance.ts';
import { nextClock, stage } from './caseload.ts';
import { day, id, instant, line, passage, urgency } from './fields.ts';

/** Anything that happened, in date order, with its source and author. */
export const timelineEntry = z.strictObject({
  id: z.string(),
  on: day,
  at: instant.nullable(),
  kind: z.enum([
    'clock',
    'document',
    'call',
    'message',
    'observation',
    'measurement',
    'concern',
    'assessment',
    'need',
    'provision',
    'consent',
    'agency',
    'meeting',
    'plan',
    'letter',
    'contribution',
    'restricted-note',
    'note',
    'event',
    'action',
  ]),
  words: z.string(),
  detail: z.string(),
  /** Who wrote or sent it; null where nobody in particular did. */
  by: z.string().nullable(),
  link: z.strictObject({ words: z.string(), kind: z.enum(['clock', 'meeting', 'plan', 'document']), target: z.string() }).nullable(),
});
export type TimelineEntry = z.infer<typeof timelineEntry>;

export const goal = z.strictObject({
  id,
  words: z.string(),
  measure: z.string().nullable(),
  unit: z.string().nullable(),
  baseline: z.number().nullable(),
  baselineOn: day.nullable(),
  target: z.number().nullable(),
  targetOn: day.nullable(),
  improves: z.enum(['up', 'down']),
  state: z.enum(['on-track', 'needs-a-decision', 'not-enough-data', 'met', 'stopped']),
  stateWords: z.string(),
  points: z.array(z.strictObject({ on: day, value: z.number() })),
  /** What stops it being ready, in words. */
  gaps: z.array(z.string()),
  version: z.number().int(),
});
export type Goal = z.infer<typeof goal>;

export const provisionLine = z.strictObject({
  id,
  what: z.string(),
  who: z.string().nullable(),
  minutes: z.number().int().nullable(),
  timesAWeek: z.number().nullable(),
  groupSize: z.number().int().nullable(),
  place: z.string().nullable(),
  from: day.nullable(),
  to: day.nullable(),
  lastSession: day.nullable(),
  gaps: z.array(z.string()),
});
export type ProvisionLine = z.infer<typeof provisionLine>;

export const contact = z.strictObject({
  id,
  name: z.string(),
  relation: z.string(),
  responsibility: z.boolean(),
  detail: z.string(),
  /** Set when this person must not be reached: the ground, by whom and when it was seen. Such a contact cannot be chosen. */
  restriction: z.string().nullable(),
});
export type Contact = z.infer<typeof contact>;

export const filedDocument = z.strictObject({
  id,
  name: z.string(),
  from: z.string(),
  filedOn: day.nullable(),
  webUrl: z.string().nullable(),
  differences: z.number().int(),
  planId: id.nullable(),
});

export const pupilMeeting = z.strictObject({
  id,
  purpose: z.string(),
  title: z.string(),
  state: z.string(),
  startsAt: instant.nullable(),
  words: z.string(),
});

/** GET /api/pupils/:id : what a person needs in ten seconds, then everything in order. */
export const pupilPage = z.strictObject({
  id,
  caseRef: z.string().nullable(),
  name: z.string(),
  givenName: z.string(),
  surname: z.string(),
  yearGroup: z.number().int().nullable(),
  className: z.string().nullable(),
  ageWords: z.string().nullable(),
  stage,
  stageWords: z.string(),
  leftOn: day.nullable(),
  restrictedContacts: z.number().int(),
  strengths: z.array(z.string()),
  difficulties: z.array(z.string()),
  whatWorks: z.array(z.string()),
  clocks: z.array(nextClock.extend({ why: z.string() })),
  needs: z.array(
    z.strictObject({
      id,
      rank: z.number().int(),
      code: z.string(),
      codeWords: z.string(),
      area: z.string().nullable(),
      words: z.string(),
      source: z.string().nullable(),
    }),
  ),
  goals: z.array(goal),
  provision: z.array(provisionLine),
  plans: z.array(
    z.strictObject({
      id,
      kind: z.string(),
      title: z.string(),
      state: z.string(),
      version: z.number().int(),
      madeOn: day,
      webUrl: z.string().nullable(),
      differences: z.number().int(),
    }),
  ),
  meetings: z.array(pupilMeeting),
  /** Days on which parents were met that the case knows of without a meeting in here, the latest first. */
  metElsewhere: z.array(day),
  contacts: z.array(contact),
  documents: z.array(filedDocument),
  /** Null for a reader from outside the school. */
  absence: pupilAbsence.nullable(),
  team: z.array(z.strictObject({ id, name: z.string(), words: z.string() })),
  timeline: z.array(timelineEntry),
  timelineCount: z.number().int(),
  /** What this reader may do here. */
  can: z.array(z.enum(['draft-plan', 'find-a-date', 'log', 'record-score', 'see-access', 'export', 'take-profile', 'write-letter'])),
  folderUrl: z.string().nullable(),
});
export type PupilPage = z.infer<typeof pupilPage>;

/** GET /api/pupils/:id/timeline : all of it, the newest first, to narrow and to print. */
export const timeline = z.strictObject({ entries: z.array(timelineEntry) });
export type Timeline = z.infer<typeof timeline>;

/** POST /api/pupils/:id/log : a call, an observation or a note. A promise needs its date. */
export const logRequest = z
  .strictObject({
    request: id,
    kind: z.enum(['call', 'observation', 'note', 'message', 'visit']),
    on: day,
    words: passage,
    contact: id.optional(),
    minutes: z.number().int().min(1).max(600).optional(),
    promise: line.optional(),
    promiseDue: day.optional(),
  })
  .refine((entry) => !entry.promise === !entry.promiseDue, { path: ['promiseDue'], message: 'a promise needs a date' });
export type LogRequest = z.infer<typeof logRequest>;

/** POST /api/goals/:id/measurements : one progress point. */
export const scoreRequest = z.strictObject({ request: id, on: day, value: z.number().min(-100_000).max(100_000), note: line.optional() });
export type ScoreRequest = z.infer<typeof scoreRequest>;

/** What was saved, in words to announce. */
export const logged = z.strictObject({ id, words: z.string(), urgency: urgency.optional() });
export type Logged = z.infer<typeof logged>;
