import type { Casework } from '../casework.ts';

/** One permission on Microsoft Graph that Waymark asks for. The whole list; a test holds the manifest and the guide to it. */
export type Permission = {
  readonly name: string;
  readonly kind: 'delegated' | 'application';
  /** Who gives it: Entra by consent, SharePoint for one site besides, Exchange for named mailboxes and never Entra. */
  readonly by: 'entra' | 'sharepoint' | 'exchange';
  readonly forWhat: string;
  /** The deeds that lean on it, by their names in api/casework.ts; what a job does afterwards stands with the deed that asked for it. */
  readonly deeds: readonly (keyof Casework)[];
  /** What waits without it. */
  readonly without: string;
  /** How it is tried: a request that needs it, and the answer that shows it works. */
  readonly probe: { readonly method: 'GET' | 'POST'; readonly path: string; readonly body?: unknown };
  /** What an empty list means, where the permission works and there is nothing to read with it. */
  readonly ifEmpty?: string;
  /** What the person must have of their own besides; an administrator, who tries it, mostly has not. */
  readonly ofOnesOwn?: string;
  /** The exact step for an administrator. */
  readonly cure: string;
};

const consent = (name: string): string =>
  `Entra admin centre > App registrations > Waymark > API permissions > Microsoft Graph > Delegated > ${name} > Grant admin consent`;

const consentAsApplication = (name: string): string =>
  `Entra admin centre > App registrations > Waymark > API permissions > Microsoft Graph > Application > ${name} > Grant admin consent`;

/** The scope is made once, for the SEND mailbox alone (docs/install.md, step 5); the role is given inside it. */
const exchange = (role: string): string =>
  `New-ManagementRoleAssignment -App <object id of Waymark's service principal> -Role "${role}" -CustomResourceScope "Waymark mailboxes"`;

const tomorrow = (now: number): string => new Date(now + 86_400_000).toISOString().slice(0, 10);

const schedule = (mailbox: string, now: number) => ({
  schedules: [mailbox],
  startTime: { dateTime: `${tomorrow(now)}T09:00:00`, timeZone: 'UTC' },
  endTime: { dateTime: `${tomorrow(now)}T10:00:00`, timeZone: 'UTC' },
  availabilityViewInterval: 30,
});

/**
 * Every permission, each the narrowest that works: the library through Sites.Selected, unattended mail and calendar through
 * Exchange RBAC for one mailbox. There is no tenant-wide Files, Sites or Mail permission in it, and there must never be.
 */
