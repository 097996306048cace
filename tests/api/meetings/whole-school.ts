import type { Casework } from '#api/casework.ts';
import { casework } from '#api/compose.ts';
import type { Parts } from '#api/parts.ts';
import type { Actor } from '#domain/access/actor.ts';
import { gatewayTo, SEND_MAILBOX } from '#tests/builders/gateway.ts';
import { ssoTokenOf } from '#tests/builders/graph-client.ts';
import { type HollinBank, theHollinBank } from '#tests/builders/hollin-bank.ts';
import { aLocalTenant } from '#tests/builders/local-tenant.ts';
import { aTenantSchool, TENANT_ID } from '#tests/builders/tenant-school.ts';

/** Hollin Bank in the record and in Microsoft 365, joined by the real gateway. */
export type WholeSchool = HollinBank & {
  readonly tenant: Awaited<ReturnType<typeof aLocalTenant>>;
  readonly parts: Parts;
  readonly deeds: Casework;
  readonly ruth: Actor;
};

/** Starts the local tenant with the made-up school and signs Ruth Okafor in, as Teams would. */
export const theWholeSchool = async (): Promise<WholeSchool> => {
  const bank = await theHollinBank();
  const { world, school } = bank;
  const organisation = { ...school.organisation, tenantId: TENANT_ID };
  const staff = [...school.staff, ...aTenantSchool().staff.filter(({ upn }) => upn === SEND_MAILBOX)];
  const tenant = await aLocalTenant({ school: { ...school, organisation, staff }, now: () => new Date('2026-11-23T08:41:00Z') });
  await world.sql('insert into waymark.organisation (organisation_id, name) values ($1, $2) on conflict do nothing', [
    TENANT_ID,
    school.school.name,
  ]);
  world.clock.set('2026-11-23T08:41:00.000Z');
  const parts: Parts = { ...world.parts, graph: gatewayTo(tenant, world.database, world.parts.log) };
  const ruth = { ...bank.actor('ruth.okafor'), assertion: await ssoTokenOf(tenant, 'ruth.okafor') };
  return { ...bank, tenant, parts, deeds: casework(parts), ruth };
};
