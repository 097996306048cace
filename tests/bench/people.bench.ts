import { readFileSync } from 'node:fs';
import path from 'node:path';
import { runSync } from '#api/roster/run-sync.ts';
import type { Day } from '#domain/calendar/day.ts';
import { hollinBank } from '#local-tenant/school/hollin-bank.ts';
import { putAccount } from '#local-tenant/state/moves.ts';
import { gatewayTo } from '#tests/builders/gateway.ts';
import { aFolder, aLocalTenant } from '#tests/builders/local-tenant.ts';
import { TENANT_ID } from '#tests/builders/tenant-school.ts';
import { cloneOf } from '#tests/clone.ts';
import { worldOf } from '#tests/world-of.ts';
import type { Measured } from './bench.ts';

const COLLECTIONS = 5;

/** A school of twelve hundred read from Microsoft 365 for the first time, then a night without and one with a change; requests as the tenant counted them. */
export const benchPeople = async (): Promise<Measured[]> => {
  const folder = aFolder();
  const logFile = path.join(folder, 'exchanges.jsonl');
  const school = hollinBank('2026-11-23' as Day);
  const tenant = await aLocalTenant({
    folder,
    logFile,
    school: { ...school, organisation: { ...school.organisation, tenantId: TENANT_ID } },
  });
  const clone = await cloneOf(process.env.WAYMARK_TEST_POSTGRES!);
  const world = await worldOf(clone, { organisation: TENANT_ID, graph: (database, log) => gatewayTo(tenant, database, log) });
  const lines = (): number =>
    readFileSync(logFile, 'utf8')
      .split('\n')
      .filter((line) => line.includes('/v1.0/')).length;
  let seen = 0;
  const night = async (): Promise<{ readonly seconds: number; readonly requests: number }> => {
    const from = performance.now();
    const end = await runSync(world.parts, { organisation: TENANT_ID, person: null, door: 'queue' });
    if (end !== 'done') {
      const [run] = await clone.sql<{ problem: string | null }>('select problem from waymark.sync_run order by started_at desc limit 1');
      throw new Error(`The reading ended ${end}. ${run?.problem ?? ''}`);
    }
    const requests = lines() - seen;
    seen += requests;
    return { seconds: Number(((performance.now() - from) / 1000).toFixed(2)), requests };
  };
  const first = await night();
  const quiet = await night();
  putAccount(tenant.tenant, school.pupils[0]?.id.toLowerCase() ?? '', { surname: 'Changed' });
  const changed = await night();
  await clone.drop();
  await tenant.stop();
  if (quiet.requests !== COLLECTIONS)
    throw new Error(`A night without a change cost ${quiet.requests} requests, not one a collection (${COLLECTIONS}).`);
  return [
    { name: `first reading of ${school.pupils.length} pupils from Microsoft 365`, value: first.seconds, unit: 's' },
    { name: 'its requests', value: first.requests, unit: 'requests' },
    { name: 'a night without a change', value: quiet.requests, unit: 'requests', bar: `1 a collection: ${COLLECTIONS}` },
    { name: 'how long it takes', value: quiet.seconds, unit: 's' },
    { name: 'a night with one changed name', value: changed.requests, unit: 'requests' },
  ];
};
