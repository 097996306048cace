import { z } from 'zod';
import { day, id, instant } from './fields.ts';

/** One box of the report: what the law asks for, what is written, and how it reads. */
export const reportItem = z.strictObject({
  id: z.string(),
  number: z.string(),
  title: z.string(),
  asks: z.string(),
  citation: z.string(),
  sourceLink: z.string(),
  unverified: z.string().nullable(),
  words: z.string(),
  /** What `If-Match` is to name; 0 where nothing is kept for this school year yet. */
  version: z.number().int(),
  /** The school year that the words are from, where they are not of this one: `2025/26`. */
  carriedFrom: z.string().nullable(),
  confirmedOn: day.nullable(),
  by: z.string().nullable(),
  reading: z.strictObject({ age: z.number(), longest: z.number().int() }).nullable(),
});
export type ReportItemPage = z.infer<typeof reportItem>;

/** What the report lacks; only what the law asks for (`must`) stands against publishing. */
export const reportGap = z.strictObject({
  item: z.string(),
  title: z.string(),
  words: z.string(),
  citation: z.string(),
  weight: z.enum(['must', 'think']),
});

/** GET /api/information-report : the report of one school for one school year. `items` is empty where no such report is asked for. */
export const informationReport = z.strictObject({
  school: z.strictObject({ id, name: z.string() }),
  year: z.strictObject({ starting: z.number().int(), name: z.string(), current: z.boolean() }),
  years: z.array(z.strictObject({ starting: z.number().int(), name: z.string() })),
  items: z.array(reportItem),
  gaps: z.array(reportGap),
  editions: z.array(z.strictObject({ id, on: day, at: instant, by: z.string(), year: z.string() })),
  /** Items that say something else than the last edition. */
  changedSince: z.array(z.string()),
  /** The yearly date; null where nothing was published yet. */
  due: z
    .strictObject({ on: day, days: z.number().int(), words: z.string(), rule: z.string(), source: z.string(), sourceLink: z.string() })
    .nullable(),
  may: z.boolean(),
});
export type InformationReport = z.infer<typeof informationReport>;

export const reportYear = z.coerce.number().int().min(2014).max(2100);

/** Which report is meant: by default this school year’s of the reader’s first school. */
export const reportQuery = z.strictObject({ school: id.optional(), year: reportYear.optional() });
export type ReportQuery = z.infer<typeof reportQuery>;

/** PUT /api/information-report/:school/:item : the words of one item for this school year; the same words again confirm them. */
export const keepReportItemRequest = z.strictObject({ words: z.string().trim().max(20_000) });
export type KeepReportItemRequest = z.infer<typeof keepReportItemRequest>;

/** GET /api/information-report/:school/file : the report as it stands, or an edition as it was published. */
export const reportFileQuery = z.strictObject({ as: z.enum(['docx', 'html']), edition: id.optional() });
export type ReportFileQuery = z.infer<typeof reportFileQuery>;
