/**
 * Who may show the tab in a frame: Microsoft's own list, “Prerequisites” of learn.microsoft.com/microsoftteams/platform/tabs/how-to/tab-requirements
 * (frame-ancestor permissions of all hosts, Teams, the Microsoft 365 app and Outlook). A test holds this to it.
 */
export const TAB_HOSTS = [
  'https://*.cloud.microsoft',
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
  'https://*.microsoft365.com',
  'https://*.office.com',
  'https://outlook.office.com',
  'https://outlook.office365.com',
  'https://outlook-sdf.office.com',
  'https://outlook-sdf.office365.com',
];

/** Around a task pane stand Word on the web, which runs at officeapps.live.com, and the SharePoint page or the host around that. */
export const WORD_HOSTS = ['https://*.officeapps.live.com', 'https://*.sharepoint.com', ...TAB_HOSTS];

/** Where pages may fetch from besides Waymark itself: sign-in, and Microsoft's own script for Office, which is served from nowhere else. */
const SIGN_IN = 'https://login.microsoftonline.com';
const OFFICE = 'https://appsforoffice.microsoft.com';

/** teams-js reads Microsoft's list of hosts that may frame an app; without it a built-in list is used. */
const TEAMS_HOSTS = 'https://res.cdn.office.net';

/** What differs where Waymark runs against the local tenant: its rooms frame the pages, and its issuer signs people in. */
export type Neighbours = { readonly frames: readonly string[]; readonly connects: readonly string[]; readonly scripts: readonly string[] };

/** Without neighbours: Microsoft's hosts alone. The real start has none to name. */
export const NO_NEIGHBOURS: Neighbours = { frames: [], connects: [], scripts: [] };

type Policy = Readonly<Record<string, readonly string[]>>;

const written = (policy: Policy): string =>
  Object.entries(policy)
    .map(([directive, sources]) => [directive, ...sources].join(' '))
    .join('; ');

/** What every page may do: run its own scripts and no others, and none that stands in the page. */
const page: Policy = {
  'default-src': ["'self'"],
  'script-src': ["'self'"],
  // Fluent writes its style rules at run time.
  'style-src': ["'self'", "'unsafe-inline'"],
  'img-src': ["'self'", 'data:', 'blob:'],
  'font-src': ["'self'", 'data:', TEAMS_HOSTS],
  'connect-src': ["'self'"],
  'frame-src': ["'none'"],
  'worker-src': ["'self'"],
  'frame-ancestors': ["'none'"],
  'base-uri': ["'none'"],
  'object-src': ["'none'"],
  'form-action': ["'self'"],
};

const tab = ({ frames, connects, scripts }: Neighbours): Policy => ({
  ...page,
  'script-src': ["'self'", ...scripts],
  'connect-src': ["'self'", SIGN_IN, TEAMS_HOSTS, ...connects],
  'frame-src': ["'self'", SIGN_IN, ...connects],
  'frame-ancestors': ["'self'", ...TAB_HOSTS, ...frames],
});

const word = ({ frames, connects, scripts }: Neighbours): Policy => ({
  ...page,
  'script-src': ["'self'", OFFICE, ...scripts],
  'connect-src': ["'self'", SIGN_IN, OFFICE, TEAMS_HOSTS, ...connects],
  'frame-src': ["'self'", SIGN_IN, ...connects],
  'frame-ancestors': ["'self'", ...WORD_HOSTS, ...frames],
});

/** A page that came by a letter stands in a window of its own; only the local post room shows it in a frame. */
const letter = ({ frames }: Neighbours): Policy => ({ ...page, 'frame-ancestors': frames.length > 0 ? frames : ["'none'"] });

/** An answer that is no page: nothing in it is ever run, shown or framed. */
const nothing: Policy = { 'default-src': ["'none'"], 'frame-ancestors': ["'none'"], 'base-uri': ["'none'"], 'form-action': ["'none'"] };

const SAME_EVERYWHERE: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'permissions-policy':
    'camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), bluetooth=(), midi=(), display-capture=(), browsing-topics=()',
};

/** A year, for this host and what lies below it. */
const HSTS = { 'strict-transport-security': 'max-age=31536000; includeSubDomains' };

/** Icons are shown by Teams and Word in pages of their own; everything else only by Waymark's. */
const sharing = (address: string) => ({
  'cross-origin-resource-policy': address.startsWith('/icons/') ? 'cross-origin' : 'same-origin',
});

/**
 * The headers of every reply, by its address: pages may run their own scripts only, and only Microsoft's hosts may frame them; Word's pane
 * alone loads Microsoft's script; everything that is no page may do nothing at all. `tls`: people reach Waymark over https.
 */
export const securityHeaders = (neighbours: Neighbours, tls: boolean): ((address: string) => Record<string, string>) => {
  const policies: readonly (readonly [prefix: string, policy: string])[] = [
    ['/tab/link.html', written(letter(neighbours))],
    ['/tab/', written(tab(neighbours))],
    ['/word/', written(word(neighbours))],
    ['/link/', written(letter(neighbours))],
    ['/api/docs', written(page)],
    ['/faults', written(page)],
  ];
  const fallback = written(nothing);
  return (address) => {
    const path = address.split('?', 1)[0] ?? '';
    const policy = policies.find(([prefix]) => path.startsWith(prefix) || `${path}/` === prefix)?.[1] ?? fallback;
    return { 'content-security-policy': policy, ...SAME_EVERYWHERE, ...sharing(path), ...(tls ? HSTS : {}) };
  };
};
