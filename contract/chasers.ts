import { z } from 'zod';
import { exported } from './exports.ts';
import { day, id, line } from './fields.ts';

/** What a chaser says, before it is worded for one addressee. */
export const chaserFacts = z.strictObject({
  school: z.string(),
  telephone: z.string().nullable(),
  writer: z.string(),
  writerWork: z.string().nullable(),
  caseRef: z.string(),
  child: z.string(),
  today: day,
  title: z.string(),
  due: day,
  trigger: z.strictObject({ words: z.string(), on: day }),
  rule: z.strictObject({ words: z.string(), citation: z.string(), unverified: z.string().nullable() }),
  earlier: z.array(day),
});

/** GET /api/clocks/:clock/chaser : what to write to whoever owes a date, and who may be written to. */
export const chaser = z.strictObject({
  clock: z.string(),
  pupil: id,
  facts: chaserFacts,
  /** Whom to write to: people of the record, the likeliest first. Nobody of the family, and nobody who must not be contacted. */
  recipients: z.array(z.strictObject({ id, name: z.string(), words: z.string(), email: z.boolean() })),
});
export type Chaser = z.infer<typeof chaser>;

/** POST /api/clocks/:clock/chaser : sends the e-mail, or makes the letter. `person` is one of the recipients; else name and address were typed. */
export const chaseRequest = z.strictObject({
  request: id,
  way: z.enum(['email', 'letter']),
  person: id.nullable(),
  name: line,
  email: z.email().max(254).nullable(),
  subject: z.string().trim().min(1).max(150),
  words: z.string().trim().min(1).max(8000),
});
export type ChaseRequest = z.infer<typeof chaseRequest>;

/** What was done, and the letter as a file where one was made. */
export const chased = z.strictObject({ words: z.string(), letter: exported.nullable() });
export type Chased = z.infer<typeof chased>;
