import { z } from 'zod';
import { day, id, instant } from './fields.ts';

const name = z.string();
const kind = z.enum(['pupil', 'person', 'class', 'contact']);

/** What one reading changed, counted. */
const counted = z.strictObject({ kind, what: z.enum(['new', 'changed', 'left', 'back', 'ended']), count: z.number().int() });

/** One reading of people from Microsoft 365, the newest. */
const reading = z.strictObject({
  state: z.enum(['running', 'resting', 'done', 'held', 'failed']),
  startedAt: instant,
  finishedAt: instant.nullable(),
  /** When a reading that could not go on is tried again by itself. */
  tryAgainAt: instant.nullable(),
  /** Who asked; null: the night. */
  askedBy: name.nullable(),
  problem: z.string().nullable(),
  requests: z.number().int(),
  counts: z.array(counted),
  notes: z.array(z.string()),
});

/** One thing that the newest readings with changes changed. Names are for the coordinator alone. */
const change = z.strictObject({
  id: z.string(),
  kind,
  what: z.enum(['new', 'changed', 'left', 'back', 'ended']),
  name: name.nullable(),
  words: z.string().nullable(),
  at: instant,
});

/** One side of a doubt: who somebody is, as far as it is known there. */
const side = z.strictObject({
  name,
  birthday: day.nullable(),
  yearGroup: z.number().int().nullable(),
  email: z.string().nullable(),
  /** What else tells them apart: `6 Oak, WM-0412`, `Class teacher`, `mother of Callum Reid`. */
  words: z.string().nullable(),
});

/** Somebody of a roster who may be somebody of the record: only a person can tell. */
export const doubt = z.strictObject({
  id,
  kind: z.enum(['pupil', 'person', 'contact']),
  source: z.enum(['csv', 'graph']),
  here: side,
  there: side,
  foundAt: instant,
});
export type Doubt = z.infer<typeof doubt>;

/** GET /api/roster/sync : how people come from Microsoft 365, what the last reading did, and who waits to be told apart. */
export const peopleSync = z.strictObject({
  last: reading.nullable(),
  /** When people were last read to the end. */
  readAt: instant.nullable(),
  nextAt: instant,
  changes: z.array(change),
  /** True where more changed than is listed. */
  more: z.boolean(),
  /** Empty for whoever may not see records; `waiting` counts them all the same. */
  doubts: z.array(doubt),
  waiting: z.number().int(),
  may: z.strictObject({ see: z.boolean(), settle: z.boolean() }),
});
export type PeopleSync = z.infer<typeof peopleSync>;

/** POST /api/roster/sync : read now. `closeMany` closes those whom a held reading did not. */
export const syncRequest = z.strictObject({ closeMany: z.boolean().default(false) });
export type SyncRequest = z.infer<typeof syncRequest>;

/** POST /api/roster/doubts/:doubt : both sides are one person, or two. */
export const doubtAnswer = z.strictObject({ answer: z.enum(['same', 'different']) });
export type DoubtAnswer = z.infer<typeof doubtAnswer>;
