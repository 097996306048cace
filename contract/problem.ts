import { z } from 'zod';
import { conflict } from './record.ts';

/** How an API error crosses the wire: a problem document (RFC 9457) with words fit to show and a reference for the log. */
export const problem = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string().optional(),
  reference: z.string(),
  /** The code of a known fault, `W-101`, to be looked up; absent where nothing is amiss but the request. */
  fault: z.string().optional(),
  /** Which fields were not accepted and why; only for `not-valid`. */
  fields: z.array(z.strictObject({ field: z.string(), reason: z.string() })).optional(),
  /** What a sign-in must bring, in Microsoft's own words, before the same may be asked again; only where one more step is asked for. */
  claims: z.string().optional(),
  /** What both wrote, where somebody else saved meanwhile; only with status 412. */
  conflict: conflict.optional(),
});
export type Problem = z.infer<typeof problem>;
