import { z } from 'zod';
import { clockExplained } from './caseload.ts';
import { day } from './fields.ts';

/** A date that coordinators argue about: a made-up case, worked out and explained as any other. */
export const dateExplained = z.strictObject({
  id: z.string(),
  question: z.string(),
  answer: z.string(),
  /** The other date that people name. */
  often: z.string(),
  nation: z.string(),
  /** The day on which the made-up case is looked at: what is left of a date is counted from it. */
  seenOn: day,
  explained: clockExplained.omit({ pupil: true }),
});
export type DateExplained = z.infer<typeof dateExplained>;

/** GET /api/dates-explained */
export const datesExplained = z.strictObject({ dates: z.array(dateExplained) });
export type DatesExplained = z.infer<typeof datesExplained>;
