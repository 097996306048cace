import { z } from 'zod';
import { day, id, instant } from './fields.ts';

/** Plans that others wrote, as they are brought in: files, pages, and the lines found in them. */

export const existingKind = z.enum(['ehcp', 'iep', 'senSupport']);
export const lineState = z.enum(['found', 'confirmed', 'left-out']);

const words = z.string().trim().min(1).max(4000);
const short = z.string().trim().min(1).max(300);
const whole = (most: number) => z.number().int().min(1).max(most);

export const needSaid = z.strictObject({ text: words, code: z.string().max(20).nullable(), area: z.string().max(100).nullable() });
export const goalSaid = z.strictObject({
  text: words,
  measure: short.nullable(),
  baseline: short.nullable(),
  criterion: short.nullable(),
  by: day.nullable(),
});
export const provisionSaid = z.strictObject({
  text: words,
  who: short.nullable(),
  minutes: whole(1440).nullable(),
  timesAWeek: z.number().min(0.1).max(60).nullable(),
  groupSize: whole(60).nullable(),
  place: short.nullable(),
  from: day.nullable(),
  until: day.nullable(),
  /** Lines of the same plan. */
  forNeed: id.nullable(),
  forGoal: id.nullable(),
});
export type NeedSaid = z.infer<typeof needSaid>;
export type GoalSaid = z.infer<typeof goalSaid>;
export type ProvisionSaid = z.infer<typeof provisionSaid>;

const passage = z.strictObject({ block: z.number().int(), from: z.number().int(), to: z.number().int() });

const line = {
  id,
  /** `section F`, `needs`: where in the plan it stands. */
  place: z.string(),
  page: z.number().int(),
  state: lineState,
  passages: z.array(passage),
  fromTable: z.boolean(),
  cautions: z.array(z.string()),
  suggested: z.array(z.string()),
  version: z.number().int(),
};
export const planLine = z.discriminatedUnion('kind', [
  z.strictObject({ ...line, kind: z.literal('need'), values: needSaid }),
  z.strictObject({ ...line, kind: z.literal('goal'), values: goalSaid }),
  z.strictObject({ ...line, kind: z.literal('provision'), values: provisionSaid }),
]);
export type PlanLine = z.infer<typeof planLine>;

const counts = z.strictObject({ found: z.number().int(), confirmed: z.number().int(), leftOut: z.number().int(), toDo: z.number().int() });

const summary = {
  id,
  /** The file's name. */
  name: z.string(),
  form: z.enum(['pdf', 'docx']),
  pupil: z.strictObject({ id, name: z.string(), caseRef: z.string().nullable() }).nullable(),
  /** Why it is this pupil's. */
  whyPupil: z.string().nullable(),
  /** Whom it could belong to, where that is in doubt. */
  candidates: z.array(z.strictObject({ pupil: id, name: z.string(), caseRef: z.string().nullable(), why: z.string() })),
  nameInPlan: z.string().nullable(),
  kind: existingKind.nullable(),
  dated: day.nullable(),
  until: day.nullable(),
  state: z.enum(['open', 'in-force']),
  counts,
  broughtAt: instant,
  version: z.number().int(),
};
export const existingPlanSummary = z.strictObject(summary);
export type ExistingPlanSummary = z.infer<typeof existingPlanSummary>;

export const existingPlans = z.strictObject({ plans: z.array(existingPlanSummary) });
export type ExistingPlans = z.infer<typeof existingPlans>;

const box = z.strictObject({ x: z.number(), y: z.number(), width: z.number(), height: z.number() });
export const existingPlan = z.strictObject({
  ...summary,
  pages: z.array(z.strictObject({ width: z.number(), height: z.number() })),
  blocks: z.array(
    z.strictObject({
      page: z.number().int(),
      text: z.string(),
      look: z.enum(['heading', 'text', 'item']),
      cell: z.strictObject({ table: z.number().int(), row: z.number().int(), column: z.number().int() }).nullable(),
      lines: z.array(z.strictObject({ from: z.number().int(), to: z.number().int(), box })),
    }),
  ),
  lines: z.array(planLine),
  /** Every sentence that no line was made from. */
  notTaken: z.array(passage),
  /** Types of need to choose from. */
  codes: z.array(z.strictObject({ code: z.string(), words: z.string() })),
  /** The plans of one's own list, in its order, to go to the next. */
  neighbours: z.strictObject({ place: z.number().int(), of: z.number().int(), before: id.nullable(), after: id.nullable() }),
});
export type ExistingPlan = z.infer<typeof existingPlan>;

/** GET /api/existing-plans/:plan/file : the file as it was brought in. */
export const existingPlanFile = z.strictObject({ form: z.enum(['pdf', 'docx']), base64: z.string() });
export type ExistingPlanFile = z.infer<typeof existingPlanFile>;

/** POST /api/existing-plans?name= with the file's bytes. */
export const bringQuery = z.strictObject({ name: z.string().trim().min(1).max(200) });

/** POST /api/existing-plans/:plan/lines : what a person decides about lines, all or none; `version` is what was seen. */
export const settleRequest = z.strictObject({
  lines: z
    .array(
      z.strictObject({
        id,
        version: z.number().int(),
        state: lineState,
        values: z.union([needSaid, goalSaid, provisionSaid]).optional(),
      }),
    )
    .min(1)
    .max(500),
});
export type SettleRequest = z.infer<typeof settleRequest>;

/** POST /api/existing-plans/:plan/new-line : makes a line of words that none was made from. */
export const newLineRequest = z.strictObject({
  id,
  kind: z.enum(['need', 'goal', 'provision']),
  block: z.number().int().min(0),
  from: z.number().int().min(0),
  to: z.number().int().min(1),
});
export type NewLineRequest = z.infer<typeof newLineRequest>;

/** What a decision answers: the lines it was about, and the plan's counts now. */
export const settledLines = z.strictObject({ plan: existingPlanSummary, lines: z.array(planLine) });
export type SettledLines = z.infer<typeof settledLines>;
export const planGone = z.strictObject({ gone: id });

export const pupilRequest = z.strictObject({ pupil: id });
export const inForceRequest = z.strictObject({ kind: existingKind, dated: day, until: day.nullable() });
export type InForceRequest = z.infer<typeof inForceRequest>;

/** GET /api/existing-plans/in-folders : plans that lie in the case folders and were not brought in. */
export const plansInFolders = z.strictObject({
  files: z.array(
    z.strictObject({
      pupil: id,
      pupilName: z.string(),
      caseRef: z.string(),
      driveId: z.string(),
      itemId: z.string(),
      name: z.string(),
      size: z.number(),
      changedAt: instant,
    }),
  ),
  folders: z.number().int(),
});
export type PlansInFolders = z.infer<typeof plansInFolders>;
export const fromFolderRequest = z.strictObject({ pupil: id, driveId: z.string().min(1).max(300), itemId: z.string().min(1).max(300) });
export type FromFolderRequest = z.infer<typeof fromFolderRequest>;
