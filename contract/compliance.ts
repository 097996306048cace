import { z } from 'zod';
import { dueRow, stage } from './caseload.ts';
import { examSeason } from './exams.ts';
import { day, id, instant, line, urgency } from './fields.ts';
import { owner } from './people.ts';

export const side = z.enum(['ours', 'authority', 'agencies', 'families']);
export type Side = z.infer<typeof side>;

export const periodKind = z.enum(['term', 'month', 'year']);
export type PeriodKind = z.infer<typeof periodKind>;

/** The square a clock is drawn as. What is forecast is in no count and no rate. */
export const mark = z.enum(['met', 'met-late', 'late', 'due', 'forecast']);
export type Mark = z.infer<typeof mark>;

/** One clock of either side. `why` says what the date follows from, `lastStep` what was last done about it, `reason` why it was late. */
export const watchedClock = z.strictObject({
  clock: z.string(),
  side,
  mark,
  due: day,
  daysLeft: z.number().int(),
  daysWords: z.string(),
  urgency,
  metOn: day.nullable(),
  rule: z.string(),
  ruleTitle: z.string(),
  title: z.string(),
  pupil: z.strictObject({ id, name: z.string(), caseRef: z.string().nullable(), stage }),
  owner,
  mine: z.boolean(),
  why: z.string(),
  lastStep: z.string(),
  claimed: z.boolean(),
  reason: z.string().nullable(),
  step: dueRow.shape.step,
});
export type WatchedClock = z.infer<typeof watchedClock>;

/** GET /api/compliance : every clock of both sides over a stretch of days, what was kept, what comes, and where the load is. */
export const compliance = z.strictObject({
  today: day,
  period: z.strictObject({
    kind: periodKind,
    from: day,
    to: day,
    columns: z.array(z.strictObject({ from: day, to: day, words: z.string(), title: z.string(), closed: z.boolean() })),
  }),
  sentence: z.string(),
  sides: z.array(
    z.strictObject({
      side,
      words: z.string(),
      open: z.number().int(),
      late: z.number().int(),
      kept: z.strictObject({ onTime: z.number().int(), of: z.number().int() }).nullable(),
    }),
  ),
  clocks: z.array(watchedClock),
  /** Days on which a usual number of new requests would fall; no case stands behind them yet. */
  usual: z.array(day),
  notes: z.array(z.strictObject({ title: z.string(), words: z.string(), column: day.nullable() })),
  /** Dates of exam seasons in the period; none where no pupil is in an exam year. */
  examDates: z.array(
    z.strictObject({
      season: examSeason,
      title: z.string(),
      on: day,
      words: z.string(),
      leftWords: z.string(),
      urgency,
      why: z.string(),
      verified: z.boolean(),
    }),
  ),
  countedAt: instant,
});
export type Compliance = z.infer<typeof compliance>;

export const complianceQuery = z.strictObject({ period: periodKind.default('term') });

/** POST /api/clocks/:clock/reason : why a date was not kept, for whoever asks later. */
export const lateReasonRequest = z.strictObject({ words: line });
export type LateReasonRequest = z.infer<typeof lateReasonRequest>;
export const lateReason = z.strictObject({ clock: z.string(), words: z.string() });
export type LateReason = z.infer<typeof lateReason>;

/** GET /api/compliance/report : how a school year's dates were kept, as a document or a workbook. `year` is the one in which it began. */
export const complianceReportQuery = z.strictObject({
  year: z.coerce.number().int().min(2000).max(2100).optional(),
  format: z.enum(['docx', 'xlsx']).default('docx'),
  publication: z.stringbool().optional(),
});
export type ComplianceReportQuery = z.infer<typeof complianceReportQuery>;
