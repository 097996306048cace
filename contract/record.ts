import { z } from 'zod';
import { KIND_NAMES } from '#domain/record/kind.ts';
import { day, id, instant } from './fields.ts';

/** The name of a kind as it stands in an address. */
export const kindName = z.enum(KIND_NAMES);

/** What a field holds: text, a number, yes or no, a list; null where nothing was said. */
export const value = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()).readonly(), z.null()]);
export const values = z.record(z.string(), value).readonly();

/** Who did something to an entry, when, and the reason that was given. */
export const mark = z.strictObject({ at: instant, by: z.string().nullable(), reason: z.string().nullable() });
export type Mark = z.infer<typeof mark>;

/** What a reader may do with an entry; `amend` is a change of a finished one, with a reason. */
export const entryDeed = z.enum(['change', 'amend', 'undo', 'withdraw', 'restore']);

/** One entry of a pupil's record, of any kind. */
export const entry = z.strictObject({
  id,
  /** What `If-Match` is to name when the entry is changed. */
  version: z.number().int(),
  /** Every field of the kind; null for each where the reader may not know what it says. */
  values,
  madeOn: day,
  madeBy: z.string().nullable(),
  changedAt: instant,
  changedBy: z.string().nullable(),
  finished: z.boolean(),
  amended: mark.nullable(),
  withdrawn: mark.nullable(),
  line: z.string(),
  /** What to know of an entry that stands all the same. */
  notices: z.array(z.strictObject({ field: z.string().nullable(), words: z.string(), weight: z.enum(['near', 'info']) })),
  /** What the ids in `values` are called: people, contacts, goals, needs. */
  names: z.record(z.string(), z.string()),
  can: z.array(entryDeed),
  /** Dates that moved because of the change just made; each with what was shown before. */
  moved: z.array(z.strictObject({ title: z.string(), from: day.nullable(), to: day.nullable() })),
});
export type Entry = z.infer<typeof entry>;

/** GET /api/pupils/:pupil/record/:kind */
export const entries = z.strictObject({
  kind: kindName,
  entries: z.array(entry),
  /** Entered in error and taken out of the lists; only for those who may put them back. */
  withdrawn: z.array(entry),
  can: z.array(z.enum(['add', 'change'])),
});
export type Entries = z.infer<typeof entries>;

/** What arrives as values is held to its kind by `domain/record/faults.ts`, which names each field that is not accepted. */
const unread = z.record(z.string(), z.unknown());

/** Why a finished thing was changed, or an entry taken out; shown in its history for good. */
export const reason = z.string().trim().min(1).max(500);

/** POST /api/pupils/:pupil/record/:kind : the id is made by the page, so that a retry is harmless. */
export const recordEntryRequest = z.strictObject({ id, values: unread });
/** PUT /api/pupils/:pupil/record/:kind/:entry, with `If-Match` */
export const changeEntryRequest = z.strictObject({ values: unread, reason: reason.optional() });
/** POST …/:entry/undo, with `If-Match` */
export const undoEntryRequest = z.strictObject({ reason: reason.optional() });
/** POST …/:entry/withdraw and …/:entry/restore, with `If-Match` */
export const withdrawEntryRequest = z.strictObject({ reason });
export const restoreEntryRequest = z.strictObject({ reason: reason.optional() });

export type RecordEntryRequest = z.infer<typeof recordEntryRequest>;
export type ChangeEntryRequest = z.infer<typeof changeEntryRequest>;

export const editionDeed = z.enum(['made', 'changed', 'undone', 'amended', 'withdrawn', 'restored']);
export type EditionDeed = z.infer<typeof editionDeed>;

/** GET …/:entry/history : every edition, the newest first. */
export const entryHistory = z.strictObject({
  kind: kindName,
  id,
  editions: z.array(
    z.strictObject({
      version: z.number().int(),
      at: instant,
      by: z.string().nullable(),
      deed: editionDeed,
      reason: z.string().nullable(),
      changes: z.array(
        z.strictObject({ field: z.string(), label: z.string(), from: value, to: value, fromWords: z.string(), toWords: z.string() }),
      ),
    }),
  ),
});
export type EntryHistory = z.infer<typeof entryHistory>;

/** What a problem document of status 412 carries: the edition that was changed, and the entry as it stands now. */
export const conflict = z.strictObject({ base: values.nullable(), current: entry });
export type Conflict = z.infer<typeof conflict>;
