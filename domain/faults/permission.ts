import type { KnownFault } from './fault.ts';

/** Faults of what Waymark may do: its own secret, consent, permissions, and people's sign-ins. */
export const permissionFaults = {
  'secret-expired': {
    code: 'W-201',
    area: 'permission',
    title: 'Waymark’s own secret has run out',
    means: 'Entra no longer takes the secret or certificate of the app registration.',
    sees: '“Microsoft 365 did not let Waymark in: its secret has run out”. The record, and everything in it, opens as ever.',
    kept: 'What the person did is in the record, and its job in the queue.',
    heals: 'Once Waymark runs with the new secret; tokens that were given before stay good for up to an hour.',
    mends:
      'Entra admin centre > App registrations > Waymark > Certificates & secrets: make a new one, put it where the settings read it, and start Waymark again.',
  },
  'consent-revoked': {
    code: 'W-202',
    area: 'permission',
    title: 'Consent was taken back',
    means: 'What Waymark may do in a person’s name is no longer agreed to.',
    sees: '“Microsoft 365 asks you to sign in or agree again first.”',
    kept: 'Everything on the page, and everything that was saved before. What the queue does as the application goes on.',
    heals: 'Once somebody agrees again.',
    mends: 'Entra admin centre > Enterprise applications > Waymark > Permissions > Grant admin consent.',
  },
  'permission-missing': {
    code: 'W-203',
    area: 'permission',
    title: 'A permission is missing',
    means: 'Microsoft 365 does not let Waymark do one kind of thing. Everything else goes on.',
    sees: '“Microsoft 365 does not let Waymark …: a permission is missing.”',
    kept: 'What the person did is in the record, and its job in the queue.',
    heals: 'Once the permission is granted; a grant can take Microsoft up to an hour.',
    mends: 'Settings, Permissions shows which one and the exact step; so does npm run -s waymark -- preflight.',
  },
  'sign-in-again': {
    code: 'W-204',
    area: 'permission',
    title: 'Microsoft 365 wants a new sign-in',
    means: 'A token was taken back, or the tenant wants a second factor.',
    sees: '“Microsoft 365 asks you to sign in again.”',
    kept: 'Everything on the page.',
    heals:
      'In Teams by itself: it takes the person through the step and asks again. In Word with a press of Sign in; in a browser with Microsoft’s page.',
    mends: null,
  },
  'sign-in-away': {
    code: 'W-205',
    area: 'permission',
    title: 'Microsoft’s sign-in cannot be reached',
    means: 'The keys that tokens are checked with, or tokens themselves, could not be fetched.',
    sees: '“Microsoft sign-in cannot be reached just now.”',
    kept: 'Everything on the page.',
    heals: 'By itself, at the first try after it can be reached again.',
    mends: 'Look at the way to login.microsoftonline.com.',
  },
} as const satisfies Record<string, KnownFault>;
