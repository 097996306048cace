import { createHash, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import path from 'node:path';
import { z } from 'zod';
import type { DatabaseOptions } from '#api/database/connection.ts';
import type { GraphSettings } from '#api/graph/settings.ts';
import type { Instant } from '#domain/calendar/day.ts';
import { type ClamdAddress, clamdAddress } from './clamd.ts';
import type { Environment } from './environment.ts';
import { Plain } from './plain.ts';
import { root } from './root.ts';
import { secretsInTheOpen, withSecretFiles } from './secrets.ts';

/** Settings that hold with and without a real tenant. */
type Shared = {
  readonly port: number;
  /** Loopback unless said otherwise: a proxy that ends TLS stands before Waymark. */
  readonly host: string;
  /** Where people reach Waymark, without a slash at the end. */
  readonly origin: string;
  /** Everything Waymark keeps on this machine. */
  readonly folder: string;
  readonly logLevel: string;
  /** Proxies whose word about a visitor’s address is taken, as addresses or ranges. */
  readonly proxies: readonly string[];
  /** A virus scanner for files that people hand over; null: none. */
  readonly clamd: ClamdAddress | null;
};

/** A real tenant: Microsoft's own addresses and a PostgreSQL of one's own. */
export type RealConfig = Shared & { readonly kind: 'real'; readonly database: DatabaseOptions; readonly graph: GraphSettings };

/** The made-up school: the local tenant on these ports, and PostgreSQL out of node_modules unless an address is given. */
export type LocalConfig = Shared & {
  readonly kind: 'local';
  readonly database: DatabaseOptions | null;
  readonly tenantPort: number;
  readonly roomsPort: number;
  /** `off` lets Microsoft's test client in, which signs nothing. */
  readonly botAuth: 'on' | 'off';
  /** The moment at which the made-up school begins, moving on from there; null: the machine's own. */
  readonly now: Instant | null;
  /** A tenant in which nothing is registered and a record in which nothing stands, to follow docs/install.md in. */
  readonly bare: boolean;
  /** What somebody registered in a bare tenant; null until then. */
  readonly registered: Registered | null;
  /** Permissions that the made-up tenant withholds from the start. */
  readonly without: readonly string[];
};

/** A registration as the settings name it. */
export type Registered = Pick<GraphSettings, 'tenantId' | 'clientId' | 'credential' | 'sendMailbox' | 'sendSite' | 'tokenKey'>;

export type Config = RealConfig | LocalConfig;

const MICROSOFT = 'https://login.microsoftonline.com';
const GRAPH = 'https://graph.microsoft.com';
const LOOPBACK = new Set(['localhost', '127.0.0.1', '::1', '[::1]']);

const port = z.coerce.number({ error: 'is not a port' }).int('is not a port').min(0, 'is not a port').max(65_535, 'is not a port');
const some = z.string().trim().min(1);

/** An address of the internet, or a range of them. */
const isAddress = (text: string): boolean => {
  const [address = '', bits] = text.split('/');
  const version = isIP(address);
  return version > 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128)));
};

