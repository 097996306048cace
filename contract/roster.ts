import { z } from 'zod';
import { id, instant } from './fields.ts';

/** The sets of files an import understands. */
export const rosterShape = z.enum(['sds-v2.1', 'oneroster-1.1', 'edfi-special-education', 'class-lists']);
export type RosterShape = z.infer<typeof rosterShape>;

export const rejection = z.strictObject({
  file: z.string(),
  /** Counted from 1, the header being line 1; a quoted newline makes a row span lines, this is its first. */
  line: z.number().int(),
  column: z.string().nullable(),
  value: z.string().nullable(),
  reason: z.string(),
});
export type Rejection = z.infer<typeof rejection>;

export const rosterCounts = z.strictObject({
  rows: z.number().int(),
  new: z.number().int(),
  changed: z.number().int(),
  unchanged: z.number().int(),
  closed: z.number().int(),
  rejected: z.number().int(),
});

export const rosterReport = z.strictObject({
  outcome: z.enum(['preview', 'imported', 'unchanged', 'refused']),
  shape: rosterShape.nullable(),
  reasons: z.array(z.string()),
  counts: rosterCounts,
  perFile: z.array(z.strictObject({ file: z.string(), counts: rosterCounts })),
  rejections: z.array(rejection),
  /** True when there were more rejections than are listed. */
  more: z.boolean(),
  digest: z.string(),
  import: id.nullable(),
  at: instant,
});
export type RosterReport = z.infer<typeof rosterReport>;

/** POST /api/roster/(preview|import) : the files of one set, as text. Large sets go through the command line, which streams. */
export const rosterUpload = z.strictObject({
  files: z
    .array(z.strictObject({ name: z.string().min(1).max(200), content: z.string().max(20_000_000) }))
    .min(1)
    .max(40),
  /** Import even though rows were rejected; the rejected ones are left out. */
  withoutRejected: z.boolean().default(false),
});
export type RosterUpload = z.infer<typeof rosterUpload>;
