import { type ChildProcess, fork } from 'node:child_process';
import { appendFileSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from '@jest/globals';
import { driveIdOf } from '#local-tenant/graph/drive-entities.ts';
import { openStore } from '#local-tenant/state/store.ts';
import type { Tenant } from '#local-tenant/tenant.ts';
import { tokenOf } from '#tests/builders/graph-client.ts';
import { aFolder, aLocalTenant, overHttps, testClients } from '#tests/builders/local-tenant.ts';
import { aTenantSchool, TENANT_ID } from '#tests/builders/tenant-school.ts';

const main = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../../local-tenant/main.ts');
const folders: string[] = [];
const folder = () => {
  const made = aFolder();
  folders.push(made);
  return made;
};
afterEach(() => {
  for (const one of folders.splice(0)) rmSync(one, { recursive: true, force: true });
});

const journalIn = (where: string) => path.join(where, readdirSync(where).find((name) => name.startsWith('journal-'))!);

describe('the journal', () => {
  it('gives back what was settled', async () => {
    const where = folder();
    const store = await openStore(where);
    store.table<number>('figures').put('one', 1);
    store.table<number>('figures').put('two', 2);
    store.table<number>('figures').remove('one');
    await store.close();
    const again = await openStore(where);
    expect(again.table<number>('figures').all()).toEqual([2]);
    await again.close();
  });

  it('drops a line that was cut short, keeps every whole one before it, and writes on', async () => {
    const where = folder();
    const store = await openStore(where);
    store.table<number>('figures').put('one', 1);
    await store.settled();
    store.table<number>('figures').put('two', 2);
    await store.close();
    truncateSync(journalIn(where), statSync(journalIn(where)).size - 4);
    const again = await openStore(where);
    expect(again.table<number>('figures').all()).toEqual([1]);
    again.table<number>('figures').put('three', 3);
    await again.close();
    const last = await openStore(where);
    expect(last.table<number>('figures').all()).toEqual([1, 3]);
    await last.close();
  });

  it('is not confused by what a full disk left behind its last whole line', async () => {
    const where = folder();
    const store = await openStore(where);
    store.table<number>('figures').put('one', 1);
    await store.close();
    appendFileSync(journalIn(where), '[["figures","half');
    const again = await openStore(where);
    expect(again.table<number>('figures').all()).toEqual([1]);
    await again.close();
  });

  it('becomes one snapshot when it has grown, and the order of changes goes on', async () => {
    const where = folder();
    const store = await openStore(where);
    for (let number = 0; number < 1_500; number += 1) store.table<number>('figures').put(String(number), store.nextSequence());
    await store.close();
    const again = await openStore(where);
    expect(readdirSync(where)).toContain('snapshot.json');
    expect(again.table<number>('figures').size).toBe(1_500);
    expect(again.nextSequence()).toBe(1_501);
    await again.close();
    const last = await openStore(where);
    expect(last.sequence).toBe(1_501);
    await last.close();
  });
});

describe('a second start', () => {
  it('finds events, files and sign-ins again, doubles nobody and nothing, and tells a delta link that nothing changed', async () => {
    const where = folder();
    const first = await aLocalTenant({ folder: where });
    const token = await tokenOf(first, 'application');
    const get = async (tenant: typeof first, address: string, bearer: string) =>
      (await overHttps(tenant, `${tenant.origin}${address}`, { headers: { authorization: `Bearer ${bearer}` } })).json<
        Record<string, unknown> & { value: object[] }
      >();
    const counted = async (tenant: typeof first, bearer: string) =>
      Promise.all(
        ['/v1.0/users', '/v1.0/education/classes', '/v1.0/users/send@hollinbank.example/events'].map(
          async (address) => (await get(tenant, address, bearer)).value.length,
        ),
      );
    const before = await counted(first, token);
    const delta = new URL(String((await get(first, '/v1.0/education/users/delta', token))['@odata.deltaLink']));
    await overHttps(first, `${first.origin}/v1.0/users/send@hollinbank.example/events`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        subject: 'kept',
        start: { dateTime: '2026-11-24T09:00:00', timeZone: 'UTC' },
        end: { dateTime: '2026-11-24T10:00:00', timeZone: 'UTC' },
      }),
    });
    const { ca } = await import('#local-tenant/certificates.ts').then(({ certificatesIn }) => certificatesIn(where));
    await first.close();

    const second = await aLocalTenant({ folder: where });
    const fresh = await tokenOf(second, 'application');
    expect(await counted(second, fresh)).toEqual([before[0], before[1], (before[2] ?? 0) + 1]);
    expect((await get(second, delta.pathname + delta.search, fresh)).value).toEqual([]);
    expect((await import('#local-tenant/certificates.ts')).certificatesIn(where).ca).toBe(ca);
    await second.stop();
  });

  it('shows a pupil who left as removed, once, behind the delta link of before', async () => {
    const where = folder();
    const first = await aLocalTenant({ folder: where });
    const read = async (tenant: typeof first, address: string) =>
      (await overHttps(tenant, address, { headers: { authorization: `Bearer ${await tokenOf(tenant, 'application')}` } })).json<{
        value: object[];
        '@odata.deltaLink': string;
      }>();
    const { '@odata.deltaLink': link } = await read(first, `${first.origin}/v1.0/education/users/delta`);
    await first.close();
    const school = aTenantSchool();
    const second = await aLocalTenant({ folder: where, school: { ...school, pupils: school.pupils.slice(0, 1) } });
    const { pathname, search } = new URL(link);
    const { value } = await read(second, `${second.origin}${pathname}${search}`);
    expect(value).toEqual([{ id: '00000000-0000-4000-8000-000000000102', '@removed': { reason: 'deleted' } }]);
    await second.stop();
  });
});

