import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from '@microsoft/microsoft-graph-client';
import type { DriveItem } from '@microsoft/microsoft-graph-types';
import { graphFor } from '#tests/builders/graph-client.ts';
import { aLocalTenant } from '#tests/builders/local-tenant.ts';

/* The library as Word reaches it: with the rights of the person who sits there, and no others. */

let tenant: Awaited<ReturnType<typeof aLocalTenant>>;
let app: Client;
let drive: string;
beforeAll(async () => {
  tenant = await aLocalTenant();
  app = await graphFor(tenant, 'application');
  const { id } = await app.api('/sites/hollinbank.sharepoint.com:/sites/SEND').get();
  drive = `/drives/${(await app.api(`/sites/${id}/drive`).get()).id}`;
});
afterAll(() => tenant.stop());

const put = (name: string) => app.api(`${drive}/root:/WM-0412/${name}:/content`).put(name) as Promise<DriveItem>;
const grant = (item: DriveItem, role: 'read' | 'write') =>
  app.api(`${drive}/items/${item.id}/invite`).post({
    recipients: [{ email: 'gareth.pugh@hollinbank.example' }],
    roles: [role],
    requireSignIn: true,
    sendInvitation: false,
  });
const asked = (person: string, item = '', more: RequestInit = {}) =>
  fetch(`${tenant.plainOrigin}/rooms/documents${item && `/${item}`}`, { ...more, headers: { ...more.headers, 'x-person': person } });
const namesFor = async (person: string): Promise<string[]> =>
  ((await (await asked(person)).json()) as { documents: { name: string }[] }).documents.map(({ name }) => name);
const wordsOf = async (reply: Response): Promise<string> => ((await reply.json()) as { error: { message: string } }).error.message;

describe('Word in the hands of a teacher', () => {
  it('lists and opens what was granted to them, and nothing beside it', async () => {
    const [plan, advice] = [await put('plan.docx'), await put('advice.docx')];
    await grant(plan, 'read');
    expect(await namesFor('gareth.pugh')).toEqual(['plan.docx']);
    expect((await asked('gareth.pugh', plan.id)).headers.get('x-access')).toBe('read');
    const closed = await asked('gareth.pugh', advice.id);
    expect([closed.status, await wordsOf(closed)]).toEqual([404, 'There is no such document, or it is not open to you.']);
  });

  it('does not save what may only be read, and saves what may be changed', async () => {
    const [plan, notes] = [await put('to read.docx'), await put('to change.docx')];
    await grant(plan, 'read');
    await grant(notes, 'write');
    const refused = await asked('gareth.pugh', plan.id, { method: 'PUT', body: 'mine' });
    expect([refused.status, await wordsOf(refused)]).toEqual([403, 'You may read this document but not change it.']);
    const opened = await asked('gareth.pugh', notes.id);
    expect(opened.headers.get('x-access')).toBe('write');
    const saved = await asked('gareth.pugh', notes.id, {
      method: 'PUT',
      body: 'mine',
      headers: { 'if-match': opened.headers.get('etag') ?? '' },
    });
    expect(saved.status).toBe(204);
    expect(await (await asked('gareth.pugh', notes.id)).text()).toBe('mine');
  });

  it('overwrites nobody who saved in between', async () => {
    const notes = await put('both.docx');
    await grant(notes, 'write');
    const before = (await asked('gareth.pugh', notes.id)).headers.get('etag') ?? '';
    await put('both.docx');
    const late = await asked('gareth.pugh', notes.id, { method: 'PUT', body: 'late', headers: { 'if-match': before } });
    expect([late.status, await wordsOf(late)]).toEqual([412, 'Somebody saved this document in the meantime. Open it again to see both.']);
    expect(await (await asked('gareth.pugh', notes.id)).text()).toBe('both.docx');
  });

  it('opens nothing for someone who is not of this school', async () => {
    expect((await asked('nobody.here')).status).toBe(404);
  });
});
