import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll } from '@jest/globals';
import { runSync, type SyncEnd } from '#api/roster/run-sync.ts';
import { addMinutes } from '#domain/calendar/wall-clock.ts';
import type { MadeUpSchool } from '#local-tenant/school/school.ts';
import { settleSchool } from '#local-tenant/state/settle-school.ts';
import type { Tenant } from '#local-tenant/tenant.ts';
import { gatewayTo } from '#tests/builders/gateway.ts';
import { aFolder, aLocalTenant } from '#tests/builders/local-tenant.ts';
import { aTenantSchool, TENANT_ID } from '#tests/builders/tenant-school.ts';
import { cloneOf } from '#tests/clone.ts';
import { type World, worldOf } from '#tests/world-of.ts';

export const idOf = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
export const [RUTH, GARETH, PRIYA, SIAN] = [idOf(1), idOf(2), idOf(3), idOf(4)] as const;
export const [CALLUM, AYAAN] = [idOf(101), idOf(102)] as const;
export const [OAK, MATHS] = [idOf(201), idOf(202)] as const;

export type PupilSeen = {
  readonly name: string;
  readonly externalId: string | null;
  readonly birthday: string | null;
  readonly year: number | null;
  readonly leftOn: string | null;
};

/** A tenant's directory and an empty record beside it: the real gateway, real HTTPS, a real database of their own. */
export type Directory = {
  readonly tenant: Awaited<ReturnType<typeof aLocalTenant>>;
  readonly house: Tenant;
  readonly world: World;
  sync(options?: { closeMany?: boolean; again?: boolean }): Promise<SyncEnd>;
  pupils(): Promise<PupilSeen[]>;
  staff(): Promise<{ name: string; email: string | null; entraId: string | null; leftOn: string | null }[]>;
  /** `6 Oak: Callum Reid; Gareth Pugh` of today. */
  classes(): Promise<string[]>;
  run(): Promise<{ state: string; problem: string | null; requests: number; counts: unknown; notes: string[]; attempt: number }>;
  /** Addresses asked for since the last look, without what stands behind `?`. */
  asked(): string[];
  stop(): Promise<void>;
};

let running: { readonly tenant: Awaited<ReturnType<typeof aLocalTenant>>; readonly logFile: string } | undefined;
afterAll(() => running?.tenant.stop());

/** One tenant a test file; each test finds the school in it as it was at first. */
const tenantOf = async (school: MadeUpSchool) => {
  if (running) {
    running.tenant.controls.reset();
    const { store, bytes, now } = running.tenant.tenant;
    await settleSchool({ store, bytes, school, now });
    return running;
  }
  const folder = aFolder();
  const logFile = path.join(folder, 'exchanges.jsonl');
  running = { tenant: await aLocalTenant({ folder, logFile, school }), logFile };
  return running;
};

export const aDirectory = async (school = aTenantSchool()): Promise<Directory> => {
  const { tenant, logFile } = await tenantOf(school);
  const clone = await cloneOf(process.env.WAYMARK_TEST_POSTGRES ?? '');
  const world = await worldOf(clone, { organisation: TENANT_ID, graph: (database, log) => gatewayTo(tenant, database, log) });
  const lines = () => (existsSync(logFile) ? readFileSync(logFile, 'utf8').trim().split('\n').filter(Boolean) : []);
  let seen = lines().length;
  const within = `organisation_id = '${TENANT_ID}'`;
  return {
    tenant,
    house: tenant.tenant,
    world,
    sync: (options = {}) => {
      world.clock.set(addMinutes(world.clock.now(), 1));
      return runSync(world.parts, { organisation: TENANT_ID, person: null, door: 'queue' }, options);
    },
    pupils: () =>
      world.sql(`select given_name || ' ' || surname as name, external_id as "externalId", birthday::text, year_group as year, left_on::text as "leftOn"
        from waymark.pupil where ${within} order by surname, given_name`),
    staff: () =>
      world.sql(`select given_name || ' ' || surname as name, email, entra_id as "entraId", left_on::text as "leftOn"
        from waymark.person where ${within} order by surname, given_name`),
    classes: async () => {
      const today = `'${world.clock.today('Europe/London')}'::date`;
      const now = `(m.to_day is null or m.to_day >= ${today})`;
      const rows = await world.sql<{ line: string }>(`select c.name || coalesce(': ' || (
          select string_agg(p.given_name || ' ' || p.surname, ', ' order by p.surname) from waymark.class_pupil m join waymark.pupil p on p.${within} and p.id = m.pupil_id
           where m.${within} and m.class_id = c.id and ${now}), '') || coalesce('; ' || (
          select string_agg(p.given_name || ' ' || p.surname, ', ' order by p.surname) from waymark.class_teacher m join waymark.person p on p.${within} and p.id = m.person_id
           where m.${within} and m.class_id = c.id and ${now}), '') || case when c.ended_on is null then '' else ' (ended)' end as line
        from waymark.class c where c.${within} order by c.name`);
      return rows.map(({ line }) => line);
    },
    run: async () =>
      (
        await world.sql<Awaited<ReturnType<Directory['run']>>>(
          `select state, problem, requests, counts, notes, attempt from waymark.sync_run where ${within} order by started_at desc, touched_at desc limit 1`,
        )
      )[0]!,
    asked: () => {
      const all = lines();
      const fresh = all.slice(seen).map((line) => JSON.parse(line) as { method: string; url: string });
      seen = all.length;
      return fresh
        .filter(({ url }) => url.includes('/v1.0/'))
        .map(({ method, url }) => `${method} ${new URL(url).pathname.replace('/v1.0', '')}`);
    },
    // What PostgreSQL does in the background may hold a database for a moment; the cluster ends with the run and takes it along.
    stop: () => clone.drop().catch(() => undefined),
  };
};