const shared = {
  PORT: port.default(3978),
  HOST: some.default('127.0.0.1'),
  WAYMARK_ORIGIN: z.url({ protocol: /^https?$/, error: 'is not an address such as https://waymark.example.org' }).optional(),
  WAYMARK_DATA: some.default('.data'),
  WAYMARK_LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], { error: 'is not one of debug, info, warn, error, silent' })
    .default('info'),
  WAYMARK_GRAPH_LOG: some.optional(),
  WAYMARK_PROXIES: some
    .transform((text) => text.split(',').map((one) => one.trim()))
    .refine((all) => all.every(isAddress), 'is not a list of addresses or ranges such as 10.0.0.0/8, 127.0.0.1')
    .optional(),
  WAYMARK_CLAMD: some.refine((text) => clamdAddress(text), 'is not the path of a socket or an address such as clamd:3310').optional(),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'is not an address such as postgres://user:password@host/base' }).optional(),
  DATABASE_URL_FILE: some.optional(),
};
const localShape = z.object({
  ...shared,
  WAYMARK_TENANT_PORT: port.default(3979),
  WAYMARK_ROOMS_PORT: port.default(3980),
  WAYMARK_BOT_AUTH: z.enum(['on', 'off'], { error: 'is not one of on, off' }).default('on'),
  WAYMARK_LOCAL_NOW: z.iso.datetime({ error: 'is not a moment such as 2026-11-23T08:40:00Z' }).optional(),
  WAYMARK_TENANT_BARE: z.enum(['0', '1'], { error: 'is not one of 0, 1' }).default('0'),
  WAYMARK_TENANT_WITHOUT: z.string().default(''),
});
const needed = (what: string) =>
  z
    .string({ error: `is missing: ${what}` })
    .trim()
    .min(1, `is missing: ${what}`);
const realShape = z.object({
  ...shared,
  WAYMARK_ORIGIN: z.url({ protocol: /^https$/, error: 'is missing or not https: the address at which Teams and Word reach Waymark' }),
  DATABASE_URL: needed('a real tenant keeps its record in a PostgreSQL of its own').refine(
    (url) => /^postgres(ql)?:\/\//.test(url),
    'is not an address such as postgres://user:password@host/base',
  ),
  WAYMARK_TENANT_ID: z.guid({ error: 'is not the id of an Entra tenant' }),
  WAYMARK_CLIENT_ID: z.guid({ error: 'is not the id of an app registration' }),
  WAYMARK_CLIENT_SECRET: some.optional(),
  WAYMARK_CLIENT_SECRET_FILE: some.optional(),
  WAYMARK_CLIENT_CERTIFICATE: some.optional(),
  WAYMARK_SEND_MAILBOX: z.email({ error: 'is not the address of the shared SEND mailbox' }),
  WAYMARK_SEND_SITE: needed('the Graph id of the SharePoint site that holds the case folders'),
  WAYMARK_TOKEN_KEY: z
    .base64({ error: 'is not 32 bytes in base64' })
    .refine((key) => Buffer.from(key, 'base64').length === 32, 'is not 32 bytes in base64'),
  WAYMARK_TOKEN_KEY_FILE: some.optional(),
  WAYMARK_SECRETS: z.literal('vault', { error: 'is not: vault' }).optional(),
});
type Real = z.infer<typeof realShape>;

const registeredShape = realShape.pick({
  WAYMARK_TENANT_ID: true,
  WAYMARK_CLIENT_ID: true,
  WAYMARK_CLIENT_SECRET: true,
  WAYMARK_CLIENT_CERTIFICATE: true,
  WAYMARK_SEND_MAILBOX: true,
  WAYMARK_SEND_SITE: true,
  WAYMARK_TOKEN_KEY: true,
});

/** Settings by which someone says that a real tenant is meant. */
const OF_A_TENANT = [
  'WAYMARK_TENANT_ID',
  'WAYMARK_CLIENT_ID',
  'WAYMARK_CLIENT_SECRET',
  'WAYMARK_CLIENT_SECRET_FILE',
  'WAYMARK_CLIENT_CERTIFICATE',
];
const KNOWN = new Set([...Object.keys(realShape.shape), ...Object.keys(localShape.shape)]);

/** Settings of the tests and of start.mjs itself, which are nobody's to set in a file. */
const HOUSE = /^WAYMARK_(TEST_|START_)/;

const strangers = (environment: Environment): string[] =>
  Object.keys(environment)
    .filter((name) => name.startsWith('WAYMARK_') && !KNOWN.has(name) && !HOUSE.test(name))
    .map((name) => `${name} is not a setting of Waymark`);

const refuse = (faults: readonly string[]): never => {
  throw new Plain(`The settings do not hold: ${faults.join('; ')}. The file .env.example explains each.`);
};

