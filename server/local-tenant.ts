import path from 'node:path';
import { permissionsOf } from '#api/graph/permissions.ts';
import { siteIdOf } from '#local-tenant/graph/drive-entities.ts';
import { hollinBank } from '#local-tenant/school/hollin-bank.ts';
import type { MadeUpSchool, StaffMember } from '#local-tenant/school/school.ts';
import type { RegisteredClient } from '#local-tenant/settings.ts';
import { startLocalTenant } from '#local-tenant/start.ts';
import { runAsChild } from './child.ts';
import { clockFrom } from './clock.ts';
import { configOf } from './config.ts';
import { readEnvironment } from './environment.ts';
import type { TenantFacts } from './local-facts.ts';
import { LOCAL_CLIENT, localValues } from './local-values.ts';
import { Plain } from './plain.ts';
import { portTaken } from './port-taken.ts';
import { root } from './root.ts';

/** The shared mailbox that organises reviews and sends letters. */
const sendMailboxOf = ({ organisation }: MadeUpSchool): string => `send@${organisation.domain}`;

const sharedMailbox = (school: MadeUpSchool): StaffMember => ({
  key: 'send',
  id: '0d9a4c1e-53b6-4b07-8a44-6f1f0f5e5e4d',
  givenName: 'SEND',
  surname: 'at Hollin Bank',
  upn: sendMailboxOf(school),
  jobTitle: 'Shared mailbox',
  account: 'mailbox',
  role: 'coordinator',
});

const withMailbox = (school: MadeUpSchool): MadeUpSchool =>
  school.staff.some(({ upn }) => upn === sendMailboxOf(school)) ? school : { ...school, staff: [...school.staff, sharedMailbox(school)] };

/** Whose calendars the administrator lets Waymark into, beside the SEND mailbox: those who may follow dates. */
const FOLLOW_DATES: readonly string[] = ['coordinator', 'leader'];

/** Waymark as an administrator would have registered it: exactly the permissions that it asks for, the mailbox and the site by name. */
const registration = (school: MadeUpSchool, origin: string, secret: string): RegisteredClient => {
  const asked = permissionsOf(sendMailboxOf(school), '', 0);
  return {
    clientId: LOCAL_CLIENT,
    name: 'Waymark',
    secret,
    redirectUris: [`${origin}/tab/`, `${origin}/word/sign-in.html`, 'http://localhost/tab/'],
    identifierUri: `api://${new URL(origin).host}/${LOCAL_CLIENT}`,
    exposedScopes: ['access_as_user'],
    delegated: asked.filter(({ kind }) => kind === 'delegated').map(({ name }) => name),
    application: ['Sites.Selected', 'EduRoster.Read.All', 'GroupMember.Read.All', 'User.Read.All'],
    mailboxes: [sendMailboxOf(school), ...school.staff.filter(({ role }) => FOLLOW_DATES.includes(role)).map(({ upn }) => upn)],
    sendSite: 'write',
    bot: true,
  };
};

/** The school as its administrator finds it before Waymark: people, classes and diaries, and an empty SEND site. */
const withoutCasework = (school: MadeUpSchool): MadeUpSchool => ({ ...school, documents: [] });

/** The stand-in for Microsoft 365, as a process of its own: a neighbour that Waymark meets over HTTPS, as it would meet the real one. */
runAsChild(async () => {
  const config = configOf(readEnvironment(path.join(root, '.env')));
  if (config.kind !== 'local') throw new Plain('A real tenant is configured: the made-up school is not needed.');
  const clock = clockFrom(config.now);
  const { clientSecret, day } = localValues(config.folder, clock);
  const whole = withMailbox(hollinBank(day));
  const school = config.bare ? withoutCasework(whole) : whole;
  const tenant = await startLocalTenant({
    folder: path.join(config.folder, 'tenant'),
    port: config.tenantPort,
    plainPort: config.roomsPort,
    school,
    now: () => new Date(clock.now()),
    clients: config.bare ? [] : [registration(school, config.origin, clientSecret)],
    ...(config.bare ? {} : { botEndpoint: `${config.origin}/api/messages` }),
    roomsDir: path.join(root, 'dist', 'rooms'),
  }).catch((fault: NodeJS.ErrnoException & { port?: number }) => {
    throw portTaken(fault, fault.port ?? config.tenantPort, fault.port === config.roomsPort ? 'WAYMARK_ROOMS_PORT' : 'WAYMARK_TENANT_PORT');
  });
  if (config.without.length > 0) tenant.controls.set({ withdrawnPermissions: config.without });
  const facts: TenantFacts = {
    tenantId: tenant.tenantId,
    origin: tenant.origin,
    plainOrigin: tenant.plainOrigin,
    sendSite: siteIdOf(tenant.tenant),
    sendMailbox: sendMailboxOf(school),
  };
  return { facts, stop: () => tenant.close() };
});
