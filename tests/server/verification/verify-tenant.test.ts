import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { eventsOf } from '#local-tenant/graph/mailboxes.ts';
import { library } from '#local-tenant/state/library.ts';
import { verifyTenantCommand } from '#server/command-line/verify-tenant.ts';
import type { Workbench } from '#server/command-line/workbench.ts';
import { root } from '#server/root.ts';
import { CHECKS } from '#server/verification/checks.ts';
import { gatewayTo, SEND_MAILBOX } from '#tests/builders/gateway.ts';
import { aLocalTenant } from '#tests/builders/local-tenant.ts';
import { TENANT_ID } from '#tests/builders/tenant-school.ts';
import { aWorld } from '#tests/world.ts';

/* What only a real tenant can prove, tried against the made-up one: each check can hold, and each can fail. */

let tenant: Awaited<ReturnType<typeof aLocalTenant>>;
let bench: Workbench;
let door: Server;
let origin: string;
beforeAll(async () => {
  tenant = await aLocalTenant();
  const world = await aWorld({ organisation: TENANT_ID, graph: (database, log) => gatewayTo(tenant, database, log) });
  const actor = { ...(await world.actorFor('administrator')), door: 'command-line' as const };
  bench = { parts: world.parts, deeds: world.casework, actor, close: async () => undefined };
  door = createServer((_, reply) => reply.end('{}')).listen(0, '127.0.0.1');
  await new Promise((resolve) => door.once('listening', resolve));
  origin = `http://localhost:${(door.address() as { port: number }).port}`;
});
afterEach(() => tenant.controls.reset());
afterAll(async () => {
  door.close();
  await tenant.stop();
});

type Found = { readonly checks: readonly { readonly check: string; readonly outcome: string; readonly words: string }[] };

const verified = async (options: { other?: string; outside?: string; origin?: string } = {}) => {
  const { code, json, lines } = await verifyTenantCommand(bench, { origin, mailbox: SEND_MAILBOX, ...options });
  return { code, lines, outcomes: Object.fromEntries((json as Found).checks.map(({ check, outcome }) => [check, outcome])) };
};

const sendMailbox = () => tenant.tenant.directory.account(SEND_MAILBOX)?.id ?? '';

describe('verify-tenant', () => {
  it('finds that all holds in a tenant that is as it should be, and leaves nothing behind but one letter', async () => {
    const found = await verified({ other: 'hannah.brook@hollinbank.example', outside: 'joanna.tse@nhs.example' });
    expect(found.outcomes).toEqual(Object.fromEntries(CHECKS.map(({ id }) => [id, 'holds'])));
    expect(found.code).toBe(0);
    expect(
      library(tenant.tenant.store, tenant.tenant.now)
        .items.all()
        .filter(({ deleted, name }) => !deleted && name.includes('WM-VERIFY')),
    ).toEqual([]);
    expect(
      eventsOf(tenant.tenant, sendMailbox())
        .all()
        .filter(({ subject }) => subject.includes('WM-VERIFY')),
    ).toEqual([]);
    expect(tenant.tenant.store.table(`mail/${sendMailbox()}`).all()).toHaveLength(1);
  }, 60_000);

  it('says what was not tried for want of somebody to try it with, and does not call that a fault', async () => {
    const found = await verified();
    expect(found.outcomes).toMatchObject({ closed: 'not-asked', 'free-busy': 'not-asked' });
    expect(found.lines.join('\n')).toContain('--other head@school.example');
    expect(found.code).toBe(0);
  }, 60_000);

  it('tells each thing that does not hold in a sentence, and goes on with the rest', async () => {
    tenant.controls.set({ withdrawnPermissions: ['application:Sites.Selected', 'application:Mail.Send'] });
    const found = await verified({ origin: 'http://localhost:9', other: SEND_MAILBOX });
    expect(found.outcomes).toMatchObject({
      door: 'does-not-hold',
      meeting: 'holds',
      library: 'does-not-hold',
      letter: 'does-not-hold',
      closed: 'does-not-hold',
      people: 'holds',
    });
    expect(found.lines.join('\n')).toMatch(/library: DOES NOT HOLD.*permission is missing/);
    expect(found.lines.join('\n')).toMatch(/closed: DOES NOT HOLD\. Waymark could write into send@/);
    expect(found.code).toBe(1);
  }, 60_000);

  it('has each of its checks named on the page of what has never met a real tenant, and that page names no other', () => {
    const page = readFileSync(path.join(root, 'docs', 'unverified.md'), 'utf8');
    const named = [...page.matchAll(/`verify-tenant` \(([^)]+)\)/g)].flatMap(([, ids]) => (ids ?? '').split(', '));
    expect([...named].sort()).toEqual(CHECKS.map(({ id }) => id).sort());
  });
});
