import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

type Broken = { readonly rule: string; readonly from: string; readonly to: string; readonly because: string };

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '..', '..');

/** Holds a tree to the rules as `npm run check` does. */
const cruise = async (tree: string): Promise<Broken[]> => {
  const run = promisify(execFile)(process.execPath, [path.join(here, 'cruise.mjs'), tree], {
    env: { ...process.env, NODE_OPTIONS: '' },
    maxBuffer: 1e8,
  });
  const { stdout } = await run.catch((failed: { stdout: string }) => failed);
  return JSON.parse(stdout) as Broken[];
};

/** One file that breaks a rule: where it stands, what it imports, and the rule. */
const OFFENDERS: readonly [rule: string, file: string, imports: string][] = [
  ['domain-imports', 'domain/pupils/asks-the-record.ts', '#api/casework.ts'],
  ['domain-packages', 'domain/pupils/uses-zod.ts', 'zod'],
  ['only-calendar-sees-temporal', 'domain/plans/counts-by-itself.ts', 'temporal-polyfill'],
  ['domain-ladder-calendar', 'domain/calendar/looks-up.ts', '#domain/timelines/rule.ts'],
  ['domain-ladder-timelines', 'domain/timelines/looks-up.ts', '#domain/caseload/order.ts'],
  ['contract-imports', 'contract/knows-the-service.ts', '#api/casework.ts'],
  ['contract-packages', 'contract/draws.ts', 'react'],
  ['api-imports', 'api/pupils/knows-its-door.ts', '#bot/card.ts'],
  ['bot-imports', 'bot/commands/reaches-behind.ts', '#api/pupils/pupil-records.ts'],
  ['bot-sees-types-of-deeds', 'bot/commands/makes-deeds.ts', '#api/casework.ts'],
  ['tab-imports', 'tab/pupil/asks-the-record.ts', '#api/pupils/pupil-records.ts'],
  ['tab-words-meet-in-shell', 'tab/pupil/borrows.ts', '../caseload/row.ts'],
  ['kit-stands-alone', 'tab/kit/knows-a-page.ts', '../caseload/row.ts'],
  ['word-addin-imports', 'word-addin/pane/asks-the-record.ts', '#api/pupils/pupil-records.ts'],
  ['manifest-imports', 'manifest/reads-the-law.ts', '#domain/timelines/rule.ts'],
  ['local-tenant-imports', 'local-tenant/graph/knows-waymark.ts', '#contract/meetings.ts'],
  ['nobody-imports-the-start', 'api/pupils/knows-the-start.ts', '#server/config.ts'],
  ['the-real-start-hands-out-no-pretend-identities', 'server/other.ts', '#local-tenant/start.ts'],
  ['the-real-start-reaches-no-pretend-identities', 'server/serve.ts', './other.ts'],
  ['the-server-loads-no-pdf-reader', 'server/service.ts', 'pdfjs-dist/legacy/build/pdf.mjs'],
  ['sql-in-records-files', 'api/pupils/open-pupil.ts', 'kysely'],
  ['graph-behind-the-gateway', 'api/pupils/reads-graph.ts', '@microsoft/microsoft-graph-client'],
  ['teams-js-in-one-file', 'tab/pupil/asks-teams.ts', '@microsoft/teams-js'],
  ['botbuilder-in-one-file', 'bot/commands/knows-botbuilder.ts', 'botbuilder'],
  ['no-cycles', 'domain/pupils/first.ts', './second.ts'],
  ['no-barrels', 'api/pupils/uses-a-barrel.ts', './index.ts'],
  ['nothing-unresolved', 'api/pupils/leads-nowhere.ts', './gone.ts'],
];

/** What the offenders import; each stands there innocently. */
const INNOCENT = [
  'api/casework.ts',
  'api/pupils/index.ts',
  'api/pupils/pupil-records.ts',
  'bot/card.ts',
  'contract/meetings.ts',
  'domain/caseload/order.ts',
  'domain/timelines/rule.ts',
  'local-tenant/start.ts',
  'server/config.ts',
  'tab/caseload/row.ts',
];

let tree: string;
let broken: readonly Broken[];

const put = (file: string, text: string): void => {
  mkdirSync(path.join(tree, path.dirname(file)), { recursive: true });
  writeFileSync(path.join(tree, file), text);
};

beforeAll(async () => {
  tree = mkdtempSync(path.join(tmpdir(), 'waymark-rules-'));
  symlinkSync(path.join(root, 'node_modules'), path.join(tree, 'node_modules'));
  const folders = ['domain', 'contract', 'api', 'bot', 'tab', 'local-tenant', 'server'];
  put(
    'package.json',
    JSON.stringify({ type: 'module', imports: Object.fromEntries(folders.map((name) => [`#${name}/*`, `./${name}/*`])) }),
  );
  for (const file of INNOCENT) put(file, 'export const known = 1;\n');
  put('domain/pupils/second.ts', "import { known } from './first.ts';\nexport const second = known;\n");
  for (const [, file, imports] of OFFENDERS) put(file, `import * as it from '${imports}';\nexport const known = it;\n`);
  put('bot/commands/asks-for-deeds.ts', "import type { known } from '#api/casework.ts';\nexport type Deed = typeof known;\n");
  put('api/pupils/is-given-a-transaction.ts', "import type { Transaction } from 'kysely';\nexport type Given = Transaction<object>;\n");
  broken = await cruise(tree);
}, 120_000);
afterAll(() => rmSync(tree, { recursive: true }));

describe('who may import whom', () => {
  it('is kept by every file of the suite', async () => {
    expect(await cruise(root)).toEqual([]);
  }, 120_000);

  it.each(OFFENDERS)('%s: finds %s importing %s, and says why that is not done', (rule, file) => {
    const found = broken.filter((one) => one.rule === rule && one.from === file);
    expect(found.map((one) => one.rule)).toContain(rule);
    expect(found[0]?.because.length).toBeGreaterThan(20);
  });

  it('leaves alone what only names a type of another', () => {
    const innocent = ['bot/commands/asks-for-deeds.ts', 'api/pupils/is-given-a-transaction.ts', ...INNOCENT];
    expect(broken.filter(({ from }) => innocent.includes(from))).toEqual([]);
  });
});
