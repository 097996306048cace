import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { certificatesIn } from '#local-tenant/certificates.ts';
import { configOf } from '#server/config.ts';
import { readSettingsFile } from '#server/environment.ts';
import { root } from '#server/root.ts';

const REAL = {
  WAYMARK_TENANT_ID: '11111111-2222-4333-8444-555555555555',
  WAYMARK_CLIENT_ID: '66666666-7777-4888-9999-000000000000',
  WAYMARK_CLIENT_SECRET: 'a secret of this test',
  WAYMARK_ORIGIN: 'https://waymark.example.org/',
  DATABASE_URL: 'postgres://waymark@db.example.org/waymark?sslmode=verify-full',
  WAYMARK_SEND_MAILBOX: 'send@school.example.org',
  WAYMARK_SEND_SITE: 'school.sharepoint.com,a,b',
  WAYMARK_TOKEN_KEY: Buffer.alloc(32, 1).toString('base64'),
};

const refusal = (environment: Record<string, string | undefined>): string => {
  try {
    configOf(environment);
  } catch (fault) {
    return (fault as Error).message;
  }
  return 'accepted';
};

const REGISTERED = {
  WAYMARK_TENANT_BARE: '1',
  WAYMARK_TENANT_ID: '7d1f0c2e-3b5a-4c7d-8e9f-0a1b2c3d4e5f',
  WAYMARK_CLIENT_ID: '7d1f0c2e-3b5a-4c7d-8e9f-0a1b2c3d4e60',
  WAYMARK_CLIENT_SECRET: 'a secret',
  WAYMARK_SEND_MAILBOX: 'send@school.example',
  WAYMARK_SEND_SITE: 'school.sharepoint.com,1,2',
  WAYMARK_TOKEN_KEY: Buffer.alloc(32).toString('base64'),
};

describe('a bare tenant', () => {
  it('takes what was registered in it from the settings of a real one, and stays on this machine', () => {
    expect(configOf(REGISTERED)).toMatchObject({ kind: 'local', bare: true, registered: { sendMailbox: 'send@school.example' } });
    expect(configOf({ WAYMARK_TENANT_BARE: '1' })).toMatchObject({ kind: 'local', bare: true, registered: null });
  });

  it('names what is missing of a registration that is there in part', () => {
    expect(() => configOf({ ...REGISTERED, WAYMARK_SEND_SITE: '' })).toThrow(/WAYMARK_SEND_SITE is missing/);
  });

  it('is asked for by 1 alone: anything else leaves a real tenant real', () => {
    expect(() => configOf({ ...REGISTERED, WAYMARK_TENANT_BARE: '0' })).toThrow(/DATABASE_URL is missing/);
  });
});

