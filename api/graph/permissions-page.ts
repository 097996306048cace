import { type Permission, permissionsOf } from './permissions.ts';

const row = ({ name, kind, forWhat, without, cure }: Permission): string =>
  `| \`${name}\` | ${kind} | ${forWhat} | ${without} | ${cure.replaceAll('|', '\\|').replaceAll('<', '&lt;')} |`;

/** docs/permissions.md, made from the list that the manifest, the preflight and the local tenant use. A test holds the file to it. */
export const permissionsPage = (): string =>
  [
    '# Permissions on Microsoft Graph',
    '',
    'This page is made from `api/graph/permissions.ts`; a test holds it to that list. Each is the narrowest that works. None reaches every file, site or',
    'mailbox of the tenant, and none ever will: a test refuses it.',
    '',
    '| permission | kind | for what | what waits without it | how it is granted |',
    '|---|---|---|---|---|',
    ...permissionsOf('send@school.example', 'site', 0).map(row),
    '',
    'In Teams the app also asks, meeting by meeting, for resource-specific consent: when a meeting starts and ends, and who is in it;',
    'and, person by person as the app is installed, for `TeamsActivity.Send.User`: notices in the activity feed, without which cards and e-mails come alone.',
    '',
    '`npm run -s waymark -- preflight` and *Settings, Permissions* try each of them live.',
    '',
  ].join('\n');