export const permissionsOf = (sendMailbox: string, sendSite: string, now: number): readonly Permission[] => [
  {
    name: 'User.Read',
    kind: 'delegated',
    by: 'entra',
    deeds: ['whoAmI', 'preflight'],
    forWhat: 'Signing people in and reading which groups they are in',
    without: 'somebody in very many groups has only the roles given in Settings; everybody else signs in as before',
    probe: { method: 'GET', path: '/me?$select=id' },
    cure: consent('User.Read'),
  },
  {
    name: 'Calendars.Read',
    kind: 'delegated',
    by: 'entra',
    deeds: ['proposeReview', 'bookReview'],
    forWhat: 'Reading when colleagues are free, as the person who looks for a date',
    without: 'dates are offered without looking into calendars',
    probe: { method: 'POST', path: '/me/calendar/getSchedule', body: schedule(sendMailbox, now) },
    cure: consent('Calendars.Read'),
  },
  {
    name: 'Calendars.ReadWrite.Shared',
    kind: 'delegated',
    by: 'entra',
    deeds: ['bookReview'],
    forWhat: 'Booking reviews in the shared SEND calendar as the person who books',
    without: 'reviews are booked by Waymark itself and not in the name of the person',
    ofOnesOwn: 'share in the SEND mailbox',
    probe: {
      method: 'GET',
      path: `/users/${sendMailbox}/calendarView?startDateTime=2026-01-01T00:00:00Z&endDateTime=2026-01-02T00:00:00Z&$top=1&$select=id`,
    },
    cure: consent('Calendars.ReadWrite.Shared'),
  },
  {
    name: 'Sites.Selected',
    kind: 'delegated',
    by: 'sharepoint',
    deeds: ['draftPlan', 'fileLetter', 'changeLetter', 'downloadLetter', 'openExistingPlanFile', 'lookForPlans', 'findRegisterFiles'],
    forWhat: 'Reading and saving in the case folders as the coordinator who does it, so that the version history says who it was',
    without: 'the version history names Waymark and not the coordinator',
    ofOnesOwn: 'access to the SEND site',
    probe: { method: 'GET', path: `/sites/${sendSite}/drive?$select=id` },
    cure: consent('Sites.Selected'),
  },
  {
    name: 'Files.Read',
    kind: 'delegated',
    by: 'entra',
    deeds: ['findRegisterFiles', 'readRegisterFile', 'readRegisterAgain'],
    forWhat: 'Finding and reading a register that lies on the coordinator’s own OneDrive, as that coordinator',
    without: 'a register is handed over as a file, or lies in the SEND library',
    ofOnesOwn: 'OneDrive',
    probe: { method: 'GET', path: '/me/drive?$select=id' },
    cure: consent('Files.Read'),
  },
  {
    name: 'Sites.Selected',
    kind: 'application',
    by: 'sharepoint',
    deeds: [
      'draftPlan',
      'fileLetter',
      'changeLetter',
      'downloadLetter',
      'finishMeeting',
      'bringPlanFromFolder',
      'givePlanToPupil',
      'listCopies',
      'askForRecords',
      'buildRecords',
      'confirmErasure',
    ],
    forWhat: 'Reading and saving plans, advice and minutes in the case folders of the SEND library, and of no other',
    without: 'no document can be drafted, read or filed',
    probe: { method: 'GET', path: `/sites/${sendSite}/drive?$select=id` },
    cure: `${consentAsApplication('Sites.Selected')}; then for the SEND site alone: Grant-PnPAzureADAppSitePermission -AppId <Waymark's client id> -DisplayName Waymark -Permissions Write -Site <address of the SEND site>`,
  },
  {
    name: 'EduRoster.Read.All',
    kind: 'application',
    by: 'entra',
    deeds: ['syncPeople'],
    forWhat: 'Reading pupils, teachers, classes and families as School Data Sync keeps them, each night and on demand',
    without: 'people and classes come from CSV files alone (Settings, Import)',
    probe: { method: 'GET', path: '/education/schools?$select=id&$top=1' },
    ifEmpty:
      'Allowed, but Microsoft 365 holds no school: School Data Sync has not run here. Bring class-list.csv and timetable.csv instead (Settings, Import).',
    cure: consentAsApplication('EduRoster.Read.All'),
  },
  {
    name: 'GroupMember.Read.All',
    kind: 'application',
    by: 'entra',
    deeds: ['syncPeople'],
    forWhat: 'Reading who came into a class and who left it, in one request a night',
    without: 'members are asked class by class, in many requests',
    probe: { method: 'GET', path: '/groups/delta?$select=id,members&$deltatoken=latest' },
    cure: consentAsApplication('GroupMember.Read.All'),
  },
  {
    name: 'User.Read.All',
    kind: 'application',
    by: 'entra',
    deeds: ['syncPeople'],
    forWhat: 'Seeing that a member of staff has an account, has left or was blocked, so that their access ends the same night',
    without: 'a colleague who left keeps their place in Waymark until a roster or a person says so; they cannot sign in',
    probe: { method: 'GET', path: '/users?$select=id&$top=1' },
    cure: consentAsApplication('User.Read.All'),
  },
  {
    name: 'Calendars.ReadWrite',
    kind: 'application',
    by: 'exchange',
    deeds: ['bookReview', 'followInOutlook', 'leaveOutlook', 'confirmErasure'],
    forWhat:
      'Finishing a booking in the shared SEND calendar when nobody is present; placing dates in the calendars of those who switch that on, once an administrator has added their mailboxes',
    without: 'a booking cut short by a fault waits until somebody presses again; nobody can have dates placed in Outlook',
    probe: {
      method: 'GET',
      path: `/users/${sendMailbox}/calendarView?startDateTime=2026-01-01T00:00:00Z&endDateTime=2026-01-02T00:00:00Z&$top=1&$select=id`,
    },
    cure: exchange('Application Calendars.ReadWrite'),
  },
  {
    name: 'Mail.Send',
    kind: 'application',
    by: 'exchange',
    deeds: ['finishMeeting', 'askFamily', 'askContributions', 'sendLink', 'chase'],
    forWhat: 'Sending invitations and reminders from the shared SEND mailbox',
    without: 'invitations and reminders wait in the queue',
    // An empty message is refused for its content once the permission is there, and for the permission where it is not; nothing is sent.
    probe: { method: 'POST', path: `/users/${sendMailbox}/sendMail`, body: { message: {} } },
    cure: exchange('Application Mail.Send'),
  },
];
