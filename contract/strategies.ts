import { z } from 'zod';
import { day, id, wallClock } from './fields.ts';

export const mark = z.enum(['works', 'does-not', 'not-tried']);

/** What helps one pupil, as somebody who teaches the pupil reads it, with their own answers. */
export const helpedPupil = z.strictObject({
  id,
  name: z.string(),
  caseRef: z.string().nullable(),
  className: z.string().nullable(),
  goodAt: z.array(z.string()),
  /** The edition that is read: the plan's version with the strategies as they stand. */
  edition: z.string(),
  planVersion: z.number().int().nullable(),
  /** `Changed Thu 19 Nov`, where the reader read an earlier edition. */
  changedWords: z.string().nullable(),
  /** `You read this Mon 9 Nov`. */
  readWords: z.string().nullable(),
  strategies: z.array(
    z.strictObject({
      line: id,
      version: z.number().int(),
      words: z.string(),
      mark: mark.nullable(),
      said: z.string().nullable(),
      /** Its words are other than those the reader answered before. */
      changed: z.boolean(),
    }),
  ),
});
export type HelpedPupil = z.infer<typeof helpedPupil>;

/** GET /api/strategies : what helps the pupils the reader teaches, those to read first. */
export const myStrategies = z.strictObject({
  classes: z.array(z.strictObject({ id, name: z.string() })),
  class: id.nullable(),
  title: z.string(),
  sentence: z.string(),
  /** To whom the answers go. */
  goesTo: z.string(),
  pupils: z.array(helpedPupil),
});
export type MyStrategies = z.infer<typeof myStrategies>;
export const strategiesQuery = z.strictObject({ class: id.optional() });
export const readingsQuery = z.strictObject({ class: id.optional(), page: z.coerce.number().int().min(1).max(10_000).optional() });

/** POST /api/pupils/:pupil/strategies : answers to strategies as they were read; `read` says that all of it was. */
export const strategyAnswers = z.strictObject({
  edition: z.string().min(1).max(400),
  answers: z
    .array(
      z.strictObject({
        line: id,
        version: z.number().int(),
        /** Null takes an answer back. */
        mark: mark.nullable(),
        said: z.string().trim().max(500, 'one line of 500 characters at most').optional(),
      }),
    )
    .max(10),
  read: z.boolean(),
});
export type StrategyAnswers = z.infer<typeof strategyAnswers>;

/** What was kept, and what could not be because it reads otherwise by now. */
export const strategiesAnswered = z.strictObject({
  pupil: helpedPupil,
  /** `Read, Mon 23 Nov 10:41`. */
  savedWords: z.string(),
  moved: z.string().nullable(),
});
export type StrategiesAnswered = z.infer<typeof strategiesAnswered>;

/** Strategies of a pupil with what each colleague says of them. */
export const gatheredMarks = z.strictObject({
  pupil: z.strictObject({ id, name: z.string(), caseRef: z.string().nullable() }),
  sentence: z.string(),
  strategies: z.array(
    z.strictObject({
      words: z.string(),
      /** False for one that the record no longer has in these words. */
      current: z.boolean(),
      counts: z.string(),
      marks: z.array(z.strictObject({ mark, words: z.string(), by: z.string(), day, dayWords: z.string(), said: z.string().nullable() })),
    }),
  ),
  readers: z.array(z.strictObject({ person: id, name: z.string(), state: z.enum(['read', 'changed', 'new']), words: z.string() })),
});
export type GatheredMarks = z.infer<typeof gatheredMarks>;

/** GET /api/readings : who has read what, by pupil. */
export const readings = z.strictObject({
  /** Of so many pages, the one that is shown, and how many pupils stand on all of them. */
  page: z.number().int(),
  pages: z.number().int(),
  pupils: z.number().int(),
  sentence: z.string(),
  classes: z.array(z.strictObject({ id, name: z.string() })),
  rows: z.array(
    z.strictObject({
      pupil: z.strictObject({ id, name: z.string(), caseRef: z.string().nullable() }),
      className: z.string().nullable(),
      counts: z.string(),
      readers: gatheredMarks.shape.readers,
    }),
  ),
});
export type Readings = z.infer<typeof readings>;

const unit = z.strictObject({ title: z.string().trim().min(1).max(80), on: day });

/** When somebody hears from the bot of its own accord. */
export const mornings = z.strictObject({
  morning: z.strictObject({ on: z.boolean(), at: wallClock }),
  strategies: z.strictObject({
    how: z.enum(['weekly', 'before-units', 'never']),
    on: z.number().int().min(1).max(5),
    at: wallClock,
    units: z.array(unit).max(20),
  }),
});
export type MorningsChosen = z.infer<typeof mornings>;

/** GET /api/mornings : the same with the times that can be chosen and when the next cards come. */
export const morningsReply = z.strictObject({
  ...mornings.shape,
  earliest: wallClock,
  latest: wallClock,
  next: z.strictObject({ morning: z.string(), strategies: z.string() }),
});
export type MorningsReply = z.infer<typeof morningsReply>;

/** GET /api/strategies/asking : the pupils that today's card asks the reader about. */
export const askingPage = z.strictObject({ heading: z.string(), pupils: z.array(helpedPupil) });
export type AskingPage = z.infer<typeof askingPage>;