const isSet = (environment: Environment, name: string): boolean => (environment[name] ?? '').trim() !== '';

/** Empty values count as not set: that is how .env.example leaves what is not needed. */
const present = (environment: Environment): Record<string, string> =>
  Object.fromEntries(Object.entries(environment).filter((entry): entry is [string, string] => (entry[1] ?? '').trim() !== ''));

const faultOf = (name: string, message: string, environment: Environment): string =>
  isSet(environment, name) || message.startsWith('is missing') ? `${name} ${message}` : `${name} is missing`;

const read = <S extends z.ZodObject>(shape: S, environment: Environment, further: readonly string[]): z.infer<S> => {
  const found = shape.safeParse(present(environment));
  const faults = found.success ? [] : found.error.issues.map((issue) => faultOf(issue.path.join('.'), issue.message, environment));
  const all = [...faults, ...strangers(environment), ...further];
  return found.success && all.length === 0 ? (found.data as z.infer<S>) : refuse(all);
};

const pem = (file: string): string => {
  try {
    return readFileSync(path.resolve(root, file), 'utf8');
  } catch {
    return refuse([`the file ${file} cannot be read`]);
  }
};

/** Certificate and private key stand in one PEM file; Entra knows the certificate by the digest of its bytes. */
const certificateOf = (file: string): GraphSettings['credential'] => {
  const text = pem(file);
  const privateKey = /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]+?-----END [A-Z ]*PRIVATE KEY-----/.exec(text)?.[0];
  if (!privateKey) return refuse(['WAYMARK_CLIENT_CERTIFICATE holds no private key']);
  const thumbprintSha256 = createHash('sha256').update(new X509Certificate(text).raw).digest('hex').toUpperCase();
  return { certificate: { thumbprintSha256, privateKey } };
};

/** The record of a real tenant travels encrypted, and to a server whose certificate holds; only this machine's own needs neither. */
const unsafeDatabase = (address: string | undefined): string[] => {
  if (!address || !URL.canParse(address)) return [];
  const { hostname, searchParams } = new URL(address);
  const mode = searchParams.get('sslmode');
  if (mode === 'verify-full' || mode === 'verify-ca' || mode === 'require') return [];
  return [
    `DATABASE_URL does not ask for TLS${LOOPBACK.has(hostname) ? ', which a real tenant needs on this machine too' : ''}: add ?sslmode=verify-full`,
  ];
};

const credentialFaults = (environment: Environment): string[] => {
  const given = ['WAYMARK_CLIENT_SECRET', 'WAYMARK_CLIENT_CERTIFICATE'].filter((name) => isSet(environment, name));
  if (given.length === 1) return [];
  return [
    given.length === 0
      ? 'WAYMARK_CLIENT_SECRET or WAYMARK_CLIENT_CERTIFICATE is missing'
      : 'only one of WAYMARK_CLIENT_SECRET and WAYMARK_CLIENT_CERTIFICATE may be set',
  ];
};

const credentialOf = (values: z.infer<typeof registeredShape>): GraphSettings['credential'] =>
  values.WAYMARK_CLIENT_CERTIFICATE ? certificateOf(values.WAYMARK_CLIENT_CERTIFICATE) : { secret: values.WAYMARK_CLIENT_SECRET ?? '' };

const graphOf = (values: Real): GraphSettings => ({
  tenantId: values.WAYMARK_TENANT_ID,
  clientId: values.WAYMARK_CLIENT_ID,
  credential: credentialOf(values),
  authority: `${MICROSOFT}/${values.WAYMARK_TENANT_ID}`,
  knownAuthorities: [],
  graphOrigin: GRAPH,
  sendMailbox: values.WAYMARK_SEND_MAILBOX,
  sendSite: values.WAYMARK_SEND_SITE,
  tokenKey: Buffer.from(values.WAYMARK_TOKEN_KEY, 'base64'),
});

