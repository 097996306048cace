import type { Role } from '#domain/access/actor.ts';
import { OUTSIDE_PARTS, type OutsidePart } from '#domain/status/outside.ts';

/** Somebody or something that data goes to: what, how, and what holds it in. */
export type Recipient = { readonly who: string; readonly what: string; readonly how: string; readonly heldBy: string };

/** Parts of Microsoft 365, in the school’s own tenant. */
const PARTS: Readonly<Record<OutsidePart, Omit<Recipient, 'who'>>> = {
  calendar: {
    what: 'Events named by the case reference, who is invited, when and where; dates of the register by case, where somebody follows them',
    how: 'One shared SEND mailbox; a person’s own calendar only where they switch it on',
    heldBy: 'Never a child’s name in a subject; events are private',
  },
  mail: {
    what: 'Invitations, links, reminders, chasers and minutes by link, to the addresses on record',
    how: 'Sent from the shared SEND mailbox',
    heldBy: 'Never a name in a subject; contacts who must not be written to are refused',
  },
  documents: {
    what: 'Plans, letters, minutes, advice and archives as documents',
    how: 'One private SharePoint site, folders named by case reference',
    heldBy:
      'Only coordinators are members; others see single items, signed in, while they are on the team; no organisation-wide or anonymous links',
  },
  people: {
    what: 'Nothing goes there: names, accounts, classes and families are read',
    how: 'Nightly reading',
    heldBy: 'Read-only permissions',
  },
  teams: {
    what: 'Cards of the bot to the person they are for; notices that name the case',
    how: 'Private chat; in a group only what everybody may read',
    heldBy: 'Names shrink to initials in a group; cards say nothing after thirty days',
  },
};

const ROLES: Readonly<Record<Role, Omit<Recipient, 'how' | 'heldBy'>>> = {
  coordinator: { who: 'SEND coordinators (role: coordinator)', what: 'The whole record of their school’s pupils' },
  leader: { who: 'School leaders (role: leader)', what: 'The record of their school’s pupils, save restricted notes' },
  teacher: { who: 'Teachers (role: teacher)', what: 'What concerns the pupils they teach' },
  assistant: { who: 'Teaching assistants (role: assistant)', what: 'What concerns the pupils they support' },
  specialist: { who: 'Specialists of the school (role: specialist)', what: 'What concerns the pupils they work with' },
  administrator: { who: 'IT administrators (role: administrator)', what: 'Settings, never a record' },
  auditor: { who: 'Auditors (role: auditor)', what: 'Whether the audit trail is whole; ids, never a record' },
};

/** Everybody outside the school’s staff who is given something, and by which way out of Waymark. */
const OUTSIDE: readonly Recipient[] = [
  {
    who: 'Parents, carers and the young person',
    what: 'Letters, minutes, plans, choice of a date, questions, and their record when they ask for it',
    how: 'A signed link with a one-time code, a letter, or an archive',
    heldBy: 'One purpose a link; it expires and can be revoked; what concerns others is decided passage by passage',
  },
  {
    who: 'Professionals from other services (health, educational psychology, social care)',
    what: 'What they are asked about one pupil, and what was shared with them',
    how: 'A signed link, or an account while they are on the team',
    heldBy: 'Until their last day on the team',
  },
  {
    who: 'The local authority or district',
    what: 'Chasers that quote rule and dates; papers of a review that the coordinator sends',
    how: 'E-mail or letter, read before it goes',
    heldBy: 'Word for word on the timeline',
  },
  {
    who: 'Whoever is handed an export',
    what: 'Lists, reports and papers as files',
    how: 'Taken out by a coordinator or leader',
    heldBy: 'Each is noted in the audit trail; small numbers are withheld for publication',
  },
  {
    who: 'Calendar programs that follow dates (calendar feed)',
    what: 'Dates by case reference, without names',
    how: 'A secret address of one member of staff',
    heldBy: 'Ended by them at any time, and with their role',
  },
  {
    who: 'Whoever runs Waymark (hosting)',
    what: 'The database and its backups; logs and figures without names',
    how: 'As the processor terms say',
    heldBy: 'Row level security by organisation; tokens encrypted; traces off unless switched on, and then without names',
  },
];

/** Every recipient: the parts of Microsoft 365, the roles, and those outside. */
export const recipients = (): readonly Recipient[] => [
  ...(Object.entries(PARTS) as [OutsidePart, Omit<Recipient, 'who'>][]).map(([part, rest]) => ({
    who: `Microsoft 365: ${OUTSIDE_PARTS[part].title}`,
    ...rest,
  })),
  ...Object.values(ROLES).map((rest) => ({
    ...rest,
    how: 'Teams tab, bot and Word, signed in',
    heldBy: 'Role and relation to the pupil, checked at each deed; each reading is noted',
  })),
  ...OUTSIDE,
];
