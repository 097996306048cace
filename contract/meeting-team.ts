import { z } from 'zod';
import { day, id, line } from './fields.ts';

export const seat = z.enum([
  'family',
  'head',
  'authority',
  'health',
  'social-care',
  'general-teacher',
  'special-teacher',
  'representative',
  'evaluation',
  'learner',
]);

/** In which form somebody is excused: the area, whether it is discussed, the parent’s word and the written input by their days. */
export const excusal = z.strictObject({ area: line, discussed: z.boolean(), agreedOn: day.nullable(), inputOn: day.nullable() });

/** A place the law wants filled at the meeting: by whom, and what is wrong. */
export const meetingPlace = z.strictObject({
  id: z.string(),
  seat,
  title: z.string(),
  citation: z.string(),
  excusable: z.boolean(),
  by: z.array(z.string()),
  fault: z.string().nullable(),
});

/** POST /api/meetings/:meeting/members : which places somebody fills, and how they are excused. */
export const memberRequest = z.strictObject({
  request: id,
  version: z.number().int().optional(),
  person: id,
  seats: z.array(seat).max(6).optional(),
  excusal: excusal.nullable().optional(),
});
export type MemberRequest = z.infer<typeof memberRequest>;
