import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Gateway } from '#api/graph/gateway.ts';
import { deleteAccount, putAccount, putInClass } from '#local-tenant/state/moves.ts';
import { gatewayTo } from '#tests/builders/gateway.ts';
import { aLocalTenant } from '#tests/builders/local-tenant.ts';
import { TENANT_ID } from '#tests/builders/tenant-school.ts';
import { aWorld } from '#tests/world.ts';

const idOf = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const [GARETH, PRIYA, CALLUM] = [idOf(2), idOf(3), idOf(101)];
const OAK = idOf(201);

let tenant: Awaited<ReturnType<typeof aLocalTenant>>;
let people: Gateway['people'];

beforeAll(async () => {
  tenant = await aLocalTenant();
  const world = await aWorld({ organisation: TENANT_ID });
  people = gatewayTo(tenant, world.database, world.parts.log).people;
});
beforeEach(() => tenant.controls.reset());
afterAll(() => tenant.stop());

const page = async (collection: Parameters<Gateway['people']['page']>[0], link: string | null = null) => {
  const found = await people.page(collection, link);
  if (typeof found === 'string') throw new Error(found);
  return found;
};

describe('people, as Microsoft 365 keeps them', () => {
  it('are told in our words, the family with the child', async () => {
    putAccount(tenant.tenant, CALLUM, {
      contacts: [{ name: 'Fiona Reid', email: 'fiona.reid@home.example', phone: '07700 900412', relation: 'parent' }],
    });
    const { told, done, next } = await page('people');
    expect(told).toContainEqual({
      thing: {
        kind: 'person',
        id: CALLUM,
        role: 'pupil',
        externalId: 'A123456789012',
        givenName: 'Callum',
        surname: 'Reid',
        email: 'callum.reid@hollinbank.example',
        username: 'callum.reid@hollinbank.example',
        birthday: '2016-02-11',
        sex: null,
        yearGroup: 6,
        family: [{ name: 'Fiona Reid', email: 'fiona.reid@home.example', phone: '07700 900412', relation: 'parent' }],
      },
    });
    expect([next, done === null]).toEqual([null, false]);
  });

  it('of whom nothing changed are nobody the next time, and somebody who left is an id without a name', async () => {
    const { done } = await page('people');
    const quiet = await page('people', done);
    expect(quiet.told).toEqual([]);
    deleteAccount(tenant.tenant, PRIYA);
    expect((await page('people', quiet.done)).told).toEqual([{ gone: PRIYA }]);
  });

  it('come and go in a class one by one', async () => {
    const { told, done } = await page('memberships');
    expect(told).toContainEqual({ thing: { kind: 'member', id: `${OAK} ${CALLUM}`, class: OAK, person: CALLUM } });
    putInClass(tenant.tenant, OAK, [], [GARETH]);
    expect((await page('memberships', done)).told).toEqual([{ gone: `${OAK} ${GARETH}` }]);
  });

  it('of a class are also found by asking that class', async () => {
    expect(await people.membersOf([OAK, idOf(999)])).toEqual([
      { thing: { kind: 'member', id: `${OAK} ${CALLUM}`, class: OAK, person: CALLUM } },
    ]);
  });
});

describe('a link of last time', () => {
  it('that has expired is told apart from a fault', async () => {
    const { done } = await page('classes');
    tenant.controls.set({ deltaEpoch: tenant.controls.now().deltaEpoch + 1 });
    expect(await people.page('classes', done)).toBe('expired');
  });

  it('without the permission is told apart too', async () => {
    tenant.controls.set({ withdrawnPermissions: ['GroupMember.Read.All'] });
    expect(await people.page('memberships', null)).toBe('not-allowed');
  });
});

it('an answer that breaks off is a plain sentence, and not half a class', async () => {
  tenant.controls.set({ cutReplies: 1 });
  await expect(people.page('people', null)).rejects.toMatchObject({
    kind: 'elsewhere-unwell',
    message: 'Microsoft 365 answered with something that broke off, so Waymark could not read pupils and teachers yet.',
  });
});
