/**
 * The one source of both manifests: the unified one for Teams and Word, and the add-in-only XML for hosts that do not read it yet
 * (Mac, iPad, perpetual Office). Ids and origins come from the environment; words, buttons and actions stand here once.
 */
export type Deployment = {
  /** `https://waymark.example.org`, where tab, pane and bot are served. */
  readonly origin: string;
  /** Teams app id. */
  readonly appId: string;
  /** Entra client id; also the bot's id. */
  readonly clientId: string;
  /** Id of the add-in-only XML manifest, which the unified one hides. */
  readonly addInId: string;
  readonly version: string;
  readonly developer: { readonly name: string; readonly website: string; readonly privacy: string; readonly terms: string };
};

export const WORDS = {
  short: 'Waymark',
  full: 'Waymark: special educational needs casework',
  about: 'Caseload, reviews and plans for special educational needs coordinators.',
  more:
    'Waymark keeps the special educational needs casework of a school inside Microsoft 365. The tab shows who needs a look today and why, ' +
    'with every statutory date explained. The bot finds a date for a review from all calendars, books it and records the meeting. ' +
    'In Word, plans are drafted from the record, each passage with its source, and what is changed in the document is saved back.',
  accent: '#4F52B2',
} as const;

/** A button of the ribbon. `run` calls the function of that name in the pane's page; `pane` opens the pane. */
export type RibbonButton = {
  readonly id: string;
  readonly action: string;
  readonly kind: 'pane' | 'run';
  readonly label: string;
  readonly tip: string;
};

/** The name by which Word knows that this pane may open by itself with a document that asks for the add-in (MS-OWEMXML, TaskpaneId). */
export const PANE_ID = 'Office.AutoShowTaskpaneWithDocument';

/** The Word ribbon. Actions are associated in word-addin/page/office-word. */
export const RIBBON: { readonly tab: string; readonly group: string; readonly buttons: readonly RibbonButton[] } = {
  tab: 'Waymark',
  group: 'Plan',
  buttons: [
    {
      id: 'openPane',
      action: 'openPane',
      kind: 'pane',
      label: 'Open Waymark',
      tip: 'What this plan lacks, where each passage comes from and what changed.',
    },
    {
      id: 'draftPlan',
      action: 'draftPlan',
      kind: 'run',
      label: 'Draft plan',
      tip: 'Compose a plan from the record and the case folder, each passage with its source.',
    },
    {
      id: 'saveBack',
      action: 'saveBack',
      kind: 'run',
      label: 'Save back',
      tip: 'Compare this document with the record and choose, line by line, what is kept.',
    },
    { id: 'checkAgain', action: 'checkAgain', kind: 'run', label: 'Check', tip: 'Look again at what is missing and at the wording.' },
  ],
};

/** Sizes in pixels of the icons both manifests name. */
export const ICON_SIZES = [16, 32, 64, 80] as const;

export const iconAt = (origin: string, size: number): string => `${origin}/icons/waymark-${size}.png`;

/** What the bot understands, shown in Teams beneath the message box. */
export const BOT_COMMANDS = [
  { title: 'help', description: 'What can be asked, with a button for each' },
  { title: 'my caseload', description: 'The pupils to look at first, and why' },
  { title: 'due', description: 'What is due, from whom' },
  { title: 'review', description: 'Find a date for a review: review and the name' },
  { title: 'record', description: 'Record the meeting that is on' },
  { title: 'actions', description: 'Your open actions' },
] as const;

/**
 * What Waymark puts into people's activity feed: the case and what happened, never a child's name. Each kind can be turned off, in Teams and
 * in Waymark's own settings. `{case}` is filled by the sender (api/graph/activity.ts).
 */
export const ACTIVITIES = [
  { type: 'contributionAsked', description: 'A contribution is asked of me', templateText: '{case}: a contribution is asked of you' },
  { type: 'actionGiven', description: 'A meeting gives me an action', templateText: '{case}: an action for you' },
  { type: 'datesDue', description: 'Dates of mine are due or late', templateText: '{case}: dates due or late' },
  { type: 'reviewBooked', description: 'A review is booked', templateText: '{case}: the review is booked' },
] as const;

/** Resource-specific consent: a meeting's own start and end and who is in it, nothing of other chats; notices to whoever has the app. */
export const RESOURCE_CONSENT = [
  { name: 'OnlineMeeting.ReadBasic.Chat', type: 'Application' },
  { name: 'ChatSettings.Read.Chat', type: 'Application' },
  { name: 'ChatMember.Read.Chat', type: 'Application' },
  { name: 'OnlineMeetingParticipant.Read.Chat', type: 'Application' },
  { name: 'TeamsActivity.Send.User', type: 'Application' },
] as const;