/** The drive's id depends on the tenant alone, as long as its library was not moved. */
const driveOf = () => driveIdOf({ id: TENANT_ID, controls: { now: () => ({ sendLibrary: 'well' }) } } as Tenant);

describe('the tenant as a process of its own', () => {
  it('says in one sentence that its port is taken, and ends', async () => {
    const running = await aLocalTenant();
    const where = folder();
    const schoolFile = path.join(where, 'school.json');
    writeFileSync(schoolFile, JSON.stringify(aTenantSchool()));
    const settings = { folder: where, port: Number(new URL(running.origin).port), clients: [], schoolFile };
    const child = fork(main, [JSON.stringify(settings)], {
      execArgv: ['--import', 'tsx'],
      env: { ...process.env, NODE_OPTIONS: '' },
      silent: true,
    });
    const [told, code] = await Promise.all([
      new Promise((resolve) => child.once('message', resolve)),
      new Promise((resolve) => child.once('exit', resolve)),
    ]);
    expect(told).toEqual({ ready: false, code: 'EADDRINUSE', words: 'its port is already taken.' });
    expect(code).toBe(1);
    await running.stop();
  });
});

describe('kill -9', () => {
  type Ready = {
    readonly ready: boolean;
    readonly origin: string;
    readonly plainOrigin: string;
    readonly caFile: string;
    readonly tenantId: string;
  };
  const startProcess = async (where: string): Promise<{ child: ChildProcess; tenant: Parameters<typeof tokenOf>[0] }> => {
    const schoolFile = path.join(where, 'school.json');
    writeFileSync(schoolFile, JSON.stringify(aTenantSchool()));
    const child = fork(main, [JSON.stringify({ folder: where, clients: testClients(), schoolFile })], {
      execArgv: ['--import', 'tsx'],
      env: { ...process.env, NODE_OPTIONS: '' },
    });
    const ready = await new Promise<Ready>((resolve) => child.once('message', (message) => resolve(message as Ready)));
    return { child, tenant: ready as unknown as Parameters<typeof tokenOf>[0] };
  };

  it('loses no booking and no file that was answered, and books nothing twice when asked again', async () => {
    const where = folder();
    const told = new Map<string, string>();
    const filed = new Set<string>();
    const drive = encodeURIComponent(driveOf());
    for (const patience of [120, 350]) {
      const before = { told: told.size, filed: filed.size };
      const { child, tenant } = await startProcess(where);
      const token = await tokenOf(tenant, 'application');
      const book = async (number: number) => {
        const transactionId = `t${number}`;
        const reply = await overHttps(tenant, `${tenant.origin}/v1.0/users/send@hollinbank.example/events`, {
          method: 'POST',
          headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
          body: JSON.stringify({
            subject: transactionId,
            transactionId,
            start: { dateTime: '2026-11-24T09:00:00', timeZone: 'UTC' },
            end: { dateTime: '2026-11-24T10:00:00', timeZone: 'UTC' },
          }),
        });
        if (reply.status !== 201) return;
        const { id } = reply.json<{ id: string }>();
        expect(told.get(transactionId) ?? id).toBe(id);
        told.set(transactionId, id);
      };
      const file = async (number: number) => {
        const name = `round-${patience}-${number}.txt`;
        const reply = await overHttps(tenant, `${tenant.origin}/v1.0/drives/${drive}/root:/WM-0412/${name}:/content`, {
          method: 'PUT',
          headers: { authorization: `Bearer ${token}` },
          body: name,
        });
        if (reply.status === 201) filed.add(name);
      };
      const work = (async () => {
        for (let number = 0; ; number += 1) await Promise.all([book(number), file(number)]);
      })().catch(() => undefined);
      // Killed in the middle of its work, whatever the machine: once enough was answered, and then a moment later.
      const enough = setInterval(() => {
        if (told.size < before.told + 3 || filed.size < before.filed + 3) return;
        clearInterval(enough);
        setTimeout(() => child.kill('SIGKILL'), patience);
      }, 5);
      await new Promise((resolve) => child.once('exit', resolve));
      await work;
    }
    expect(told.size).toBeGreaterThan(3);
    expect(filed.size).toBeGreaterThan(3);

    const { child, tenant } = await startProcess(where);
    const token = await tokenOf(tenant, 'application');
    const { value } = (
      await overHttps(tenant, `${tenant.origin}/v1.0/users/send@hollinbank.example/events?$top=1000&$select=id,subject`, {
        headers: { authorization: `Bearer ${token}` },
      })
    ).json<{ value: { id: string; subject: string }[] }>();
    for (const [subject, id] of told) expect(value.filter((event) => event.subject === subject).map((event) => event.id)).toEqual([id]);
    for (const name of filed) {
      const kept = await overHttps(tenant, `${tenant.origin}/v1.0/drives/${drive}/root:/WM-0412/${name}:/content`, {
        headers: { authorization: `Bearer ${token}` },
      });
      expect((await overHttps(tenant, kept.headers.location ?? '')).text).toBe(name);
    }
    child.disconnect();
    expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(0);
  }, 60_000);
});
