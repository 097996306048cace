import { z } from 'zod';
import { instant } from './fields.ts';

/** One Microsoft Graph permission, tried live. */
export const permissionTried = z.strictObject({
  name: z.string(),
  kind: z.enum(['delegated', 'application']),
  forWhat: z.string(),
  outcome: z.enum(['works', 'missing', 'refused-as-it-should', 'off', 'not-reached']),
  detail: z.string(),
  /** What waits without it. */
  without: z.string(),
  /** The exact step an administrator takes, with a command to copy; null when it works. */
  cure: z.string().nullable(),
});
export const preflight = z.strictObject({ at: instant, ready: z.boolean(), permissions: z.array(permissionTried) });
export type Preflight = z.infer<typeof preflight>;
export type PermissionTried = z.infer<typeof permissionTried>;

/** GET /healthz */
export const health = z.strictObject({ status: z.enum(['ok', 'unwell']), parts: z.record(z.string(), z.string()).optional() });

/** GET /readyz */
export const readiness = z.strictObject({ status: z.enum(['ready', 'not-ready']), parts: z.record(z.string(), z.string()).optional() });

/** POST /api/audit/verify */
export const auditVerdict = z.strictObject({
  sound: z.boolean(),
  sealed: z.number().int(),
  unsealed: z.number().int(),
  words: z.string(),
});
export type AuditVerdict = z.infer<typeof auditVerdict>;
