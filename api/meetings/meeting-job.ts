import { z } from 'zod';
import type { Parts } from '../parts.ts';
import type { Task } from '../tasks.ts';

/** What every job about a meeting carries; the organisation is stamped by the database. */
const payload = z.object({ organisation: z.guid(), meeting: z.guid() });

/** A task about one meeting: reads its payload once, at the wall. */
export const meetingJob =
  (work: (parts: Parts, about: z.infer<typeof payload>) => Promise<void>): Task =>
  (parts) =>
  (given) =>
    work(parts, payload.parse(given));
