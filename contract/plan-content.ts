import { z } from 'zod';

/** Something a plan lacks by the law or good practice, with where to mend it. */
export const contentGap = z.strictObject({
  rule: z.string(),
  title: z.string(),
  words: z.string(),
  citation: z.string(),
  weight: z.enum(['must', 'think']),
  mend: z.enum(['needs', 'plan', 'provision', 'contacts', 'meetings', 'find-a-date', 'letters', 'bring-in-plans', 'overview']),
});

/** GET /api/pupils/:pupil/plan-content : `title` is null for a pupil whose stage asks for no plan. */
export const planContent = z.strictObject({
  title: z.string().nullable(),
  gaps: z.array(contentGap),
  passed: z.number().int(),
});
export type PlanContent = z.infer<typeof planContent>;
