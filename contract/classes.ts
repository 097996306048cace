import { z } from 'zod';
import { day, id } from './fields.ts';

export const cover = z.strictObject({ id, person: id, name: z.string(), day, dayWords: z.string() });

/** GET /api/classes : the classes whose sheet the reader may open, and who takes them in place of the teacher. */
export const classes = z.strictObject({
  rows: z.array(
    z.strictObject({
      id,
      name: z.string(),
      subject: z.string().nullable(),
      teachers: z.string(),
      /** How many pupils stand on the sheet. */
      pupils: z.number().int(),
      because: z.string(),
      cover: z.array(cover),
    }),
  ),
  mayArrangeCover: z.boolean(),
});
export type Classes = z.infer<typeof classes>;

/** GET /api/classes/:class : what helps, on one side of paper. No diagnosis, no family fact, no case number, no surname. */
export const classSheet = z.strictObject({
  id,
  name: z.string(),
  school: z.string(),
  day,
  dayWords: z.string(),
  validWords: z.string(),
  sentence: z.string(),
  rows: z.array(z.strictObject({ id, name: z.string(), goodAt: z.array(z.string()), doThis: z.array(z.string()) })),
  /** Lines left off because they name a diagnosis or the family. */
  leftOff: z.number().int(),
  printedBy: z.string(),
  coordinator: z.string().nullable(),
});
export type ClassSheet = z.infer<typeof classSheet>;

/** POST /api/classes/:class/cover */
export const coverRequest = z.strictObject({ person: id, day });
export type CoverRequest = z.infer<typeof coverRequest>;
