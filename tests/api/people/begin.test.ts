import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { Parts } from '#api/parts.ts';
import { type Beginning, begin } from '#api/people/begin.ts';
import { commandLineActor } from '#api/people/command-line-actor.ts';
import { noGraph } from '#tests/no-graph.ts';
import { aWorld } from '#tests/world.ts';

/* The first school of a tenant, written into a record in which nothing stands. */

const account = randomUUID();
const asked = (tenantId: string, change: Partial<Beginning> = {}): Beginning => ({
  tenantId,
  school: 'Hollin Bank School',
  jurisdiction: 'england',
  timeZone: 'Europe/London',
  people: [
    { address: 'ruth.okafor@hollinbank.example', role: 'coordinator' },
    { address: 'ruth.okafor@hollinbank.example', role: 'administrator' },
  ],
  ...change,
});

const parts = async (): Promise<Parts> => {
  const { parts: given } = await aWorld();
  const ruth = { account, givenName: 'Ruth', surname: 'Okafor', email: 'ruth.okafor@hollinbank.example', jobTitle: 'SENCO' };
  const people = { ...noGraph.people, account: async (address: string) => (address === ruth.email ? ruth : null) };
  return { ...given, graph: { ...noGraph, people } };
};

describe('beginning', () => {
  it('lets the coordinator in by her account, once though she has two roles', async () => {
    const [with_, tenant] = [await parts(), randomUUID()];
    expect((await begin(with_, asked(tenant))).people.map(({ role }) => role)).toEqual(['coordinator', 'administrator']);
    const actor = await commandLineActor(with_, tenant);
    expect(actor.scope.schools).toHaveLength(1);
  });

  it('is done once: a record that stands is left as it is', async () => {
    const [with_, tenant] = [await parts(), randomUUID()];
    await begin(with_, asked(tenant));
    await expect(begin(with_, asked(tenant, { school: 'Another' }))).rejects.toThrow('This tenant has a record already');
  });

  it('writes nothing where somebody has no account here, where no rules are known, or where the zone is none', async () => {
    const [with_, tenant] = [await parts(), randomUUID()];
    const stranger = [{ address: 'someone@elsewhere.example', role: 'coordinator' as const }];
    await expect(begin(with_, asked(tenant, { people: stranger }))).rejects.toThrow(/knows nobody of the address someone@elsewhere/);
    await expect(begin(with_, asked(tenant, { jurisdiction: 'wales' }))).rejects.toThrow(/no rules for "wales"/);
    await expect(begin(with_, asked(tenant, { timeZone: 'London' }))).rejects.toThrow(/no time zone/);
    await expect(commandLineActor(with_, tenant)).rejects.toThrow(/has no record yet\. Begin one/);
  });
});
