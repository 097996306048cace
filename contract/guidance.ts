import { z } from 'zod';
import { GUIDANCE_KINDS } from '#domain/guidance/kinds.ts';
import { id, instant } from './fields.ts';

export const guidanceKind = z.enum(GUIDANCE_KINDS);
const fieldValue = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()).readonly(), z.null()]);
/** A strategy of Waymark by its name, or one of the school by its id. */
export const strategyId = z.string().regex(/^[a-z0-9-]{1,60}$/i, 'is no strategy');

/** A strategy of the library, Waymark’s or the school’s own. */
export const libraryEntry = z.strictObject({
  id: strategyId,
  own: z.boolean(),
  title: z.string(),
  barriers: z.array(z.string()).readonly(),
  sort: z.enum(['accommodation', 'modification']),
  tasks: z.array(z.string()).readonly(),
  words: z.string(),
  care: z.string(),
  evidence: z.enum(['strong', 'some', 'practice']),
  reading: z.string(),
  source: z.string(),
  /** Whether somebody says that they have read the source and it says this. */
  verified: z.boolean(),
});

/** Something a school keeps of its own: a strategy, a plan, a link. */
export const guidanceEntry = z.strictObject({
  id,
  kind: guidanceKind,
  version: z.number().int(),
  values: z.record(z.string(), fieldValue).readonly(),
  line: z.string(),
  class: z.strictObject({ id, name: z.string() }).nullable(),
  madeBy: z.string(),
  changedBy: z.string(),
  changedAt: instant,
  retired: z.boolean(),
  can: z.array(z.enum(['change', 'undo', 'retire', 'restore'])),
});
export type GuidanceEntry = z.infer<typeof guidanceEntry>;

/** GET /api/guidance : the library, and what the school keeps beside it. */
export const guidancePage = z.strictObject({
  library: z.array(libraryEntry),
  entries: z.array(guidanceEntry),
  /** Classes that something can be for: those of the reader’s schools. */
  classes: z.array(z.strictObject({ id, name: z.string() })),
  mayKeepStrategies: z.boolean(),
  mayPlan: z.boolean(),
});
export type GuidancePage = z.infer<typeof guidancePage>;

const unread = z.record(z.string(), z.unknown());

/** POST /api/guidance : the id is made by the page, so that a retry is harmless. */
export const keepGuidanceRequest = z.strictObject({ id, kind: guidanceKind, values: unread, class: id.nullable() });
export type KeepGuidanceRequest = z.infer<typeof keepGuidanceRequest>;

/** PUT /api/guidance/:entry, with `If-Match` */
export const changeGuidanceRequest = z.strictObject({ values: unread, class: id.nullable() });
export type ChangeGuidanceRequest = z.infer<typeof changeGuidanceRequest>;

/** POST /api/guidance/:entry/retired, with `If-Match` */
export const retireGuidanceRequest = z.strictObject({ retired: z.boolean() });

/** GET /api/guidance/:entry/history : every edition, the newest first. */
export const guidanceHistory = z.strictObject({
  title: z.string(),
  editions: z.array(
    z.strictObject({
      version: z.number().int(),
      at: instant,
      by: z.string(),
      deedWords: z.string(),
      changes: z.array(z.strictObject({ label: z.string(), from: z.string(), to: z.string() })),
    }),
  ),
});
export type GuidanceHistory = z.infer<typeof guidanceHistory>;

/** GET /api/pupils/:pupil/ideas : at most three strategies for what was asked, each with the barrier it is for and why it is this pupil’s. */
export const ideas = z.strictObject({
  pupil: z.strictObject({ id, name: z.string(), caseRef: z.string().nullable() }),
  sentence: z.string(),
  ideas: z.array(
    z.strictObject({ strategy: libraryEntry, barrierWords: z.string(), why: z.string(), sortWords: z.string(), evidenceWords: z.string() }),
  ),
});
export type Ideas = z.infer<typeof ideas>;

/** POST /api/pupils/:pupil/strategy-used : `request` makes a repeated press one deed. */
export const useStrategyRequest = z.strictObject({ strategy: strategyId, request: id });
export type UseStrategyRequest = z.infer<typeof useStrategyRequest>;

/** Where it stands now: among the pupil’s strategies, among the modifications, in the log as tried, or it stood there already. */
export const strategyUsed = z.strictObject({ kept: z.enum(['strategies', 'modifications', 'log', 'already']), words: z.string() });
export type StrategyUsed = z.infer<typeof strategyUsed>;
