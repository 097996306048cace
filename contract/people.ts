import { z } from 'zod';
import { day, id, instant } from './fields.ts';

export const role = z.enum(['coordinator', 'leader', 'teacher', 'assistant', 'specialist', 'administrator', 'auditor']);
export type Role = z.infer<typeof role>;

/** Who is signed in, what they may open, and what day it is at the school. */
export const me = z.strictObject({
  person: z.strictObject({ id, name: z.string(), givenName: z.string(), jobTitle: z.string().nullable() }),
  roles: z.array(role),
  organisation: z.strictObject({ id, name: z.string(), jurisdiction: z.string(), timeZone: z.string() }),
  schools: z.array(z.strictObject({ id, name: z.string() })),
  today: day,
  now: instant,
  /** Pages this person may open, in order. */
  pages: z.array(z.enum(['today', 'caseload', 'classes', 'meetings', 'compliance', 'settings'])),
});
export type Me = z.infer<typeof me>;

/** Someone shown beside a deed: the reader (`you`), a colleague, or an organisation. */
export const owner = z.strictObject({
  kind: z.enum(['you', 'person', 'organisation', 'family']),
  words: z.string(),
});
export type Owner = z.infer<typeof owner>;

/** What a browser needs before anyone is signed in. Served at `/config.json`. */
export const browserConfig = z.strictObject({
  clientId: z.string(),
  tenantId: z.string(),
  authority: z.string(),
  scope: z.string(),
  knownAuthorities: z.array(z.string()),
  /** Only with the local tenant: endpoints an ordinary browser opens without a certificate warning. */
  authorityMetadata: z.string().nullable(),
  /** Only with the local tenant: the room that plays Teams when the tab is opened outside it. */
  teamsRoom: z.string().nullable(),
  officeScript: z.string(),
  madeUp: z.boolean(),
});
export type BrowserConfig = z.infer<typeof browserConfig>;

/** GET /api/colleagues : everyone who works here today or comes in from outside, by surname, for a field that names a person. */
export const colleagues = z.strictObject({
  people: z.array(
    z.strictObject({
      id,
      name: z.string(),
      /** `Class teacher`, `Speech and language therapist, NHS` */
      words: z.string(),
      /** Whether the school employs them: others take no class. */
      staff: z.boolean(),
    }),
  ),
});
export type Colleagues = z.infer<typeof colleagues>;
