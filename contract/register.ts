import { z } from 'zod';
import { FIELD_NAMES } from '#domain/register/fields.ts';
import { id, instant } from './fields.ts';

/** What a sheet is about. */
export const sheetKind = z.enum(['register', 'suspensions', 'part-time']);
export const registerField = z.enum(FIELD_NAMES as [(typeof FIELD_NAMES)[number], ...(typeof FIELD_NAMES)[number][]]);

const count = z.number().int();
/** Columns are counted from 0; a sheet has at most 256 that are read. */
const column = z.number().int().min(0).max(255);
const place = { sheet: count, row: count };
const map = z.strictObject(
  Object.fromEntries(FIELD_NAMES.map((name) => [name, column.exactOptional()])) as Record<
    (typeof FIELD_NAMES)[number],
    z.ZodExactOptional<typeof column>
  >,
);

/** A file on OneDrive or in the SEND library, by its ids in Microsoft Graph. */
const driveItem = z.strictObject({ driveId: z.string().min(1).max(200), itemId: z.string().min(1).max(200) });

/** POST /api/register/readings : a workbook as base64. Its name stays out of the address, because names of files hold names of people. */
export const registerUpload = z.strictObject({ name: z.string().min(1).max(200), content: z.string().max(36_000_000) });
export type RegisterUpload = z.infer<typeof registerUpload>;

export const registerColumn = z.strictObject({
  index: column,
  letters: z.string(),
  heading: z.string(),
  field: registerField.nullable(),
  by: z.enum(['name', 'like', 'values', 'remembered']).nullable(),
  system: z.string().nullable(),
  notTaken: z.string().nullable(),
  samples: z.array(z.string()),
});
export type RegisterColumn = z.infer<typeof registerColumn>;

export const registerSheet = z.strictObject({
  index: count,
  name: z.string(),
  hidden: z.boolean(),
  rows: count,
  kind: sheetKind,
  headerRow: count,
  /** Rows that may hold the headings, each with its first cells, for a person who has to choose another. */
  top: z.array(z.strictObject({ row: count, words: z.string() })),
  columns: z.array(registerColumn),
  /** Whether a person chose these columns before for headings like these. */
  remembered: z.boolean(),
  /** Whether the sheet looks like one that is meant to be brought in. */
  take: z.boolean(),
});
export type RegisterSheet = z.infer<typeof registerSheet>;

/** A workbook that was read. Nothing of it is in the record yet; it is kept for two days. */
export const registerReading = z.strictObject({
  reading: id,
  name: z.string(),
  kind: z.enum(['xlsx', 'csv']),
  notices: z.array(z.string()),
  sheets: z.array(registerSheet),
  fields: z.array(z.strictObject({ name: registerField, title: z.string(), kinds: z.array(sheetKind) })),
  schools: z.array(z.strictObject({ id, name: z.string() })),
  /** The link by which it was read again, and since when it is looked at what changed. */
  link: z.strictObject({ id, since: instant }).nullable(),
});
export type RegisterReading = z.infer<typeof registerReading>;

/** POST /api/register/links/:link/read : null where the workbook is the same as when it was last read. */
export const registerReadAgain = z.strictObject({ words: z.string(), reading: registerReading.nullable() });
export type RegisterReadAgain = z.infer<typeof registerReadAgain>;

/** POST /api/register/readings/file */
export const registerFileRequest = driveItem;
export type RegisterFileRequest = z.infer<typeof registerFileRequest>;

/** How the rows of a reading are to be understood. */
export const registerChoices = z.strictObject({
  sheets: z
    .array(z.strictObject({ sheet: count, kind: sheetKind, headerRow: count, map }))
    .min(1)
    .max(60),
  /** What a person put in the place of a cell; without `row`, of every cell of the column that says the same. */
  repairs: z
    .array(z.strictObject({ sheet: count, column, row: count.optional(), says: z.string().max(8000), value: z.string().max(500) }))
    .max(5000)
    .default([]),
  /** Who is meant where only name and date of birth agree: a pupil, a new one, or nobody. */
  decisions: z
    .array(z.strictObject({ ...place, pupil: z.union([id, z.literal('new'), z.literal('nobody')]) }))
    .max(5000)
    .default([]),
  /** The school that new pupils go to, where there is a choice. */
  school: id.optional(),
});
export type RegisterChoices = z.infer<typeof registerChoices>;
export type RegisterChoicesAsked = z.input<typeof registerChoices>;

