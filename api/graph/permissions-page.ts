import { type Watched, watched } from '#domain/watching/watched.ts';
import { type Permission, permissionsOf } from './permissions.ts';

const row = ({ name, kind, forWhat, deeds, without, cure }: Permission): string =>
  `| \`${name}\` | ${kind} | ${forWhat} | ${deeds.join(', ')} | ${without} | ${cure.replaceAll('|', '\\|').replaceAll('<', '&lt;')} |`;

const RESOURCES: Readonly<Record<Watched['what'], string>> = {
  library: 'the root of the SEND library (`drives/{id}/root`)',
  calendar: 'events of the SEND mailbox (`users/{mailbox}/events`)',
};

/** docs/permissions.md, made from the list that the manifest, the preflight and the local tenant use. A test holds the file to it. */
export const permissionsPage = (): string =>
  [
    '# Permissions on Microsoft Graph',
    '',
    'This page is made from `api/graph/permissions.ts`; a test holds it to that list. Each is the narrowest that works. None reaches every file, site or',
    'mailbox of the tenant, and none ever will: a test refuses it.',
    '',
    '| permission | kind | for what | deeds that lean on it | what waits without it | how it is granted |',
    '|---|---|---|---|---|---|',
    ...permissionsOf('send@school.example', 'site', 0).map(row),
    '',
    'In Teams the app also asks, meeting by meeting, for resource-specific consent: when a meeting starts and ends, and who is in it;',
    'and, person by person as the app is installed, for `TeamsActivity.Send.User`: notices in the activity feed, without which cards and e-mails come alone.',
    '',
    '## What Waymark asks to be told of',
    '',
    'Two subscriptions to change notifications, taken by the application under permissions it has anyway, renewed at half their life. A notification is',
    'believed in nothing but the id of its subscription; Waymark then looks for itself.',
    '',
    '| what | for what | under | life in days | where none comes |',
    '|---|---|---|---|---|',
    ...watched.map(
      ({ what, forWhat, permission, minutes, without }) =>
        `| ${RESOURCES[what]} | ${forWhat} | \`${permission}\` | ${Math.floor(minutes / 1_440)} | ${without} |`,
    ),
    '',
    'Each missing one costs what its row says and nothing more: a test takes them away one by one and opens everything else. `npm run -s waymark --',
    'preflight` and *Settings, Permissions* try each of them live; `npm run -s waymark -- register` writes the requests that give them ([install.md](install.md)).',
    '',
  ].join('\n');
