import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { certificatesIn } from '#local-tenant/certificates.ts';
import { clockFrom } from '#server/clock.ts';
import { configOf } from '#server/config.ts';
import { databaseTrouble } from '#server/database-trouble.ts';
import { localValues } from '#server/local-values.ts';
import { openLog } from '#server/log.ts';
import { root } from '#server/root.ts';
import { forgetSecrets, SECRETS } from '#server/secrets.ts';
import { eventually } from '#tests/eventually.ts';

const KEY = Buffer.alloc(32, 7).toString('base64');
const URL_OF_RECORD = 'postgres://waymark:very-secret-1@db.example.org/waymark?sslmode=verify-full';
const TENANT = {
  WAYMARK_TENANT_ID: '11111111-2222-4333-8444-555555555555',
  WAYMARK_CLIENT_ID: '66666666-7777-4888-9999-000000000000',
  WAYMARK_ORIGIN: 'https://waymark.example.org',
  WAYMARK_SEND_MAILBOX: 'send@school.example.org',
  WAYMARK_SEND_SITE: 'school.sharepoint.com,a,b',
};
const PLAIN = { DATABASE_URL: URL_OF_RECORD, WAYMARK_CLIENT_SECRET: 'very-secret-2', WAYMARK_TOKEN_KEY: KEY };

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'waymark-secrets-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const inFiles = (values: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const file = path.join(folder, name);
      writeFileSync(file, `${value}\n`, { mode: 0o600 });
      return [`${name}_FILE`, file];
    }),
  );
const refusal = (given: Record<string, string>, own: Record<string, string> = {}): string => {
  try {
    configOf(given, own);
  } catch (fault) {
    return (fault as Error).message;
  }
  return 'accepted';
};

describe('secrets', () => {
  it('come out of files that the settings name', () => {
    expect(configOf({ ...TENANT, ...inFiles(PLAIN) })).toMatchObject({
      kind: 'real',
      database: { url: URL_OF_RECORD },
      graph: { credential: { secret: 'very-secret-2' }, tokenKey: Buffer.alloc(32, 7) },
    });
  });

  it('stand in .env too, which is a file of its own, or where a vault puts them', () => {
    expect(configOf({ ...TENANT, ...PLAIN }, { PATH: '/bin' }).kind).toBe('real');
    const vault = { ...TENANT, ...PLAIN, WAYMARK_SECRETS: 'vault' };
    expect(configOf(vault, vault).kind).toBe('real');
  });

  it('are refused in the environment of a real tenant, each by its name and none by its value', () => {
    const said = refusal({ ...TENANT, ...PLAIN }, { ...TENANT, ...PLAIN });
    for (const name of SECRETS) expect(said).toContain(`${name} stands in the environment: put it into a file`);
    for (const value of ['very-secret', KEY]) expect(said).not.toContain(value);
  });

  it('an address of the record without a password is none', () => {
    const address = { DATABASE_URL: 'postgres://waymark@db.example.org/waymark?sslmode=verify-full' };
    const { DATABASE_URL: _, ...others } = PLAIN;
    expect(configOf({ ...TENANT, ...address, ...inFiles(others) }, address).kind).toBe('real');
  });

  it.each<[string, Record<string, string>, RegExp]>([
    ['twice', { ...PLAIN, WAYMARK_TOKEN_KEY_FILE: '/dev/null' }, /only one of WAYMARK_TOKEN_KEY and WAYMARK_TOKEN_KEY_FILE may be set/],
    [
      'in a file that is not there',
      { ...PLAIN, DATABASE_URL: '', DATABASE_URL_FILE: '/nowhere/url' },
      /the file of DATABASE_URL_FILE cannot be read/,
    ],
    [
      'in a file that is empty',
      { ...PLAIN, WAYMARK_CLIENT_SECRET: '', WAYMARK_CLIENT_SECRET_FILE: '/dev/null' },
      /WAYMARK_CLIENT_SECRET_FILE is empty/,
    ],
  ])('given %s are refused in a sentence', (_, change, words) => {
    const said = refusal({ ...TENANT, ...change });
    expect(said).toMatch(words);
    expect(said).not.toContain('very-secret');
  });

  it('are gone from the environment once they are known, so that nothing which is started inherits them', () => {
    process.env.WAYMARK_TOKEN_KEY = KEY;
    forgetSecrets();
    expect(process.env.WAYMARK_TOKEN_KEY).toBeUndefined();
  });

  it('are in no sentence about a record that cannot be opened', () => {
    for (const code of ['ECONNREFUSED', '28P01', 'EXXX']) {
      const told = databaseTrouble(Object.assign(new Error(`password authentication failed ${code}`), { code }), URL_OF_RECORD) as Error;
      expect(`${told.message} ${told.stack}`).not.toContain('very-secret');
    }
  });
});

describe('files that Waymark writes', () => {
  const mode = (file: string): number => statSync(file).mode & 0o777;

  it('keys, logs and what this machine made up for itself are for its own user alone', async () => {
    certificatesIn(folder);
    localValues(folder, clockFrom(null));
    openLog('info', path.join(folder, 'waymark.log')).info({}, 'hello');
    await eventually(async () => void statSync(path.join(folder, 'waymark.log')));
    const keys = readdirSync(folder).filter((name) => /key.*\.pem$/.test(name));
    expect(keys.length).toBeGreaterThan(0);
    for (const name of [...keys, 'local-values.json', 'waymark.log'])
      expect({ name, mode: mode(path.join(folder, name)) }).toEqual({ name, mode: 0o600 });
  });

  it('whatever the command line takes out of the record as well', () => {
    const place = path.join(root, 'server', 'command-line');
    // The package for Teams, the privacy papers and what is to be registered hold no secret and no pupil.
    const files = readdirSync(place).filter(
      (name) => name.endsWith('.ts') && !['manifest.ts', 'papers.ts', 'registration.ts'].includes(name),
    );
    const written = files.flatMap((name) =>
      [
        ...readFileSync(path.join(place, name), 'utf8').matchAll(
          /\b(?:writeFile|writeFileSync|createWriteStream)\((?:[^()]|\([^()]*\))*\)/g,
        ),
      ].map(([call]) => ({ name, call })),
    );
    expect(written.length).toBeGreaterThan(2);
    for (const one of written) expect(one).toMatchObject({ call: expect.stringContaining('mode: 0o600') });
  });
});
