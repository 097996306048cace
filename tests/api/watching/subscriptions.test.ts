import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { tasks } from '#api/tasks.ts';
import { watchesOf } from '#local-tenant/graph/notifications.ts';
import { TENANT_ID } from '#tests/builders/tenant-school.ts';
import { eventually } from '#tests/eventually.ts';
import { aWatchedSchool, type WatchedSchool } from './a-watched-school.ts';

let school: WatchedSchool;
beforeAll(async () => {
  school = await aWatchedSchool();
});
afterAll(() => school.stop());
beforeEach(async () => {
  school.tenant.controls.reset();
  await school.watch();
});

const expiry = (id: string): number => Date.parse(watchesOf(school.tenant.tenant).get(id)?.expires ?? '');
/** Subscriptions live by the machine’s clock, not by the school’s. */
const fromNow = (minutes: number): number => Date.now() + minutes * 60_000;
const ofLibrary = () => school.subscriptions().find(({ resource }) => resource.startsWith('drives/'))!;
const kept = () =>
  school.world.sql<{ what: string; subscription_id: string }>('select what, subscription_id from waymark.watch order by 1');
/** Lets a subscription grow old, at Microsoft and in the record alike. */
const age = async (id: string, minutesLeft: number): Promise<void> => {
  const expires = new Date(fromNow(minutesLeft)).toISOString();
  const table = watchesOf(school.tenant.tenant);
  table.put(id, { ...table.get(id)!, expires });
  await school.world.sql('update waymark.watch set expires_at = $2 where subscription_id = $1', [id, expires]);
};
const genuine = (change: object = {}) => {
  const { id, clientState } = ofLibrary();
  return { value: [{ subscriptionId: id, clientState, changeType: 'updated', resource: 'drives/x/root', ...change }] };
};

describe('subscriptions', () => {
  it('are opened for the library’s root and the SEND calendar and for nothing else, after Microsoft has called and been answered', async () => {
    expect(
      school
        .subscriptions()
        .map(({ resource }) => resource.replace(/^drives\/[^/]+/, 'drives/…'))
        .sort(),
    ).toEqual(['drives/…/root', 'users/send@hollinbank.example/events']);
    expect((await kept()).map(({ what }) => what)).toEqual(['calendar', 'library']);
  });

  it('answer the handshake with the token as plain text, at both addresses, whatever is in it', async () => {
    for (const url of [school.address, `${school.address}/lifecycle`]) {
      const token = 'Validation: <script>alert(1)</script> & more';
      const reply = await fetch(`${url}?validationToken=${encodeURIComponent(token)}`, {
        method: 'POST',
        headers: { 'content-type': 'text/plain; charset=utf-8' },
        body: '',
      });
      expect([reply.status, await reply.text()]).toEqual([200, token]);
      expect(reply.headers.get('content-type')).toMatch(/^text\/plain/);
      expect(reply.headers.get('x-content-type-options')).toBe('nosniff');
    }
  });

  it('keep only a digest of the secret that Microsoft sends back', async () => {
    const rows = JSON.stringify(await school.world.sql('select * from waymark.watch'));
    for (const { clientState } of school.subscriptions()) expect(rows).not.toContain(clientState);
  });

  it('are left alone before half their life, and renewed after it', async () => {
    const { id } = ofLibrary();
    const before = expiry(id);
    await school.watch();
    expect(expiry(id)).toBe(before);
    await age(id, 20_160 / 2 - 1);
    await school.watch();
    expect(expiry(id)).toBeGreaterThan(fromNow(20_000));
    expect(ofLibrary().id).toBe(id);
  });

  it('are opened again where Microsoft has lost them or they ran out, and what was missed meanwhile is looked for', async () => {
    const { id } = ofLibrary();
    watchesOf(school.tenant.tenant).remove(id);
    await school.world.sql("update waymark.watch set expires_at = $1 where what = 'library'", [new Date(fromNow(60)).toISOString()]);
    await tasks['keep-watch'](school.parts)({ organisation: TENANT_ID });
    expect(ofLibrary().id).not.toBe(id);
    expect(await school.waiting()).toContain('follow-library');
  });

  it('that a crash left unknown are closed', async () => {
    await school.world.sql("update waymark.watch set subscription_id = 'another' where what = 'calendar'");
    await school.watch();
    const known = (await kept()).map(({ subscription_id }) => subscription_id);
    expect(
      school
        .subscriptions()
        .map(({ id }) => id)
        .sort(),
    ).toEqual(known.sort());
  });

  it('cost nothing but the same night where the permission is missing', async () => {
    await school.world.sql('delete from waymark.watch');
    school.tenant.controls.set({ withdrawnPermissions: ['Calendars.ReadWrite'] });
    await expect(school.watch()).resolves.toBeUndefined();
    expect((await kept()).map(({ what }) => what)).toEqual(['library']);
  });
});

