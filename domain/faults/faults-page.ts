import type { FaultArea, KnownFault } from './fault.ts';
import { knownFaults } from './faults.ts';

const HEADINGS: Readonly<Record<FaultArea, string>> = {
  'microsoft-365': 'Microsoft 365 and the way to it',
  permission: 'What Waymark may do',
  record: 'The record',
  clock: 'The clock',
  waymark: 'Waymark itself',
};

const cell = (words: string): string => words.replaceAll('|', '\\|');

const row = ({ code, title, means, sees, kept, heals, mends }: KnownFault): string =>
  `| ${[`**${code}** ${title}`, means, sees, kept, heals, mends ?? 'Nothing: wait'].map(cell).join(' | ')} |`;

const tableOf = (area: FaultArea): readonly string[] => [
  `## ${HEADINGS[area]}`,
  '',
  '| fault | what it means | what the person sees | what is kept | when it clears | what the administrator does |',
  '|---|---|---|---|---|---|',
  ...Object.values<KnownFault>(knownFaults)
    .filter((fault) => fault.area === area)
    .map(row),
  '',
];

/** `docs/faults.md`: every known fault by its code. A test holds the page to the data, and each row to a test under its code. */
export const faultsPage = (): string =>
  [
    '# Faults',
    '',
    'What can go wrong outside Waymark, and what then happens. Whoever meets one is shown a sentence, a reference that stands in the log, and the',
    'code. Each row is tried in `tests/faults`, in a test that begins with its code, against a Microsoft 365 and a PostgreSQL that are made unwell in',
    'just this way; `npm run test:long` draws them at random while people work. Written from `domain/faults` by `npm run docs`.',
    '',
    'Time limits: a person waits for Microsoft 365 no longer than 12 seconds, for the sign-in 8, for a connection to the record 3 and for one',
    'statement 13. The queue tries a job again, later each time, for about three days; what it has to do outside carries an id, so that a second try',
    'does nothing twice. Only a card or a letter, for which Microsoft takes no id, can come twice: where Waymark was killed, or lost the line, after it',
    'was sent and before that was noted ([why](decisions/0012-replies-at-least-once.md)). Every fault of Microsoft 365 but a',
    'consent that was taken back and a name that is not found can be made at `/rooms/switches` of the local tenant.',
    '',
    ...(Object.keys(HEADINGS) as FaultArea[]).flatMap(tableOf),
  ].join('\n');
