import { z } from 'zod';
import { id, instant, passage } from './fields.ts';

/** One line of the status page; everything in words fit for a person. */
const statusLine = z.strictObject({
  id: z.string(),
  urgency: z.enum(['good', 'info', 'near', 'late']),
  title: z.string(),
  state: z.string(),
  meaning: z.string(),
  heals: z.string(),
});

/** Ids of jobs are numbers of the queue, as text. */
export const jobId = z.string().regex(/^\d{1,18}$/, 'is not a number of the queue');

/** Work of the queue that waits or could not be done. */
const statusJob = z.strictObject({
  id: jobId,
  what: z.string(),
  /** The case it is about, where there is one and the reader may know of cases. */
  caseRef: z.string().nullable(),
  since: instant,
  state: z.enum(['waits', 'failed', 'runs']),
  tried: z.number().int(),
  /** When it is tried next by itself; null where it is not. */
  nextTry: instant.nullable(),
  trouble: z.string(),
  /** What is to be done by hand if it is given up. */
  byHand: z.string(),
});

const givenUp = z.strictObject({ id, what: z.string(), reason: z.string(), by: z.string(), at: instant });

/** GET /api/status */
export const status = z.strictObject({
  at: instant,
  wrong: z.boolean(),
  sentence: z.string(),
  lines: z.array(statusLine),
  jobs: z.array(statusJob),
  /** There are more jobs than are listed. */
  more: z.boolean(),
  givenUp: z.array(givenUp),
  /** Whether this reader may try again and give up. */
  maySettle: z.boolean(),
});
export type StatusPage = z.infer<typeof status>;
export type StatusJob = StatusPage['jobs'][number];

/** POST /api/status/jobs/:job/give-up */
export const giveUpJobRequest = z.strictObject({ reason: passage });
export type GiveUpJobRequest = z.infer<typeof giveUpJobRequest>;