describe('a notification', () => {
  it('is answered with 202 at once and wakes a look of our own', async () => {
    expect(await school.deliver(genuine())).toBe(202);
    expect(await school.waiting()).toEqual(['follow-library']);
  });

  it('that comes again and again wakes one look', async () => {
    for (let times = 0; times < 5; times += 1) await school.deliver(genuine());
    expect(await school.waiting()).toEqual(['follow-library']);
  });

  it('that is forged is answered alike and changes nothing: without the secret, with a wrong one, of a subscription nobody has', async () => {
    const answers = [
      await school.deliver(genuine({ clientState: null })),
      await school.deliver(genuine({ clientState: 'A'.repeat(43) })),
      await school.deliver(genuine({ subscriptionId: '00000000-0000-4000-8000-000000000000' })),
      await school.deliver({ value: [{ subscriptionId: "x' or true --" }] }),
      await school.deliver({ value: 'everything' }),
      await school.deliver([]),
    ];
    expect(answers).toEqual([202, 202, 202, 202, 202, 202]);
    expect(await school.waiting()).toEqual([]);
    expect(school.world.logged.filter(({ words }) => words.startsWith('a notification did not carry our secret'))).toHaveLength(2);
  });

  it('cannot send Waymark anywhere: the resource it names is not read', async () => {
    await school.deliver(
      genuine({ resource: 'https://stranger.example/steal', resourceData: { id: 'x', '@odata.id': 'https://stranger.example' } }),
    );
    await school.run('follow-library');
    expect(await school.waiting()).toEqual([]);
  });

  it('that comes late, when its subscription has been replaced, is not heeded', async () => {
    const late = genuine();
    watchesOf(school.tenant.tenant).remove(ofLibrary().id);
    await school.world.sql("delete from waymark.watch where what = 'library'");
    await school.watch();
    expect(await school.deliver(late)).toBe(202);
    expect(await school.waiting()).toEqual([]);
  });

  it('in a batch of ten thousand is heeded once, with less than three seconds of work', async () => {
    const [one] = genuine().value;
    const value = Array.from({ length: 10_000 }, (_, index) => (index % 3 === 0 ? { ...one, clientState: `forged ${index}` } : one));
    const before = process.cpuUsage();
    expect(await school.deliver({ value })).toBe(202);
    // Of the processor, not of the clock: a machine that does other work is slow, not wrong.
    expect(process.cpuUsage(before).user / 1_000_000).toBeLessThan(3);
    expect(await school.waiting()).toEqual(['follow-library']);
  });

  it('goes through the tenant’s own sending, doubled on its way, to one look', async () => {
    school.tenant.controls.set({ notices: 'twice' });
    await school.parts.graph.files.save(null, 'WM-0700', 'WM-0700 note.txt', new TextEncoder().encode('one'));
    await eventually(async () => expect(await school.waiting()).toEqual(['follow-library']));
  });
});

describe('what Microsoft says of a subscription itself', () => {
  const say = async (event: string): Promise<void> => {
    await fetch(`${school.tenant.plainOrigin}/controls/lifecycle`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ event }),
    });
  };

  it('that it must be authorised again has it renewed', async () => {
    const { id } = ofLibrary();
    await age(id, 15_000);
    await say('reauthorizationRequired');
    await school.run('keep-watch');
    expect(expiry(id)).toBeGreaterThan(fromNow(20_000));
  });

  it('that it was removed has it opened anew, and a look taken', async () => {
    const { id } = ofLibrary();
    await say('subscriptionRemoved');
    await school.run('keep-watch');
    expect(ofLibrary().id).not.toBe(id);
    expect([...(await school.waiting())].sort()).toEqual(['follow-calendar', 'follow-library']);
  });

  it('that notifications were missed has everything looked at', async () => {
    await say('missed');
    expect([...(await school.waiting())].sort()).toEqual(['follow-calendar', 'follow-library']);
  });

  it('is not believed without the secret', async () => {
    const { id } = ofLibrary();
    await school.deliver({ value: [{ subscriptionId: id, clientState: 'guessed', lifecycleEvent: 'subscriptionRemoved' }] }, true);
    expect((await kept()).map(({ subscription_id }) => subscription_id)).toContain(id);
    expect(await school.waiting()).toEqual([]);
  });
});
