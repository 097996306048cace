import { ACTIVITIES, BOT_COMMANDS, type Deployment, ICON_SIZES, iconAt, PANE_ID, RESOURCE_CONSENT, RIBBON, WORDS } from './source.ts';

const SCHEMA = '1.30';
const RUNTIME = 'waymarkPane';

const icons = (origin: string) => ICON_SIZES.map((size) => ({ size, url: iconAt(origin, size) }));

/** The tabs: the caseload for one person, and the same pages beside a chat or a meeting. */
const staticTabs = (origin: string) => [
  {
    entityId: 'waymark',
    name: 'Waymark',
    contentUrl: `${origin}/tab/`,
    websiteUrl: `${origin}/tab/`,
    scopes: ['personal'],
    context: ['personalTab'],
  },
  {
    entityId: 'waymarkMeeting',
    name: 'Waymark',
    contentUrl: `${origin}/tab/meetings`,
    websiteUrl: `${origin}/tab/meetings`,
    scopes: ['team', 'groupChat'],
    context: ['channelTab', 'privateChatTab', 'meetingChatTab', 'meetingDetailsTab', 'meetingSidePanel'],
  },
  { entityId: 'conversations', scopes: ['personal'] },
  { entityId: 'about', scopes: ['personal'] },
];

const bots = (clientId: string) => [
  {
    botId: clientId,
    scopes: ['personal', 'groupChat', 'team'],
    supportsFiles: false,
    isNotificationOnly: false,
    commandLists: [{ scopes: ['personal', 'groupChat'], commands: [...BOT_COMMANDS] }],
  },
];

/** The message extension: find a pupil and post a card that holds nothing sensitive; keep a message in a record; draw addresses of the tab. */
const composeExtensions = (clientId: string, origin: string) => [
  {
    botId: clientId,
    composeExtensionType: 'botBased',
    commands: [
      {
        id: 'findPupil',
        type: 'query',
        title: 'Find a pupil',
        description: 'Post a link to a case; the card shows the case and initials only',
        context: ['compose', 'commandBox'],
        initialRun: false,
        parameters: [{ name: 'words', title: 'Name or case', description: 'A name, a class or a case such as WM-0412', inputType: 'text' }],
      },
      {
        id: 'keepMessage',
        type: 'action',
        title: 'Add as evidence',
        description: 'Keep a private copy of this message in a pupil’s record',
        context: ['message'],
        fetchTask: true,
      },
    ],
    messageHandlers: [{ type: 'link', value: { domains: [new URL(origin).host] } }],
  },
];

const runtime = (origin: string) => ({
  requirements: { capabilities: [{ name: 'SharedRuntime', minVersion: '1.1' }] },
  id: RUNTIME,
  type: 'general',
  code: { page: `${origin}/word/pane.html` },
  lifetime: 'long',
  actions: RIBBON.buttons.map((button) =>
    button.kind === 'pane'
      ? { id: button.action, type: 'openPage', view: PANE_ID, displayName: button.label }
      : { id: button.action, type: 'executeFunction', displayName: button.label },
  ),
});

const ribbon = (origin: string) => ({
  contexts: ['default'],
  tabs: [
    {
      id: 'waymarkTab',
      label: RIBBON.tab,
      groups: [
        {
          id: 'waymarkPlan',
          label: RIBBON.group,
          icons: icons(origin),
          controls: RIBBON.buttons.map((button) => ({
            id: button.id,
            type: 'button',
            label: button.label,
            icons: icons(origin),
            supertip: { title: button.label, description: button.tip },
            actionId: button.action,
          })),
        },
      ],
    },
  ],
});

const extensions = (deployment: Deployment) => [
  {
    requirements: { scopes: ['document'], capabilities: [{ name: 'WordApi', minVersion: '1.3' }] },
    runtimes: [runtime(deployment.origin)],
    ribbons: [ribbon(deployment.origin)],
    // Where this manifest is read, the XML twin steps back, so that nobody sees two Waymark tabs.
    alternates: [{ hide: { customOfficeAddin: { officeAddinId: deployment.addInId } } }],
  },
];

/** The unified manifest (Teams and Word) for one deployment, as the object that becomes manifest.json. */
export const unifiedManifest = (deployment: Deployment) => ({
  $schema: `https://developer.microsoft.com/json-schemas/teams/v${SCHEMA}/MicrosoftTeams.schema.json`,
  manifestVersion: SCHEMA,
  version: deployment.version,
  id: deployment.appId,
  developer: {
    name: deployment.developer.name,
    websiteUrl: deployment.developer.website,
    privacyUrl: deployment.developer.privacy,
    termsOfUseUrl: deployment.developer.terms,
  },
  name: { short: WORDS.short, full: WORDS.full },
  description: { short: WORDS.about, full: WORDS.more },
  icons: { color: 'color.png', outline: 'outline.png' },
  accentColor: WORDS.accent,
  staticTabs: staticTabs(deployment.origin),
  bots: bots(deployment.clientId),
  composeExtensions: composeExtensions(deployment.clientId, deployment.origin),
  activities: { activityTypes: ACTIVITIES.map((activity) => ({ ...activity })) },
  validDomains: [new URL(deployment.origin).host],
  webApplicationInfo: { id: deployment.clientId, resource: `api://${new URL(deployment.origin).host}/${deployment.clientId}` },
  authorization: { permissions: { resourceSpecific: [...RESOURCE_CONSENT] } },
  extensions: extensions(deployment),
  showLoadingIndicator: false,
  defaultInstallScope: 'personal',
});

export type UnifiedManifest = ReturnType<typeof unifiedManifest>;