type Common = {
  PORT: number;
  HOST: string;
  WAYMARK_ORIGIN?: string | undefined;
  WAYMARK_DATA: string;
  WAYMARK_LOG_LEVEL: string;
  WAYMARK_PROXIES?: string[] | undefined;
  WAYMARK_CLAMD?: string | undefined;
};

const sharedOf = (values: Common): Shared => ({
  port: values.PORT,
  host: values.HOST,
  origin: (values.WAYMARK_ORIGIN ?? `http://localhost:${values.PORT}`).replace(/\/+$/, ''),
  folder: path.resolve(root, values.WAYMARK_DATA),
  logLevel: values.WAYMARK_LOG_LEVEL,
  proxies: values.WAYMARK_PROXIES ?? [],
  clamd: clamdAddress(values.WAYMARK_CLAMD ?? '') ?? null,
});

const databaseOf = (values: { DATABASE_URL?: string | undefined }): DatabaseOptions | null =>
  values.DATABASE_URL ? { url: values.DATABASE_URL } : null;

const namesTenant = (environment: Environment): boolean => OF_A_TENANT.some((name) => isSet(environment, name));
const isBare = (environment: Environment): boolean => (environment.WAYMARK_TENANT_BARE ?? '').trim() === '1';

/** Whether these settings mean a real tenant: one of its ids or credentials is set, and no bare made-up one is asked for. */
export const isRealTenant = (environment: Environment): boolean => namesTenant(environment) && !isBare(environment);

/** What was registered in the bare tenant, under the very settings that a real one takes. */
const registeredIn = (environment: Environment): Registered | null => {
  if (!namesTenant(environment)) return null;
  const values = read(registeredShape, environment, credentialFaults(environment));
  return {
    tenantId: values.WAYMARK_TENANT_ID,
    clientId: values.WAYMARK_CLIENT_ID,
    credential: credentialOf(values),
    sendMailbox: values.WAYMARK_SEND_MAILBOX,
    sendSite: values.WAYMARK_SEND_SITE,
    tokenKey: Buffer.from(values.WAYMARK_TOKEN_KEY, 'base64'),
  };
};

/**
 * Checks the settings and turns them into what the parts are given. All faults are listed in one sentence. Where a tenant is named,
 * everything a real tenant needs must be there: nothing falls back to the made-up school. Secrets come out of files, and of a real tenant
 * never out of `own`, the process’s own environment.
 */
export const configOf = (given: Environment, own: Environment = {}): Config => {
  const { environment, faults } = withSecretFiles(given);
  if (!isRealTenant(environment)) {
    const values = read(localShape, environment, faults);
    return {
      ...sharedOf(values),
      kind: 'local',
      database: databaseOf(values),
      tenantPort: values.WAYMARK_TENANT_PORT,
      roomsPort: values.WAYMARK_ROOMS_PORT,
      botAuth: values.WAYMARK_BOT_AUTH,
      now: (values.WAYMARK_LOCAL_NOW as Instant | undefined) ?? null,
      bare: isBare(environment),
      registered: isBare(environment) ? registeredIn(environment) : null,
      without: values.WAYMARK_TENANT_WITHOUT.split(/[\s,]+/).filter(Boolean),
    };
  }
  const unsigned = environment.WAYMARK_BOT_AUTH === 'off' ? ['WAYMARK_BOT_AUTH may be off only beside the made-up school'] : [];
  const pretended = isSet(environment, 'WAYMARK_LOCAL_NOW') ? ['WAYMARK_LOCAL_NOW may be set only beside the made-up school'] : [];
  const further = [
    ...faults,
    ...secretsInTheOpen(own),
    ...credentialFaults(environment),
    ...unsafeDatabase(environment.DATABASE_URL),
    ...unsigned,
    ...pretended,
  ];
  const values = read(realShape, environment, further);
  const database = databaseOf(values) ?? refuse(['DATABASE_URL is missing']);
  return { ...sharedOf(values), kind: 'real', database, graph: graphOf(values) };
};
