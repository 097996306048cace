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

/** GET /api/classes/:class : what helps, on one side of paper. No diagnosis, no family fact, no case reference, no surname. */
export const classSheet = z.strictObject({
  id,
  name: z.string(),
  school: z.string(),
  day,
  dayWords: z.string(),
  validWords: z.string(),
  sentence: z.string(),
  rows: z.array(
    z.strictObject({
      id,
      name: z.string(),
      goodAt: z.array(z.string()),
      /** Three things at most, each with what colleagues say of it: `Works: Anna Devlin, Mon 9 Nov`. */
      doThis: z.array(z.strictObject({ words: z.string(), said: z.string().nullable() })),
      ifWrong: z.array(z.string()),
      /** Whether the reader may take this pupil's one-page profile. */
      profile: z.boolean(),
    }),
  ),
  /** Lines left off because they name a diagnosis or the family. */
  leftOff: z.number().int(),
  printedBy: z.string(),
  coordinator: z.string().nullable(),
});
export type ClassSheet = z.infer<typeof classSheet>;

/** POST /api/classes/:class/cover */
export const coverRequest = z.strictObject({ person: id, day });
export type CoverRequest = z.infer<typeof coverRequest>;

/** What a paper is taken as. Without `paper`, A4, and US Letter in the United States. */
export const paperRequest = z.strictObject({ format: z.enum(['docx', 'pdf']), paper: z.enum(['A4', 'Letter']).optional() });
export type PaperRequest = z.infer<typeof paperRequest>;

/** POST /api/classes/:class/paper and /api/pupils/:pupil/profile : a file, as base64. Its name never holds a child's. */
export const paperFile = z.strictObject({
  name: z.string(),
  type: z.string(),
  content: z.string(),
  /** What had to be shortened or left out so that it keeps to its page, and what nobody has been asked yet. */
  words: z.string(),
});
export type PaperFile = z.infer<typeof paperFile>;

/** GET /api/pupils/:pupil/profile : what a one-page profile says, on one page of the house's paper. */
export const shownProfile = z.strictObject({
  id,
  name: z.string(),
  caseRef: z.string().nullable(),
  below: z.string(),
  sections: z.array(z.strictObject({ heading: z.string(), lines: z.array(z.string()), none: z.string() })),
  words: z.string(),
});
export type ShownProfile = z.infer<typeof shownProfile>;
