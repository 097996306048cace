import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { connectGraph } from '#api/graph/connect.ts';
import { troubleOf } from '#api/graph/troubles.ts';
import type { FaultName } from '#domain/faults/faults.ts';
import type { ControlSettings } from '#local-tenant/controls.ts';
import { gatewayTo, settingsFor } from '#tests/builders/gateway.ts';
import { msalNetwork } from '#tests/builders/local-tenant.ts';
import { aBadDay, type BadDay } from './a-bad-day.ts';

let day: BadDay;
beforeAll(async () => {
  day = await aBadDay();
});
afterAll(() => day.stop());
beforeEach(() => day.tenant.controls.reset());

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
/** A look into a case folder for somebody who waits; it is the application that looks, and the library's address is not known yet. */
const look = (graph = day.graph) => graph.files.list(day.ruth, 'WM-0412');

/** What somebody can be asked to wait before a sentence is there, in milliseconds. */
const A_PERSONS_PATIENCE = 15_000;

/**
 * A review is booked while Microsoft 365 is unwell in this way: the person hears in time that it is being booked, it is kept, its job waits,
 * the caseload opens as ever; and once Microsoft 365 is well again the queue finishes it, with one event.
 */
const bookedThrough = async (switches: Partial<ControlSettings>): Promise<void> => {
  const { meeting, caseRef, book } = await day.proposed();
  day.tenant.controls.set(switches);
  const began = performance.now();
  expect(await book()).toMatchObject({ state: 'being-booked' });
  expect(performance.now() - began).toBeLessThan(A_PERSONS_PATIENCE);
  expect(await day.stateOf(meeting)).toBe('being-booked');
  expect(await day.waiting(meeting)).toContain('book-review');
  expect(await day.caseloadOpens()).toBeGreaterThan(0);
  day.tenant.controls.reset();
  await day.queueFinishes(meeting);
  expect([await day.stateOf(meeting), day.events(caseRef)]).toEqual(['booked', 1]);
};

/** A look into the case folder is answered in time with this fault and these words, and works again afterwards. */
const lookedThrough = async (switches: Partial<ControlSettings>, fault: FaultName, words: string): Promise<void> => {
  day.tenant.controls.set(switches);
  const graph = await day.another();
  const began = performance.now();
  await expect(look(graph)).rejects.toMatchObject({ kind: 'elsewhere-unwell', fault, message: expect.stringContaining(words) });
  expect(performance.now() - began).toBeLessThan(A_PERSONS_PATIENCE);
  day.tenant.controls.reset();
  expect(await look(graph)).toHaveLength(1);
};

describe('Microsoft 365 unwell', () => {
  it('W-101: throttled for a minute, a booking is kept and finished once; a look says so at once', async () => {
    await bookedThrough({ throttle: { after: 0, retryAfter: '60' } });
    await lookedThrough({ throttle: { after: 0, retryAfter: '60' } }, 'throttled', 'is asking Waymark to slow down');
  });

  it('W-102: out of service (503), a booking is kept and finished once', async () => {
    await bookedThrough({ outage: 'refused' });
    await lookedThrough({ outage: 'refused' }, 'unwell', 'is not answering');
  });

  it('W-103: late (504), what may have been done is not done twice', async () => {
    await bookedThrough({ outage: 'late' });
    await lookedThrough({ outage: 'late' }, 'late', 'is not answering');
  });

  it('W-104: half a batch put off is asked again by itself; one that stays put off is said to be', async () => {
    const classes = ['00000000-0000-4000-8000-000000000201', '00000000-0000-4000-8000-000000000202'];
    day.tenant.controls.set({ throttleBatchItems: 1 });
    expect(await day.graph.people.membersOf(classes)).toHaveLength(4);
    day.tenant.controls.set({ throttleBatchItems: 1_000 });
    await expect(day.graph.people.membersOf(classes)).rejects.toMatchObject({ fault: 'half-a-batch' });
  });

  it('W-105: the line is cut, or an answer ends half way: a booking is kept and finished once', async () => {
    await bookedThrough({ outage: 'reset' });
    await lookedThrough({ outage: 'reset' }, 'broke-off', 'broke off');
    day.tenant.controls.set({ cutReplies: 100 });
    await expect(look()).rejects.toMatchObject({ fault: 'broke-off' });
  });

  it('W-106: a minute of silence, the person hears within fifteen seconds, and the booking is finished once', async () => {
    await bookedThrough({ outage: 'silent' });
    await lookedThrough({ outage: 'silent' }, 'silent', 'is not answering');
  });

  it('W-107: the name of Microsoft Graph leads nowhere', async () => {
    const settings = { ...settingsFor(day.tenant), graphOrigin: 'https://graph.invalid' };
    const nowhere = connectGraph(settings, day.world.database, day.world.parts.log, { network: msalNetwork(day.tenant) });
    await expect(nowhere.files.list(null, 'WM-0412')).rejects.toMatchObject({
      fault: 'no-address',
      message: 'Microsoft 365 cannot be found on the network just now, so Waymark could not look into the case folder yet.',
    });
  });
});

