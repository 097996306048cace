/**
 * Who may import whom. dependency-cruiser reads this; `npm run check` fails on the first import that breaks a rule, and shows the reason.
 * The words of the domain form a ladder; each looks only down.
 */
const LADDER = [
  'calendar',
  'status',
  'pupils',
  'access',
  'timelines',
  'plans|provision|register|attendance',
  'existing-plans',
  'progress',
  'record',
  'contributions',
  'meetings',
  'letters|plan-content|information-report|guidance|exams',
  'transitions',
  'caseload',
  'compliance',
];

/** A rule: what lies under `from` must not reach what lies under `to`; `but` names what it may. */
const never = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

/** A folder that may import itself, these other folders and these packages, and nothing else of ours. */
const only = (folder, folders, comment) => {
  const may = [folder, ...folders].map((one) => `^${one}/`);
  return never(
    `${folder}-imports`,
    comment,
    { path: `^${folder}/` },
    { path: '^(domain|contract|api|bot|tab|word-addin|manifest|local-tenant|server|tests)/', pathNot: may },
  );
};

/** No step of the ladder looks up to one above it. */
const ladder = LADDER.slice(0, -1).map((step, index) =>
  never(
    `domain-ladder-${step.split('|')[0]}`,
    'The words of the domain form a ladder, so that each can be read, tested and changed knowing only those below it.',
    { path: `^domain/(${step})/` },
    { path: `^domain/(${LADDER.slice(index + 1).join('|')})/` },
  ),
);

/** Rules about what runs: an `import type` vanishes when the code does, and breaks none of them. */
export const WITHOUT_TYPES = [
  'bot-sees-types-of-deeds',
  'sql-in-records-files',
  'the-server-loads-no-pdf-reader',
  'botbuilder-in-one-file',
  'no-cycles',
  'graph-behind-the-gateway',
  'nothing-unresolved',
];

const RECORDS = ['^api/[^/]+/[^/]*-records\\.ts$', '^api/[^/]+/[^/]+/[^/]*-records\\.ts$', '^api/database/'];

export default {
  forbidden: [
    only('domain', [], 'The rules outlive every library and every door: the domain imports only itself.'),
    never(
      'domain-packages',
      'The rules outlive every library; only the calendar leans on one, for time zones.',
      { path: '^domain/' },
      {
        pathNot: ['^domain/', 'node_modules/temporal-(polyfill|utils|spec)/'],
      },
    ),
    never(
      'only-calendar-sees-temporal',
      'Arithmetic with time stands in one place, tested there under three time zones.',
      { path: '^(domain/(?!calendar/)|contract|api|bot|tab|word-addin|server)' },
      { path: 'node_modules/temporal-' },
    ),
    ...ladder,
    only('contract', ['domain'], 'Shapes only: safe in a browser, and the one thing both sides of a wire share.'),
    never(
      'contract-packages',
      'Shapes only: zod and nothing else.',
      { path: '^contract/' },
      { path: 'node_modules/', pathNot: ['node_modules/zod/'] },
    ),
    only('api', ['domain', 'contract'], 'What the service can do does not know who is calling: no door, no start, no neighbour.'),
    never(
      'bot-imports',
      'The bot asks for deeds and reaches behind none: of api it sees the list of deeds, as types.',
      { path: '^bot/' },
      {
        path: '^(api|tab|word-addin|manifest|local-tenant|server|tests)/',
        pathNot: ['^api/casework\\.ts$'],
      },
    ),
    never(
      'bot-sees-types-of-deeds',
      'The bot is given its deeds; it does not make them.',
      { path: '^bot/' },
      { path: '^api/casework\\.ts$' },
    ),
    only('tab', ['domain', 'contract'], 'Browsers meet the service only through the contract.'),
    only('word-addin', ['domain', 'contract'], 'Browsers meet the service only through the contract.'),
    never(
      'tab-words-meet-in-shell',
      'Inside the tab each word stands alone; what two share is in kit, and they meet only in shell.',
      { path: '^tab/((?!shell|kit)[^/]+)/' },
      { path: '^tab/((?!kit)[^/]+)/', pathNot: '^tab/$1/' },
    ),
    never('kit-stands-alone', 'Shared pieces know nothing of the pages that use them.', { path: '^tab/kit/' }, { path: '^tab/(?!kit/)' }),
    only('manifest', [], 'Manifests are data about the suite: they read nothing of it.'),
    only('local-tenant', ['domain'], 'A neighbour, not part of us: what it takes from Waymark would prove nothing about Microsoft 365.'),
    never(
      'nobody-imports-the-start',
      'server introduces the parts to one another; whatever imported it would know them all.',
      { path: '^(domain|contract|api|bot|tab|word-addin|manifest|local-tenant)/' },
      { path: '^(server|tests)/' },
    ),
    never(
      'the-real-start-hands-out-no-pretend-identities',
      'Only the local start, the seed and tests may load the local tenant; the real start never can.',
      { path: '^server/(?!local|seed)' },
      { path: '^local-tenant/' },
    ),
    never(
      'the-real-start-reaches-no-pretend-identities',
      'Not even through something it imports.',
      { path: '^server/serve\\.ts$' },
      { path: '^(local-tenant/|server/(local|seed|embedded))', reachable: true },
    ),
    never(
      'the-server-loads-no-pdf-reader',
      'pdfjs puts its own JSON.stringify, twenty times slower, into the process that loads it: files are read in a thread of their own.',
      { path: '^server/service\\.ts$' },
      { path: 'node_modules/pdfjs-dist/', reachable: true },
    ),
    never(
      'sql-in-records-files',
      'SQL stands in *-records.ts and api/database, so that every query can be found, and every row becomes a domain type at once.',
      { path: '^(api|bot|server)/', pathNot: [...RECORDS, '^server/(seed|embedded|waymark)'] },
      { path: 'node_modules/(kysely|pg|graphile-worker)/' },
    ),
    never(
      'graph-behind-the-gateway',
      'Microsoft Graph and MSAL stand behind one gateway, so that retries, limits and manners are kept in one place.',
      { path: '^(?!api/graph/|tests/|tab/|word-addin/)' },
      { path: 'node_modules/(@microsoft/microsoft-graph|@azure/msal-node)' },
    ),
    never(
      'teams-js-in-one-file',
      'Teams is seen by one file: outside Teams its start rejects, and a test can take its place.',
      { path: '^(?!tab/shell/host\\.ts$|tests/|local-tenant/rooms/)' },
      { path: 'node_modules/@microsoft/teams-js/' },
    ),
    never(
      'botbuilder-in-one-file',
      'botbuilder has ended: whatever takes its place takes the place of one file.',
      { path: '^(?!bot/conversation\\.ts$|tests/)' },
      { path: 'node_modules/botbuilder' },
    ),
    never('no-cycles', 'Two files that need one another are one file, or three.', {}, { circular: true }),
    never(
      'no-barrels',
      'A name is imported from the file that knows it; a barrel hides who uses what.',
      {},
      { path: '/index\\.tsx?$', pathNot: 'node_modules/' },
    ),
    never('nothing-unresolved', 'An import that leads nowhere fails only when somebody gets there.', {}, { couldNotResolve: true }),
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^dist/', '^\\.data/', '\\.(css|html)$'] },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
};
