import { describe, expect, it } from '@jest/globals';
import { press, runningReview } from './a-meeting.ts';

describe('recording a meeting by hand', () => {
  it('opens at the first item of the agenda, with everyone who was asked', async () => {
    const { opened, caseRef } = await runningReview();
    expect(opened).toMatchObject({ state: 'running', currentItem: 0, startedAt: '2026-12-08T14:02:00.000Z' });
    expect(opened.pupil).toMatchObject({ name: 'Ayaan Malik', initials: 'A.M.', caseRef });
    expect(opened.agenda.map((item) => item.title)).toEqual([
      'Welcome and who is here',
      'Ayaan’s view',
      'Progress towards outcomes',
      'Does the provision work?',
      'Preparing for adulthood',
      'Recommendation',
    ]);
    expect(opened.agenda.map((item) => item.state).slice(0, 2)).toEqual(['current', 'to-come']);
  });

  it('notes who is here, and not people of another meeting', async () => {
    const { world, ruth, opened, change } = await runningReview();
    const [saima] = opened.people;
    const people = [
      { id: saima?.id ?? '', attended: 'online' as const },
      { id: press(), attended: 'present' as const },
    ];
    const noted = await world.casework.noteAttendance(ruth, { ...change(), people });
    expect(noted.people.find((person) => person.name === 'Saima Malik')?.attended).toBe('online');
    expect(noted.people.filter((person) => person.attended !== null)).toHaveLength(1);
  });

  it('writes each entry under the item that is open, once, however often the press is repeated', async () => {
    const { world, ruth, change } = await runningReview();
    await world.casework.nextItem(ruth, change());
    const view = { ...change(), kind: 'view' as const, words: 'At home he tells me now.', saidBy: 'Saima Malik' };
    await world.casework.addEntry(ruth, view);
    const { entries } = await world.casework.addEntry(ruth, view);
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({ kind: 'view', item: 1, saidBy: 'Saima Malik', words: 'At home he tells me now.' });
  });

  it('lets two people write at once, and moves to the next item once when both press', async () => {
    const { world, ruth, opened, change } = await runningReview();
    const entry = (words: string) => world.casework.addEntry(ruth, { ...change(), version: opened.version, kind: 'decision', words });
    await Promise.all([entry('Keep outcome 2.'), entry('Raise the measure to 8 of 10.')]);
    const now = await world.casework.openMeeting(ruth, { meeting: opened.id });
    expect(now.entries).toHaveLength(2);
    const presses = await Promise.allSettled([
      world.casework.nextItem(ruth, { ...change(), version: now.version }),
      world.casework.nextItem(ruth, { ...change(), version: now.version }),
    ]);
    expect(presses.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(presses.find((one) => one.status === 'rejected')).toMatchObject({
      reason: { kind: 'changed-meanwhile', message: 'This moved on at 14:02.' },
    });
    expect((await world.casework.openMeeting(ruth, { meeting: opened.id })).currentItem).toBe(1);
  });

  it('takes nothing down while off the record, and keeps only the two times', async () => {
    const { world, ruth, opened, change } = await runningReview();
    const off = await world.casework.goOffRecord(ruth, { ...change(), off: true });
    expect(off.offRecordSince).toBe('2026-12-08T14:02:00.000Z');
    const entry = { ...change(), kind: 'decision' as const, words: 'Nobody is to read this.' };
    await expect(world.casework.addEntry(ruth, entry)).rejects.toMatchObject({
      kind: 'not-ready',
      message: 'The meeting is off the record. Nothing is written down until it is back on.',
    });
    world.clock.set('2026-12-08T14:09:00.000Z');
    const back = await world.casework.goOffRecord(ruth, { ...change(), off: false });
    expect(back.offRecordSince).toBeNull();
    expect(back.entries).toEqual([
      expect.objectContaining({ kind: 'off-record', words: '', at: '2026-12-08T14:02:00.000Z', until: '2026-12-08T14:09:00.000Z' }),
    ]);
    const stored = await world.sql('select words from waymark.meeting_entry where meeting_id = $1', [opened.id]);
    expect(stored).toEqual([{ words: null }]);
    await expect(world.casework.addEntry(ruth, { ...entry, request: press() })).resolves.toMatchObject({ state: 'running' });
  });

  it('gives an action only to somebody who was asked to the meeting', async () => {
    const { world, ruth, opened, change } = await runningReview();
    const action = { kind: 'action' as const, words: 'Break card in every room', due: '2026-12-18' as never };
    await expect(world.casework.addEntry(ruth, { ...change(), ...action, owner: press() })).rejects.toMatchObject({ kind: 'not-valid' });
    const tomasz = opened.owners.find((owner) => owner.name === 'Tomasz Zieliński')?.id ?? '';
    const { entries, blockers } = await world.casework.addEntry(ruth, { ...change(), ...action, owner: tomasz });
    expect(entries[0]).toMatchObject({ kind: 'action', owner: 'Tomasz Zieliński', due: '2026-12-18' });
    expect(blockers).toEqual([]);
  });

  it('is for the coordinator: a tutor may not record it, and a stranger does not learn that it exists', async () => {
    const { world, pupil, opened, change } = await runningReview();
    const tutor = await world.actorFor('teacher', { pupil, relation: 'teaches' });
    await expect(world.casework.nextItem(tutor, change())).rejects.toMatchObject({ kind: 'not-allowed' });
    const stranger = await world.actorFor('teacher');
    await expect(world.casework.openMeeting(stranger, { meeting: opened.id })).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('shows a tutor who was asked the agenda and their own entries while it runs, and everything once it was held', async () => {
    const { world, ruth, opened, people, change } = await runningReview();
    const entry = { ...change(), kind: 'decision' as const, words: 'Keep outcome 2' };
    await world.casework.addEntry(ruth, entry);
    const tomasz = { ...ruth, person: people.tomasz.id, name: 'Tomasz Zieliński', roles: ['teacher' as const] };
    const seen = await world.casework.openMeeting(tomasz, { meeting: opened.id });
    expect([seen.agenda.length, seen.entries]).toEqual([6, []]);
    await world.casework.finishMeeting(ruth, change());
    expect((await world.casework.openMeeting(tomasz, { meeting: opened.id })).entries).toHaveLength(1);
  });

  it('is closed to a teacher of the pupil who was not asked', async () => {
    const { world, pupil, opened } = await runningReview();
    const other = await world.actorFor('teacher', { pupil, relation: 'teaches' });
    await expect(world.casework.openMeeting(other, { meeting: opened.id })).rejects.toMatchObject({
      kind: 'not-allowed',
      message: 'This meeting is open to those who were asked to it.',
    });
  });

  it('cannot be started before it is booked', async () => {
    const { world, ruth } = await runningReview();
    const other = await world.enrol({ stage: 'support' });
    const { meeting } = await world.casework.proposeReview(ruth, { pupil: other });
    await expect(world.casework.startMeeting(ruth, { meeting, request: press() })).rejects.toMatchObject({
      kind: 'not-ready',
      message: 'This meeting has no date yet. Choose one first.',
    });
  });
});
