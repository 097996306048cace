import { z } from 'zod';
import type { SeasonId } from '#domain/exams/season.ts';
import { day, id, line, urgency } from './fields.ts';

/** A season of public exams, `2027-summer`. */
export const examSeason = z.string().regex(/^20\d{2}-(january|summer|autumn)$/, 'is no season such as 2027-summer') as unknown as z.ZodType<
  SeasonId,
  SeasonId
>;

const examDateName = z.enum(['modified-papers', 'applications', 'first-paper']);
export const gapSort = z.enum(['nothing', 'need', 'evidence', 'score', 'notice', 'application', 'expiry']);

/** A day of the season with what it rests on; `verified` is false until somebody at the school has copied it with its source. */
export const examDate = z.strictObject({
  id: examDateName,
  title: z.string(),
  on: day,
  words: z.string(),
  leftWords: z.string(),
  urgency,
  source: z.string(),
  verified: z.boolean(),
  /** 0 where the school has set none of its own. */
  version: z.number().int(),
});
export type ExamDate = z.infer<typeof examDate>;

/** One pupil with their arrangements and what is missing before the season. */
export const examRow = z.strictObject({
  pupil: id,
  name: z.string(),
  caseRef: z.string().nullable(),
  yearGroup: z.number().int(),
  className: z.string().nullable(),
  arrangements: z.array(z.strictObject({ id, words: z.string(), stateWords: z.string() })),
  gaps: z.array(z.strictObject({ sort: gapSort, words: z.string() })),
  /** Whether something is to be applied for, so that a draft has something to say. */
  mayDraft: z.boolean(),
});
export type ExamRow = z.infer<typeof examRow>;

/** GET /api/exams : the register's exam years, what each pupil lacks before a season, and the season's dates. */
export const examsPage = z.strictObject({
  season: examSeason,
  seasonWords: z.string(),
  seasons: z.array(z.strictObject({ id: examSeason, words: z.string() })),
  dates: z.array(examDate),
  rows: z.array(examRow),
  /** How many hold an arrangement on the first day, and so stand on the invigilators' list. */
  onList: z.number().int(),
  scoreLine: z.string(),
  mayKeepDates: z.boolean(),
});
export type ExamsPage = z.infer<typeof examsPage>;

/** GET /api/exams/dates : the dates of every season whose papers are still to be written. */
export const examDates = z.strictObject({
  seasons: z.array(z.strictObject({ id: examSeason, words: z.string(), dates: z.array(examDate) })),
  mayKeepDates: z.boolean(),
});
export type ExamDates = z.infer<typeof examDates>;

/** POST /api/exams/dates : the day as the school has copied it; without a source it stays marked as not verified. `version` as it was seen. */
export const setExamDateRequest = z.strictObject({
  season: examSeason,
  date: examDateName,
  on: day,
  source: line.nullable(),
  version: z.number().int().min(0),
});
export type SetExamDateRequest = z.infer<typeof setExamDateRequest>;
