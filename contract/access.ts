import { z } from 'zod';
import { day, id, instant, line } from './fields.ts';
import { role } from './people.ts';

/** How somebody on a team stands to the pupil. */
export const teamRelation = z.enum(['coordinates', 'manages-case', 'supports', 'teaches', 'advises']);

/** A cell of the page: how much of a part of the record somebody sees, and the rule that decides it. */
export const sight = z.strictObject({
  part: z.enum(['glance', 'plan', 'casework', 'meetings', 'contacts', 'restricted']),
  words: z.string(),
  rule: z.string(),
});

/** Somebody who may see something of the record today, and why. */
export const whoSees = z.strictObject({
  person: id,
  name: z.string(),
  /** `Coordinator`, `Speech and language therapist, NHS`. */
  words: z.string(),
  outside: z.boolean(),
  /** What ties them to the pupil: `of the school`, `teaches 6 Oak`, `on the team, to Fri 26 Mar`. */
  because: z.array(z.string()),
  sees: z.array(sight),
  /** The last day on which any of it holds; null where none is set. */
  until: day.nullable(),
});
export type WhoSees = z.infer<typeof whoSees>;

/** A place on the team, also one that has ended or has not begun. */
export const membership = z.strictObject({
  id,
  person: id,
  name: z.string(),
  words: z.string().nullable(),
  relation: teamRelation,
  relationWords: z.string(),
  outside: z.boolean(),
  from: day,
  to: day.nullable(),
  state: z.enum(['coming', 'now', 'ended']),
  datesWords: z.string(),
  /** Documents this person has been shown, where they are from outside. */
  shared: z.array(id),
});
export type Membership = z.infer<typeof membership>;

/** One line of what was seen or sent. */
export const disclosure = z.strictObject({
  at: instant,
  when: z.string(),
  who: z.string(),
  what: z.string(),
  why: z.string(),
  kind: z.enum(['seen', 'changed', 'sent']),
  outside: z.boolean(),
});
export type Disclosure = z.infer<typeof disclosure>;

/** A link that was sent to somebody without an account. */
export const sentLink = z.strictObject({
  id,
  to: z.string(),
  what: z.string(),
  way: z.enum(['email', 'letter']),
  state: z.enum(['being-sent', 'to-print', 'open', 'answered', 'ended', 'withdrawn', 'locked']),
  stateWords: z.string(),
  sentWords: z.string(),
  until: day,
});
export type SentLink = z.infer<typeof sentLink>;

/** GET /api/pupils/:pupil/access : who may see this, and who has. */
export const access = z.strictObject({
  pupil: z.strictObject({ id, name: z.string(), givenName: z.string(), caseRef: z.string().nullable() }),
  people: z.array(whoSees),
  /** Contacts who must not be reached: nothing can be sent to them. */
  blocked: z.array(z.strictObject({ name: z.string(), words: z.string() })),
  restrictedNotes: z.array(z.strictObject({ words: z.string() })),
  team: z.array(membership),
  /** What can be shown to somebody from outside. */
  documents: z.array(z.strictObject({ id, name: z.string() })),
  /** The family, for a link: who must not be reached is not among them. */
  family: z.array(z.strictObject({ id, name: z.string(), relation: z.string(), reach: z.string().nullable() })),
  links: z.array(sentLink),
  seen: z.array(disclosure),
  seenCount: z.number().int(),
  seenSince: day.nullable(),
  can: z.array(z.enum(['change-team', 'send-link', 'report-disclosures'])),
});
export type Access = z.infer<typeof access>;

/** POST /api/pupils/:pupil/team : a place on the team, from–to. `newPerson` for somebody from outside whom nobody has entered yet. */
export const joinRequest = z
  .strictObject({
    request: id,
    person: id.optional(),
    newPerson: z.strictObject({ givenName: line, surname: line, email: z.email().max(200), jobTitle: line, employer: line }).optional(),
    relation: teamRelation,
    words: line.optional(),
    from: day,
    to: day.nullable(),
  })
  .refine((ask) => (ask.person === undefined) !== (ask.newPerson === undefined), {
    path: ['person'],
    message: 'choose one person, or enter a new one',
  });
export type JoinRequest = z.infer<typeof joinRequest>;

/** POST /api/team/:member : other dates, or other words for what they do. */
export const membershipChange = z.strictObject({ from: day, to: day.nullable(), words: line.nullable() });
export type MembershipChange = z.infer<typeof membershipChange>;

/** POST /api/team/:member/documents : what somebody from outside is shown of the case. */
export const shareRequest = z.strictObject({ documents: z.array(id).max(200) });
export type ShareRequest = z.infer<typeof shareRequest>;

/** GET /api/pupils/:pupil/disclosures?as= : the report for the family, as a file. */
export const disclosuresAs = z.enum(['docx', 'csv']);
export const fileReply = z.strictObject({ name: z.string(), type: z.string(), base64: z.string() });
export type FileReply = z.infer<typeof fileReply>;

/** POST /api/links/:link/letter : the letter of a link that goes on paper. Printed anew, the letter before it opens nothing more. */
export const linkLetterRequest = z.strictObject({
  /** Printed in the same letter, or kept for the telephone. */
  code: z.enum(['in-letter', 'by-telephone']),
});
export const linkLetter = z.strictObject({ file: fileReply, access });
export type LinkLetter = z.infer<typeof linkLetter>;

/** POST /api/links/:link/code : a code to read out, shown this once. */
export const codeToRead = z.strictObject({
  code: z.string(),
  minutes: z.number().int(),
  /** Whom to read it to. */
  to: z.string(),
  /** The number on the record: the one to ring. */
  telephone: z.string().nullable(),
  access,
});
export type CodeToRead = z.infer<typeof codeToRead>;

/** POST /api/roles */
export const roleGrant = z.strictObject({
  person: id,
  name: z.string(),
  words: z.string(),
  school: id,
  schoolName: z.string(),
  role,
  from: day,
  to: day.nullable(),
  /** Why it cannot be taken away, where it cannot. */
  fixed: z.string().nullable(),
});
export type RoleGrant = z.infer<typeof roleGrant>;

/** A group of the directory whose members hold a role. */
export const roleGroup = z.strictObject({
  id,
  group: id,
  name: z.string(),
  role,
  school: id.nullable(),
  schoolName: z.string().nullable(),
});
export type RoleGroup = z.infer<typeof roleGroup>;

/** GET /api/roles : who holds which role, and which groups of Entra give one. */
export const roles = z.strictObject({
  grants: z.array(roleGrant),
  groups: z.array(roleGroup),
  people: z.array(z.strictObject({ id, name: z.string(), words: z.string() })),
  schools: z.array(z.strictObject({ id, name: z.string() })),
  /** Roles this reader may give. */
  mayGive: z.array(role),
});
export type Roles = z.infer<typeof roles>;

export const giveRoleRequest = z.strictObject({ person: id, school: id, role, from: day, to: day.nullable() });
export type GiveRoleRequest = z.infer<typeof giveRoleRequest>;
export const endRoleRequest = z.strictObject({ person: id, school: id, role });
export type EndRoleRequest = z.infer<typeof endRoleRequest>;
export const mapGroupRequest = z.strictObject({ group: id, name: line, role, school: id.nullable() });
export type MapGroupRequest = z.infer<typeof mapGroupRequest>;