describe('what Microsoft 365 holds for Waymark', () => {
  it('W-111: a deleted site is never shown as an empty folder, nor its documents as erased, and heals when it is restored', async () => {
    const [advice] = await look();
    for (const graph of [day.graph, await day.fresh()]) {
      day.tenant.controls.set({ sendLibrary: 'site-deleted' });
      const gone = { fault: 'site-gone', message: expect.stringContaining('The SEND library cannot be found in Microsoft 365') };
      await expect(graph.files.list(null, 'WM-0412')).rejects.toMatchObject(gone);
      await expect(graph.files.one(null, advice!)).rejects.toMatchObject(gone);
      await expect(graph.files.read(null, advice!)).rejects.toMatchObject(gone);
      await expect(graph.files.erase(advice!)).rejects.toMatchObject(gone);
      await expect(graph.files.save(null, 'WM-0600', 'WM-0600 plan.docx', bytes('one'))).rejects.toMatchObject(gone);
      day.tenant.controls.reset();
      expect(await graph.files.list(null, 'WM-0412')).toHaveLength(1);
    }
  });

  it('W-112: a library that has moved is found again by the running process, its documents with it', async () => {
    const [advice] = await look();
    day.tenant.controls.set({ sendLibrary: 'moved' });
    const [there] = await look();
    expect(there?.driveId).not.toBe(advice?.driveId);
    expect(await day.graph.files.read(null, advice!)).toEqual(await day.graph.files.read(null, there!));
    await day.graph.files.save(null, 'WM-0601', 'WM-0601 plan.docx', bytes('one'));
    expect(await day.graph.files.list(null, 'WM-0601')).toHaveLength(1);
    expect(await day.graph.files.list(null, 'WM-9999')).toEqual([]);
  });

  it('W-113: the mailbox is full, a booking is kept and finished when there is room', async () => {
    await bookedThrough({ mailbox: 'full' });
    day.tenant.controls.set({ mailbox: 'full' });
    const letter = { to: [{ name: 'Gareth Pugh', email: 'gareth.pugh@hollinbank.example' }], subject: 'WM-0412', text: 'In Waymark.' };
    await expect(day.graph.mail.send(letter)).rejects.toMatchObject({
      fault: 'mailbox-full',
      message: 'The SEND mailbox is full, so Waymark could not send the e-mail yet. Your administrator can make room in it.',
    });
  });

  it('W-114: the library is full, nothing half is left in it', async () => {
    day.tenant.controls.set({ sendLibrary: 'full' });
    for (const size of [10, 5 * 1024 * 1024])
      await expect(day.graph.files.save(null, 'WM-0602', 'WM-0602 plan.docx', new Uint8Array(size))).rejects.toMatchObject({
        fault: 'library-full',
      });
    day.tenant.controls.reset();
    expect(await day.graph.files.list(null, 'WM-0602')).toEqual([]);
  });

  it('W-115: a file that somebody holds locked is said to be', async () => {
    const locked = gatewayTo(day.tenant, day.world.database, day.world.parts.log, 423);
    await expect(locked.files.list(null, 'WM-0412')).rejects.toMatchObject({
      fault: 'file-locked',
      message: expect.stringContaining('is locked'),
    });
  });

  it('W-116: a document that was deleted is gone, while the library stands', async () => {
    const saved = await day.graph.files.save(null, 'WM-0603', 'WM-0603 plan.docx', bytes('one'));
    expect(await day.graph.files.erase(saved)).toBe(true);
    expect(await day.graph.files.one(null, saved)).toBeNull();
    await expect(day.graph.files.read(null, saved)).rejects.toMatchObject({ fault: 'thing-gone' });
    expect(await day.graph.files.erase(saved)).toBe(false);
    expect(troubleOf(new SyntaxError('half'), 'look').fault).toBe('broke-off');
  });
});
