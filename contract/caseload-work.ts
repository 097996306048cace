import { z } from 'zod';
import type { ViewWord } from '#domain/caseload/view-words.ts';
import { id } from './fields.ts';

const word = z.string().min(1).max(2000).optional();

/** What the address of a caseload says. */
const viewWords = z.strictObject({
  view: word,
  words: word,
  year: word,
  stage: word,
  need: word,
  flag: word,
  worker: word,
  owed: word,
  review: word,
  order: word,
  group: word,
  columns: word,
} satisfies Record<ViewWord, typeof word>);

/** A view of the caseload under a name. */
export const savedView = z.strictObject({
  id,
  name: z.string(),
  words: viewWords,
  /** Everybody who opens the caseload has it; each sees their own pupils in it. */
  shared: z.boolean(),
  mine: z.boolean(),
  /** Whoever saved it last. */
  by: z.string(),
  /** What it also narrowed by, and the list no longer knows. */
  left: z.array(z.string()),
});
export type SavedView = z.infer<typeof savedView>;

/** GET /api/caseload/views : one's own views and those that are shared, by name. */
export const savedViews = z.strictObject({ views: z.array(savedView) });
export type SavedViews = z.infer<typeof savedViews>;

/** POST /api/caseload/views and PUT /api/caseload/views/:view */
export const saveViewRequest = z.strictObject({ name: z.string().trim().min(1).max(60), words: viewWords, shared: z.boolean() });
export type SaveViewRequest = z.infer<typeof saveViewRequest>;

/** What stands now, and what stood before: whoever saves last is kept, and either can be put back. */
export const viewSaved = z.strictObject({ view: savedView, before: saveViewRequest.nullable() });
export type ViewSaved = z.infer<typeof viewSaved>;

/** Pupils of one caseload, chosen together. */
const chosen = z.array(id).min(1).max(2000);

/** POST /api/caseload/key-workers : one key worker for several pupils; nobody where `person` is null. */
export const keyWorkersRequest = z.strictObject({
  pupils: z
    .array(z.strictObject({ pupil: id, /** The key worker whom the person saw. */ seen: id.nullable() }))
    .min(1)
    .max(2000),
  person: id.nullable(),
});
export type KeyWorkersRequest = z.infer<typeof keyWorkersRequest>;

/** A month of the calendar, `2027-03`. */
export const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'a month looks like 2027-03');

/** POST /api/caseload/review-months : in which month the next review of several pupils is planned; in none where `month` is null. */
export const reviewMonthsRequest = z.strictObject({ pupils: chosen, month: month.nullable() });
export type ReviewMonthsRequest = z.infer<typeof reviewMonthsRequest>;

/** What became of each: done, so already, or not done with the reason. What was done stays done. */
export const doneForMany = z.strictObject({
  done: z.array(id),
  already: z.array(id),
  not: z.array(z.strictObject({ pupil: id, /** Empty where the reader may not know of the pupil. */ name: z.string(), why: z.string() })),
  sentence: z.string(),
});
export type DoneForMany = z.infer<typeof doneForMany>;
