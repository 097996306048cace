/** Who may show Waymark in a frame: Teams, Outlook, the Microsoft 365 app and Word on the web, as Microsoft lists them for tabs and add-ins. */
const HOSTS = [
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
  'https://teams.cloud.microsoft',
  'https://*.cloud.microsoft',
  'https://*.microsoft365.com',
  'https://*.office.com',
  'https://outlook.office365.com',
  'https://outlook.live.com',
  'https://*.officeapps.live.com',
  'https://*.sharepoint.com',
];

/** Where pages may fetch from besides Waymark itself: sign-in, and Microsoft's own script for Office. */
const SIGN_IN = 'https://login.microsoftonline.com';
const OFFICE = 'https://appsforoffice.microsoft.com';

/** teams-js reads Microsoft's list of hosts that may frame an app; without it a built-in list is used. */
const TEAMS_HOSTS = 'https://res.cdn.office.net';

/** What differs where Waymark runs against the local tenant: its rooms frame the pages, and its issuer signs people in. */
export type Neighbours = { readonly frames: readonly string[]; readonly connects: readonly string[]; readonly scripts: readonly string[] };

/** The headers that every reply carries. Pages may run their own scripts only, and only Microsoft's hosts may frame them. */
export const securityHeaders = ({ frames, connects, scripts }: Neighbours): Record<string, string> => ({
  'content-security-policy': [
    "default-src 'self'",
    ['script-src', "'self'", OFFICE, ...scripts].join(' '),
    // Fluent writes its style rules at run time.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    `font-src 'self' data: ${TEAMS_HOSTS}`,
    ['connect-src', "'self'", SIGN_IN, OFFICE, TEAMS_HOSTS, ...connects].join(' '),
    ['frame-src', "'self'", SIGN_IN, ...connects].join(' '),
    ['frame-ancestors', "'self'", ...HOSTS, ...frames].join(' '),
    "base-uri 'none'",
    "object-src 'none'",
    "form-action 'self'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=()',
  'strict-transport-security': 'max-age=31536000',
});
