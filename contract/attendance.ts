import { z } from 'zod';
import { day, id, urgency } from './fields.ts';

/** Where a fact came from: the file or person, and when. */
const source = z.string().nullable();

/** One removal as a sum takes it, or beside the sum. */
const countedRemoval = z.strictObject({ id, words: z.string(), days: z.string() });

/** School days removed in a period, with everything that the number rests on. */
export const removalCount = z.strictObject({
  id: z.string(),
  /** `Suspended 9 school days this term`. */
  title: z.string(),
  urgency,
  /** What the number means for the school now; null while it means nothing. */
  means: z.string().nullable(),
  period: z.string(),
  rule: z.string().nullable(),
  citation: z.string().nullable(),
  unverified: z.string().nullable(),
  counted: z.array(countedRemoval),
  beside: z.array(countedRemoval),
});
export type RemovalCountShown = z.infer<typeof removalCount>;

/** Attendance, removals from school and part-time timetables, as they stand beside the record. */
export const pupilAbsence = z.strictObject({
  attendance: z.strictObject({ percent: z.number(), asOf: day.nullable(), low: z.boolean(), source }).nullable(),
  removals: z.array(
    z.strictObject({
      id,
      title: z.string(),
      from: day,
      to: day.nullable(),
      days: z.string(),
      reason: z.string().nullable(),
      source,
    }),
  ),
  counts: z.array(removalCount),
  partTime: z.array(
    z.strictObject({
      id,
      from: day,
      to: day.nullable(),
      hoursAWeek: z.number().nullable(),
      reason: z.string().nullable(),
      running: z.boolean(),
      urgency,
      words: z.string(),
      soFar: z.string().nullable(),
      source,
    }),
  ),
});
export type PupilAbsence = z.infer<typeof pupilAbsence>;
