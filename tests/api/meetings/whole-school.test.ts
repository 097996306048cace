import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { casework } from '#api/compose.ts';
import { readDocument } from '#api/plans/document/read.ts';
import { runQueue } from './queue.ts';
import { theWholeSchool, type WholeSchool } from './whole-school.ts';

let bank: WholeSchool;
beforeAll(async () => {
  bank = await theWholeSchool();
}, 120_000);
beforeEach(() => {
  bank.tenant.controls.reset();
  bank.world.clock.set('2026-11-23T08:41:00.000Z');
});
afterAll(() => bank.tenant.stop());

const proposeFor = (key: string) => bank.deeds.proposeReview(bank.ruth, { pupil: bank.pupil(key) });

describe('Ayaan Malik’s annual review, through the real Graph client', () => {
  it('is offered on the three days of the story, each with its reason, from the calendars of staff, agencies and rooms', async () => {
    const proposal = await proposeFor('ayaan.malik');
    expect(proposal.window.words).toBe('Between Mon 7 Dec and Fri 18 Dec');
    expect(proposal.slots.map((slot) => [slot.day, slot.from, slot.verdict])).toEqual([
      ['2026-12-08', '14:00', 'All staff and agencies can'],
      ['2026-12-10', '09:15', 'One cannot'],
      ['2026-12-14', '15:30', 'One not sure'],
    ]);
    expect(proposal.slots.map((slot) => slot.reason)).toEqual([
      'No lesson needs cover. Interpreter is held.',
      'Joanna Tse, clinic; can send advice. Cover for 9 B Maths. Interpreter is held.',
      'Kirsty Bell. Saima Malik: Prefers before 15:00. After school.',
    ]);
    expect(proposal.people.map((person) => [person.name, ...person.answers.map((answer) => answer.words)])).toEqual([
      ['Saima Malik', 'Will be asked', 'Will be asked', 'Prefers before 15:00'],
      ['Ayaan', 'Free', 'Free', 'After school'],
      ['Ruth Okafor', 'Free', 'Free', 'Free'],
      ['Tomasz Zieliński', 'Free', 'Teaches 9 B Maths: cover', 'Free'],
      ['Kirsty Bell', 'Replied yes', 'Replied yes', 'Tentative'],
      ['Dawn Keeling', 'Replied yes', 'Replied yes', 'Replied yes'],
      ['Joanna Tse', 'Replied yes', 'Cannot: clinic', 'Replied yes'],
      ['Urdu interpreter', 'Held until Wed', 'Held until Wed', 'Not asked'],
    ]);
    expect(proposal.calendarsReadAt).toBe('2026-11-23T08:41:00.000Z');
  });

  it('is booked as one private event, and a queue that repeats it after a crash finds the same one', async () => {
    const proposal = await proposeFor('ayaan.malik');
    const ask = { meeting: proposal.meeting, slot: proposal.slots[0]?.id ?? '', version: proposal.version, agreed: 'phone' as const };
    const { events } = bank.parts.graph;
    const booked: string[] = [];
    const lost = casework({
      ...bank.parts,
      graph: {
        ...bank.parts.graph,
        events: {
          ...events,
          book: async (actor, event) => {
            booked.push((await events.book(actor, event)).id);
            throw new Error('the process died');
          },
        },
      },
    });
    await expect(lost.bookReview(bank.ruth, ask)).rejects.toThrow('the process died');
    const remembering = {
      ...events,
      book: async (...call: Parameters<typeof events.book>) => {
        const event = await events.book(...call);
        booked.push(event.id);
        return event;
      },
    };
    const world = {
      ...bank.world,
      organisation: bank.school.organisation.tenantId,
      parts: { ...bank.parts, graph: { ...bank.parts.graph, events: remembering } },
    };
    await runQueue(world, ['book-review']);
    expect(booked).toHaveLength(2);
    expect(new Set(booked).size).toBe(1);
    const again = await bank.deeds.bookReview(bank.ruth, ask);
    expect(again).toMatchObject({
      state: 'booked',
      when: 'Tue 8 Dec, 14:00 to 15:00',
      afterwards: 'Report Tue 22 Dec · decision Tue 5 Jan',
    });
    expect(again.joinUrl).toMatch(/^https:\/\//);
  });

  it('is recorded, and its minutes lie in the case folder as a Word document', async () => {
    bank.world.clock.set('2026-12-08T14:02:00.000Z');
    const [coming] = (await bank.deeds.openMeetings(bank.ruth)).coming.filter((one) => one.pupil.caseRef === 'WM-0398');
    const meeting = coming?.id ?? '';
    const change = () => ({ meeting, request: randomUUID() });
    await bank.deeds.startMeeting(bank.ruth, change());
    await bank.deeds.addEntry(bank.ruth, { ...change(), kind: 'decision', words: 'Keep outcome 2, raise the measure to 8 of 10.' });
    const held = await bank.deeds.finishMeeting(bank.ruth, change());
    expect(held.minutes?.name).toBe('WM-0398 minutes 2026-12-08.docx');
    const found = (await bank.parts.graph.files.list(bank.ruth, 'WM-0398')).find((file) => file.name === held.minutes?.name);
    const read = readDocument(await bank.parts.graph.files.read(bank.ruth, found ?? { driveId: '', itemId: '' }));
    expect(read.ok && read.text).toContain('Keep outcome 2, raise the measure to 8 of 10.');
  });
});

describe('Callum Reid’s SEN support plan, through the real Graph client', () => {
  it('draws on the advice in his folder, is filed there, and saved back as nobody touched it holds no differences', async () => {
    const pane = await bank.deeds.draftPlan(bank.ruth, { pupil: bank.pupil('callum.reid'), request: randomUUID(), kind: 'senSupport' });
    expect(pane.document?.name).toBe('WM-0412 SEN support plan 2026-11-23.docx');
    const advice = pane.passages.filter((passage) => passage.tag.startsWith('advice/')).map((passage) => passage.text);
    expect(advice).toContain('Give instructions one step at a time, with a picture of the finished task shown before the words.');
    expect(pane.missing.length).toBeGreaterThan(0);
    const bytes = await bank.parts.graph.files.read(bank.ruth, pane.document ?? { driveId: '', itemId: '' });
    const { pane: compared } = await bank.deeds.compareDocument(bank.ruth, { bytes });
    expect(compared.differences).toEqual([]);
    const read = readDocument(bytes);
    expect(read.ok && read.text).not.toContain('Mark Reid');
  });
});

describe('a bad day at Microsoft', () => {
  it('is waited for no longer than eight seconds; the proposal is then made without calendars and says so', async () => {
    bank.tenant.controls.set({ outage: 'silent' });
    const began = Date.now();
    const proposal = await proposeFor('jaydon.osei');
    expect(Date.now() - began).toBeLessThan(20_000); // eight, and what a busy machine adds
    expect(proposal.calendarsReadAt).toBeNull();
    expect(proposal.next[0]).toContain('Microsoft 365 did not answer');
  });
});