describe('settings', () => {
  it('mean the made-up school where nothing is set', () => {
    expect(configOf({})).toEqual({
      kind: 'local',
      port: 3978,
      host: '127.0.0.1',
      clamd: null,
      origin: 'http://localhost:3978',
      folder: path.join(root, '.data'),
      logLevel: 'info',
      database: null,
      tenantPort: 3979,
      roomsPort: 3980,
      proxies: [],
      botAuth: 'on',
      now: null,
      bare: false,
      registered: null,
      without: [],
    });
  });

  it('mean Microsoft’s own addresses where a tenant is named', () => {
    expect(configOf(REAL)).toMatchObject({
      kind: 'real',
      origin: 'https://waymark.example.org',
      graph: {
        authority: 'https://login.microsoftonline.com/11111111-2222-4333-8444-555555555555',
        knownAuthorities: [],
        graphOrigin: 'https://graph.microsoft.com',
        credential: { secret: 'a secret of this test' },
      },
    });
  });

  it.each(['WAYMARK_TENANT_ID', 'WAYMARK_CLIENT_ID', 'WAYMARK_CLIENT_SECRET'] as const)(
    'never fall back to the made-up school where only %s is set',
    (name) => {
      expect(refusal({ [name]: REAL[name] })).toMatch(/^The settings do not hold: /);
    },
  );

  it('name every fault at once', () => {
    const said = refusal({
      WAYMARK_TENANT_ID: 'ours',
      PORT: 'high',
      WAYMARK_COLOUR: 'red',
      DATABASE_URL: 'postgres://waymark@db.example.org/waymark',
    });
    expect(said).toBe(
      'The settings do not hold: PORT is not a port; WAYMARK_ORIGIN is missing or not https: the address at which Teams and Word reach Waymark; ' +
        'WAYMARK_TENANT_ID is not the id of an Entra tenant; WAYMARK_CLIENT_ID is missing; WAYMARK_SEND_MAILBOX is missing; ' +
        'WAYMARK_SEND_SITE is missing: the Graph id of the SharePoint site that holds the case folders; WAYMARK_TOKEN_KEY is missing; ' +
        'WAYMARK_COLOUR is not a setting of Waymark; WAYMARK_CLIENT_SECRET or WAYMARK_CLIENT_CERTIFICATE is missing; ' +
        'DATABASE_URL does not ask for TLS: add ?sslmode=verify-full. The file .env.example explains each.',
    );
  });

  it.each<[string, Record<string, string | undefined>, RegExp]>([
    [
      'a record that travels in the clear',
      { DATABASE_URL: 'postgres://waymark@db.example.org/waymark?sslmode=disable' },
      /does not ask for TLS/,
    ],
    ['a record on this machine in the clear', { DATABASE_URL: 'postgres://waymark@localhost/waymark' }, /does not ask for TLS/],
    ['no record at all', { DATABASE_URL: undefined }, /DATABASE_URL is missing: a real tenant keeps its record in a PostgreSQL of its own/],
    ['a secret and a certificate', { WAYMARK_CLIENT_CERTIFICATE: 'x.pem' }, /only one of/],
    ['plain http', { WAYMARK_ORIGIN: 'http://waymark.example.org' }, /not https/],
    ['a short key', { WAYMARK_TOKEN_KEY: 'c2hvcnQ=' }, /WAYMARK_TOKEN_KEY is not 32 bytes in base64/],
    ['a bot that takes unsigned messages', { WAYMARK_BOT_AUTH: 'off' }, /WAYMARK_BOT_AUTH may be off only beside the made-up school/],
    ['a made-up moment', { WAYMARK_LOCAL_NOW: '2026-11-23T08:40:00Z' }, /WAYMARK_LOCAL_NOW may be set only beside the made-up school/],
  ])('refuse, with a real tenant, %s', (_, change, words) => {
    expect(refusal({ ...REAL, ...change })).toMatch(words);
  });

  it('take a certificate with its key in one file, known to Entra by its digest', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'waymark-config-'));
    const { certificate, key } = certificatesIn(folder);
    const file = path.join(folder, 'both.pem');
    writeFileSync(file, `${key}\n${certificate}`);
    const config = configOf({ ...REAL, WAYMARK_CLIENT_SECRET: '', WAYMARK_CLIENT_CERTIFICATE: file });
    expect(config).toMatchObject({ graph: { credential: { certificate: { thumbprintSha256: expect.stringMatching(/^[0-9A-F]{64}$/) } } } });
    rmSync(folder, { recursive: true });
  });

  it('are each explained in .env.example, which holds none that Waymark does not know', () => {
    const example = readSettingsFile(path.join(root, '.env.example'));
    expect(configOf(example)).toEqual(configOf({}));
    const filled = Object.fromEntries(
      Object.entries(example).map(([name, value]) => [name, (REAL as Record<string, string>)[name] ?? value]),
    );
    expect(configOf(filled)).toMatchObject({ kind: 'real' });
    const source = readFileSync(path.join(root, 'server', 'config.ts'), 'utf8');
    const known = new Set(source.match(/^\s+((?:WAYMARK|DATABASE)_[A-Z_]+|PORT|HOST):/gm)?.map((line) => line.trim().slice(0, -1)));
    // Telemetry’s settings have the standard’s own names, and are read where telemetry is.
    const telemetry = ['OTEL_EXPORTER_OTLP_ENDPOINT', 'OTEL_EXPORTER_OTLP_HEADERS'];
    expect(new Set(Object.keys(example))).toEqual(new Set([...known, ...telemetry]));
  });
});

describe('a file of settings', () => {
  const reading = (text: string): unknown => {
    const folder = mkdtempSync(path.join(tmpdir(), 'waymark-env-'));
    const file = path.join(folder, '.env');
    writeFileSync(file, text);
    try {
      return readSettingsFile(file);
    } catch (fault) {
      return (fault as Error).message;
    } finally {
      rmSync(folder, { recursive: true });
    }
  };

  it('may hold comments, quotes, values over several lines, and Windows’ line ends', () => {
    const text = '# ours\r\nexport PORT=1\r\n\r\nWAYMARK_DATA="with space"\r\nWAYMARK_SEND_SITE="one\ntwo"\nHOST=::1 # inside\n';
    expect(reading(text)).toEqual({ PORT: '1', WAYMARK_DATA: 'with space', WAYMARK_SEND_SITE: 'one\ntwo', HOST: '::1' });
  });

  it('is refused by its line where one names no setting', () => {
    expect(reading('PORT=1\n\n<<<<<<< HEAD\n')).toBe('The file .env cannot be read: line 3 is not of the form NAME=value.');
  });

  it('need not be there', () => {
    expect(readSettingsFile('/nowhere/.env')).toEqual({});
  });
});
