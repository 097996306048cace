import { z } from 'zod';
import { day, id, instant } from './fields.ts';

const className = z.string().trim().min(1).max(40);

const rolling = z.strictObject({
  id,
  name: z.string(),
  caseRef: z.string().nullable(),
  sort: z.enum(['moves', 'repeats', 'leaves', 'doubt']),
  to: z.string().nullable(),
  /** Why it cannot be told, or who said so: `There is no 7 Oak`, `Settled by hand`, `By the roster`. */
  why: z.string(),
});

/** GET /api/roll-over : the step into the next school year, before and after. */
export const rollOver = z.strictObject({
  school: id,
  schoolName: z.string(),
  schools: z.array(z.strictObject({ id, name: z.string() })),
  /** The year into which, its first school day, and from when the step can be taken; null where the calendar does not hold that year. */
  year: z.string(),
  from: day.nullable(),
  possible: z.boolean(),
  sentence: z.string(),
  /** Of what was settled so far; to be sent with each change. */
  version: z.number().int(),
  counts: z.strictObject({
    all: z.number().int(),
    moves: z.number().int(),
    repeats: z.number().int(),
    leaves: z.number().int(),
    doubt: z.number().int(),
  }),
  /** This year's classes with what becomes of each of their pupils; pupils of no class come last. */
  groups: z.array(z.strictObject({ name: z.string(), yearGroup: z.number().int().nullable(), pupils: z.array(rolling) })),
  /** The new year's form classes, with who takes them. */
  classes: z.array(
    z.strictObject({
      name: z.string(),
      made: z.boolean(),
      pupils: z.number().int(),
      teacher: z.strictObject({ id, name: z.string() }).nullable(),
      chosen: z.boolean(),
    }),
  ),
  /** Pupils whose key worker teaches them now and will not: to be handed over, or kept. */
  handOver: z.array(z.strictObject({ id, name: z.string(), caseRef: z.string().nullable(), keyWorker: z.string() })),
  /** The latest step that was taken. */
  last: z
    .strictObject({
      id,
      year: z.string(),
      at: instant,
      words: z.string(),
      state: z.enum(['done', 'undone']),
      /** Why it cannot be taken back any more; null where it can. */
      keeps: z.string().nullable(),
    })
    .nullable(),
});
export type RollOver = z.infer<typeof rollOver>;

export const rollOverAsked = z.strictObject({ school: id.optional() });

/** POST /api/roll-over/pupils : what becomes of these pupils; without `sort`, what the rule says again. */
export const settleMovesRequest = z.strictObject({
  school: id,
  version: z.number().int(),
  pupils: z.array(id).min(1).max(2000),
  sort: z.enum(['moves', 'repeats', 'leaves']).nullable(),
  to: className.nullable(),
});
export type SettleMovesRequest = z.infer<typeof settleMovesRequest>;

/** POST /api/roll-over/teachers : who takes a class in the new year; nobody: who has it now. */
export const chooseTeacherRequest = z.strictObject({ school: id, version: z.number().int(), class: className, person: id.nullable() });
export type ChooseTeacherRequest = z.infer<typeof chooseTeacherRequest>;

/** POST /api/roll-over : takes the step as it was seen: its version and how many pupils it is about. */
export const carryOutRequest = z.strictObject({
  school: id,
  version: z.number().int(),
  pupils: z.number().int(),
  /** That classes without a teacher are meant so. */
  withoutTeachers: z.boolean().default(false),
});
export type CarryOutRequest = z.infer<typeof carryOutRequest>;
