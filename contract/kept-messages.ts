import { z } from 'zod';
import { id, instant, line } from './fields.ts';

/** How a message is kept: in the log, for those who read it, or as a restricted note, for its keeper until others are named. */
export const keptAs = z.enum(['log-entry', 'restricted-note']);

/** What becomes of the names of other pupils in it: asked first, kept as initials, or kept as they were written. */
export const otherNames = z.enum(['ask', 'initials', 'whole']);

/** POST /api/pupils/:pupil/messages : a copy of a chat's message for the record. The id is made by the caller, so that a retry is harmless. */
export const keepMessageRequest = z.strictObject({
  id,
  author: line,
  at: instant,
  /** What the message says, without formatting; empty where something only hangs on it. */
  words: z.string().trim().max(40_000),
  attached: z.array(z.string().trim().min(1).max(200)).max(20),
  link: z
    .url({ protocol: /^https$/ })
    .max(1000)
    .nullable(),
  as: keptAs,
  otherNames: otherNames.default('ask'),
});
export type KeepMessageRequest = z.infer<typeof keepMessageRequest>;

/** Either it is kept, or it names other pupils and nothing was kept yet: the names as they stand in the message. */
export const messageKept = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('kept'), entry: id, caseRef: z.string().nullable() }),
  z.strictObject({ state: z.literal('names-others'), names: z.array(z.string()) }),
]);
export type MessageKept = z.infer<typeof messageKept>;
