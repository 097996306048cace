import { z } from 'zod';
import { day, id, instant } from './fields.ts';

export const planKind = z.enum(['senSupport', 'annualReview', 'profile', 'iep', 'transition']);
export type PlanKind = z.infer<typeof planKind>;

/** Where a passage came from: a thing in the record, or a file of the case folder in a version. */
export const source = z.strictObject({
  number: z.number().int(),
  kind: z.enum(['record', 'file']),
  words: z.string(),
  on: day.nullable(),
  webUrl: z.string().nullable(),
});
export type Source = z.infer<typeof source>;

export const passageOfPlan = z.strictObject({
  tag: z.string(),
  label: z.string(),
  text: z.string(),
  gap: z.boolean(),
  composed: z.boolean(),
  accepted: z.boolean(),
  sources: z.array(z.number().int()),
});
export type PassageOfPlan = z.infer<typeof passageOfPlan>;

export const missing = z.strictObject({
  id: z.string(),
  severity: z.enum(['stops', 'think']),
  title: z.string(),
  detail: z.string(),
  citation: z.string(),
  tag: z.string().nullable(),
});
export const wordingPoint = z.strictObject({
  id: z.string(),
  tag: z.string(),
  phrase: z.string(),
  why: z.string(),
  suggestion: z.string().nullable(),
});
export const difference = z.strictObject({
  id: z.string(),
  tag: z.string(),
  label: z.string(),
  asIssued: z.string().nullable(),
  inRecord: z.string().nullable(),
  inDocument: z.string().nullable(),
  state: z.enum(['document-changed', 'record-changed', 'both-changed', 'same-change', 'removed-in-document']),
  editedBy: z.string().nullable(),
});
export type Difference = z.infer<typeof difference>;

/** The pane's view of one plan document: what is missing, where it came from, wording, what changed. */
export const planPane = z.strictObject({
  plan: id,
  pupil: z.strictObject({ id, name: z.string(), caseRef: z.string() }),
  kind: planKind,
  title: z.string(),
  state: z.enum(['draft', 'in-consultation', 'agreed', 'in-force', 'superseded']),
  version: z.number().int(),
  savedAt: instant,
  /** When this was read, by the service’s clock. */
  readAt: instant,
  template: z.strictObject({ name: z.string(), version: z.number().int() }),
  document: z
    .strictObject({ id, name: z.string(), webUrl: z.string().nullable(), driveId: z.string(), itemId: z.string(), eTag: z.string() })
    .nullable(),
  passages: z.array(passageOfPlan),
  sources: z.array(source),
  missing: z.array(missing),
  checksPassed: z.number().int(),
  wording: z.array(wordingPoint),
  differences: z.array(difference),
});
export type PlanPane = z.infer<typeof planPane>;

/** POST /api/pupils/:id/plans : compose from record and folder, fill, file, and say what is missing. */
export const draftRequest = z.strictObject({ request: id, kind: planKind });
export type DraftRequest = z.infer<typeof draftRequest>;

/**
 * POST /api/plans/compare with the open file's bytes (application/vnd.openxmlformats-officedocument.wordprocessingml.document).
 * `older` where the file is of an earlier draft: it is not compared, the pane is of the newest, and `words` say which to open.
 */
export const compared = z.strictObject({
  pane: planPane,
  unknown: z.array(z.string()),
  older: z.strictObject({ version: z.number().int(), newest: z.number().int(), words: z.string() }).nullable(),
});
export type Compared = z.infer<typeof compared>;

/** POST /api/plans/:id/accept : settle differences one by one; the rest stay waiting. */
export const acceptRequest = z.strictObject({
  request: id,
  version: z.number().int(),
  choices: z
    .array(z.strictObject({ id: z.string(), take: z.enum(['document', 'record']) }))
    .min(1)
    .max(500),
});
export type AcceptRequest = z.infer<typeof acceptRequest>;

/** POST /api/plans/:id/accept-passages : machine-composed passages a person has read and accepted. */
export const acceptPassagesRequest = z.strictObject({
  request: id,
  version: z.number().int(),
  tags: z.array(z.string().max(120)).min(1).max(500),
});
export type AcceptPassagesRequest = z.infer<typeof acceptPassagesRequest>;
