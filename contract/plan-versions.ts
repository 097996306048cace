import { z } from 'zod';
import { id, instant } from './fields.ts';
import { passageOfPlan, source } from './plans.ts';

/** How a version came to be: drafted from the record, saved back from Word, or brought in from a file somebody else wrote. */
const origin = z.enum(['drafted', 'saved-back', 'brought-in']);

const versionMade = {
  version: z.number().int(),
  madeAt: instant,
  by: z.string().nullable(),
  origin,
};

/** GET /api/plans/:plan/versions : every version there was, the newest first. */
export const planVersions = z.strictObject({
  plan: id,
  title: z.string(),
  versions: z.array(
    z.strictObject({
      ...versionMade,
      /** Passages that read otherwise than in the version before; null for the first. */
      changed: z.number().int().nullable(),
      /** Whether its file can be made again from what is stored. */
      reproducible: z.boolean(),
    }),
  ),
});
export type PlanVersions = z.infer<typeof planVersions>;

/** GET /api/plans/:plan/versions/:version?against=1 */
export const versionQuery = z.strictObject({ against: z.coerce.number().int().min(1).max(100_000).optional() });

/** One version as it was made, to read and not to change; beside another one what reads otherwise. */
export const planVersion = z.strictObject({
  plan: id,
  title: z.string(),
  ...versionMade,
  newest: z.boolean(),
  passages: z.array(passageOfPlan.pick({ tag: true, label: true, text: true, gap: true, sources: true })),
  sources: z.array(source),
  against: z.number().int().nullable(),
  differences: z.array(z.strictObject({ tag: z.string(), label: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
});
export type PlanVersion = z.infer<typeof planVersion>;

/** GET /api/plans/:plan/versions/:version/document : its file, made again. */
export const planVersionFile = z.strictObject({
  name: z.string(),
  type: z.string(),
  content: z.string(),
  /** Whether the bytes are those that were filed; null where none were filed under this version. */
  same: z.boolean().nullable(),
  words: z.string(),
});
export type PlanVersionFile = z.infer<typeof planVersionFile>;
