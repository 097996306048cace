import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

/** One requirement: what is asked, how it stands, and where that can be seen. */
export type Requirement = {
  readonly id: string;
  readonly level: '1' | '2';
  readonly about: string;
  readonly state: keyof typeof STATES;
  /** Paths of the repository, with spaces between. */
  readonly evidence: string;
  readonly note: string;
};

/** How a requirement can stand, in the words of the page. */
export const STATES = {
  met: 'met',
  entra: 'met by Entra ID',
  operator: 'whoever runs it',
  'not applicable': 'not applicable',
  'not met': '**not met**',
} as const;

const CHAPTERS = [
  'Encoding and sanitising',
  'Validation and business logic',
  'Browsers',
  'API',
  'Files',
  'Authentication',
  'Sessions',
  'Authorisation',
  'Self-contained tokens',
  'OAuth and OIDC',
  'Cryptography',
  'Communication',
  'Configuration',
  'Data protection',
  'Architecture and coding',
  'Logging and errors',
  'WebRTC',
];

export const requirements = (): readonly Requirement[] =>
  parse(readFileSync(new URL('../../docs/asvs.csv', import.meta.url)), { columns: true }) as Requirement[];

const chapterOf = ({ id }: Requirement): number => Number(id.split('.')[0]);

const lineOf = ({ id, level, about, state, evidence, note }: Requirement): string => {
  const seen = evidence.split(' ').filter(Boolean);
  const where = seen.map((path) => `\`${path}\``).join(', ');
  return `| ${id} | ${level} | ${about} | ${STATES[state]} | ${[where, note].filter(Boolean).join('. ')} |`;
};

/** docs/asvs.md, out of docs/asvs.csv. */
export const asvsPage = (): string => {
  const all = requirements();
  const counted = (state: Requirement['state']): number => all.filter((one) => one.state === state).length;
  const chapters = CHAPTERS.map((title, index) => {
    const lines = all.filter((one) => chapterOf(one) === index + 1).map(lineOf);
    return [`## ${index + 1} ${title}`, '| | level | in short | | seen in |', '|---|---|---|---|---|', ...lines, ''].join('\n');
  });
  return [
    '# OWASP ASVS 5.0.0, level 2',
    '',
    'Every requirement of levels 1 and 2 of the Application Security Verification Standard 5.0.0 (OWASP, CC BY-SA 4.0), in words of our own; the',
    'standard’s hold. This page is made from `asvs.csv` by `npm run docs`; a test holds it to that list and finds every path it names.',
    'It is our own judgement, and nobody else has verified it.',
    '',
    `${all.length} requirements: ${counted('met')} met here, ${counted('entra')} by Entra ID, ${counted('operator')} by whoever runs Waymark, ${counted('not applicable')} not applicable, ${counted('not met')} not met.`,
    '',
    ...chapters,
  ].join('\n');
};
