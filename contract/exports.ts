import { z } from 'zod';
import { periodKind } from './compliance.ts';
import { examSeason } from './exams.ts';
import { id } from './fields.ts';

export const exportFormat = z.enum(['csv', 'xlsx']);

/** POST /api/exports : a list as it is seen. `pupils` are the rows of the caseload in their order, after filters and sorting. */
export const exportListRequest = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('register'), format: exportFormat }),
  z.strictObject({ what: z.literal('caseload'), format: exportFormat, pupils: z.array(id).max(100_000).optional() }),
  z.strictObject({ what: z.literal('meetings'), format: exportFormat }),
  z.strictObject({ what: z.literal('exams'), format: exportFormat, season: examSeason.optional() }),
  z.strictObject({ what: z.literal('actions'), format: exportFormat }),
  z.strictObject({ what: z.literal('today'), format: exportFormat }),
  z.strictObject({ what: z.literal('classes'), format: exportFormat }),
  z.strictObject({ what: z.literal('existing-plans'), format: exportFormat }),
  z.strictObject({ what: z.literal('privacy'), format: exportFormat }),
  /** The dates of both sides over a period; `clocks` are the rows of the page in their order. */
  z.strictObject({
    what: z.literal('compliance'),
    format: exportFormat,
    period: periodKind.default('term'),
    clocks: z.array(z.string().min(1).max(300)).max(100_000).optional(),
  }),
]);
export type ExportListRequest = z.infer<typeof exportListRequest>;

/** POST /api/pupils/:pupil/exports : one part of a pupil's record. */
export const exportPupilRequest = z.strictObject({
  part: z.enum([
    'timeline',
    'needs',
    'goals',
    'provision',
    'meetings',
    'documents',
    'clocks',
    'contacts',
    'attendance',
    'assessments',
    'agencies',
    'exams',
  ]),
  format: exportFormat,
});
export type ExportPupilRequest = z.infer<typeof exportPupilRequest>;

/** A file, as base64. Its name never holds a child's. */
export const exported = z.strictObject({
  name: z.string(),
  type: z.string(),
  content: z.string(),
  rows: z.number().int(),
  /** `212 rows, 12 columns. It is noted in the audit trail.` */
  words: z.string(),
});
export type Exported = z.infer<typeof exported>;