/** POST /api/register/readings/:reading/import : `seen` is the preview's `digest`; if the record changed since, nothing is imported. */
export const registerImportRequest = registerChoices.extend({ seen: z.string().max(100) });
export type RegisterImportRequest = z.infer<typeof registerImportRequest>;

const factShown = z.strictObject({ field: z.string(), title: z.string(), before: z.string(), after: z.string() });
const rowShown = z.strictObject({
  ...place,
  name: z.string(),
  caseRef: z.string().nullable(),
  questions: z.array(z.string()),
  facts: z.array(factShown),
});
export type RegisterRowShown = z.infer<typeof rowShown>;

const faultShown = z.strictObject({
  column: column.nullable(),
  heading: z.string(),
  says: z.string(),
  why: z.string(),
  suggestion: z.string().nullable(),
});

export const registerReport = z.strictObject({
  outcome: z.enum(['preview', 'imported', 'unchanged']),
  /** Rows with something in them; `fresh` + `changed` + `unchanged` + `rejected` + `waiting` make them up. */
  counts: z.strictObject({
    rows: count,
    fresh: count,
    changed: count,
    unchanged: count,
    rejected: count,
    waiting: count,
    questions: count,
  }),
  fresh: z.array(rowShown),
  changed: z.array(rowShown),
  rejected: z.array(z.strictObject({ ...place, name: z.string(), faults: z.array(faultShown) })),
  /** One fault that several rows share, to be put right once. */
  causes: z.array(faultShown.extend({ sheet: count, rows: count })),
  /** Rows alike to pupils of the record by name and date of birth alone. */
  waiting: z.array(
    z.strictObject({
      ...place,
      name: z.string(),
      birthday: z.string(),
      number: z.string(),
      alike: z.array(
        z.strictObject({
          pupil: id,
          name: z.string(),
          caseRef: z.string().nullable(),
          className: z.string().nullable(),
          number: z.string().nullable(),
        }),
      ),
    }),
  ),
  /** True where a list was cut. */
  more: z.boolean(),
  /** What importing starts, in sentences. */
  starts: z.array(z.string()),
  digest: z.string(),
  import: id.nullable(),
});
export type RegisterReport = z.infer<typeof registerReport>;

/** GET /api/register : workbooks that can be read again, and what was imported. */
export const registerOverview = z.strictObject({
  links: z.array(
    z.strictObject({ id, name: z.string(), place: z.string(), webUrl: z.string().nullable(), readAt: instant, by: z.string() }),
  ),
  imports: z.array(
    z.strictObject({
      id,
      name: z.string(),
      at: instant,
      by: z.string(),
      fresh: count,
      changed: count,
      rejected: count,
      undoneAt: instant.nullable(),
      canUndo: z.boolean(),
    }),
  ),
});
export type RegisterOverview = z.infer<typeof registerOverview>;

/** GET /api/register/files : workbooks of the reader's OneDrive and of the SEND library. `missing` says what could not be looked into. */
export const registerFiles = z.strictObject({
  files: z.array(
    driveItem.extend({ name: z.string(), place: z.string(), size: count, changedAt: instant, changedBy: z.string().nullable() }),
  ),
  missing: z.array(z.string()),
});
export type RegisterFiles = z.infer<typeof registerFiles>;

/** What undoing took back, in words to announce. */
export const registerUndone = z.strictObject({ words: z.string(), overview: registerOverview });
export type RegisterUndone = z.infer<typeof registerUndone>;
