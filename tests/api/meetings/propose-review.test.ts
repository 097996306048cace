import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { ayaansCase, family } from './a-case.ts';

const slotOn = <S extends { day: string; from: string }>(slots: readonly S[], day: string) => slots.find((slot) => slot.day === day);

describe('finding a date for an annual review', () => {
  it('keeps inside the window: papers two weeks ahead, and four weeks left for the council’s decision', async () => {
    const { world, ruth, pupil } = await ayaansCase();
    const proposal = await world.casework.proposeReview(ruth, { pupil });
    expect(proposal.window.words).toBe('Between Mon 7 Dec and Fri 18 Dec');
    expect(proposal.window.why.join(' ')).toContain('complete by Fri 15 Jan 2027');
    expect(proposal.slots).toHaveLength(3);
    for (const slot of proposal.slots) expect(slot.day >= '2026-12-07' && slot.day <= '2026-12-18').toBe(true);
    expect(new Set(proposal.slots.map((slot) => slot.day)).size).toBe(3);
  });

  it('says so when it is too late to send papers two weeks ahead, and names the earliest proper date', async () => {
    const { world, ruth, pupil } = await ayaansCase({ planFinal: '2025-12-10' });
    const proposal = await world.casework.proposeReview(ruth, { pupil });
    expect(proposal.window.why[0]).toBe('Too late to send papers two weeks ahead; the earliest proper date is Mon 7 Dec.');
    expect(proposal.window.from).toBe('2026-12-07');
  });

  it('offers first what suits all staff and agencies, and says whose lesson needs cover and who cannot come', async () => {
    const { world, graph, ruth, pupil, people, at } = await ayaansCase();
    const all = (from: string, to = from) => ({ from: at(from, '08:00'), to: at(to, '18:00'), how: 'busy' as const });
    const afternoonFree = [
      { from: at('2026-12-08', '08:00'), to: at('2026-12-08', '14:00'), how: 'busy' as const },
      { from: at('2026-12-08', '15:00'), to: at('2026-12-08', '18:00'), how: 'busy' as const },
    ];
    for (const { email } of [people.dawn, people.kirsty]) {
      graph.busy(email, all('2026-12-07'), ...afternoonFree, all('2026-12-09'), all('2026-12-11'), all('2026-12-14', '2026-12-18'));
      graph.busy(email, { from: at('2026-12-10', '10:30'), to: at('2026-12-10', '18:00'), how: 'busy' });
    }
    graph.busy(people.tomasz.email, { from: at('2026-12-10', '09:00'), to: at('2026-12-10', '10:00'), how: 'busy' });
    graph.busy(people.joanna.email, {
      from: at('2026-12-10', '09:00'),
      to: at('2026-12-10', '12:00'),
      how: 'busy',
      subject: 'Clinic, R. Smith',
    });
    const proposal = await world.casework.proposeReview(ruth, { pupil });
    expect(slotOn(proposal.slots, '2026-12-08')).toMatchObject({
      from: '14:00',
      to: '15:00',
      best: true,
      verdict: 'All staff and agencies can',
      urgency: 'good',
      reason: 'No lesson needs cover.',
    });
    const thursday = slotOn(proposal.slots, '2026-12-10');
    expect(thursday).toMatchObject({
      from: '09:15',
      verdict: 'One cannot',
      reason: 'Joanna Tse, clinic; can send advice. Cover for 9 B Maths.',
    });
    const tomasz = proposal.people.find((person) => person.name === 'Tomasz Zieliński');
    expect(tomasz?.answers[proposal.slots.indexOf(thursday!)]).toEqual({ can: 'maybe', words: 'Teaches 9 B Maths: cover' });
    expect(proposal.otherSlots).toMatch(/^37 other slots were looked at; 37 clash with Kirsty Bell\.$/);
    expect(JSON.stringify(proposal)).not.toContain('Smith');
  });

  it('lists everyone the law names, counts a restricted contact and never names them', async () => {
    const { world, ruth, pupil } = await ayaansCase();
    await family(world, pupil, {
      given: 'Imran',
      surname: 'Malik',
      relation: 'father',
      email: 'imran@family.example',
      restriction: 'court order',
    });
    const proposal = await world.casework.proposeReview(ruth, { pupil });
    expect(proposal.people.filter((person) => person.why === 'Must be invited').map((person) => person.name)).toEqual([
      'Saima Malik',
      'Ruth Okafor',
      'Kirsty Bell',
      'Dawn Keeling',
      'Joanna Tse',
    ]);
    expect(proposal.people.find((person) => person.name === 'Ayaan')?.why).toBe('His choice');
    expect(proposal.people.find((person) => person.name === 'Saima Malik')?.answers[0]).toEqual({
      can: 'will-be-asked',
      words: 'Will be asked',
    });
    expect(proposal.notInvited).toContain('1 restricted contact for Ayaan');
    expect(JSON.stringify(proposal)).not.toContain('Imran');
  });

  it('leaves out what our own record already holds: a time booking would refuse is never offered', async () => {
    const { world, ruth, pupil, at } = await ayaansCase();
    const first = await world.casework.proposeReview(ruth, { pupil });
    const wanted = first.slots[0]!;
    const other = await world.enrol({ caseRef: 'WM-0778', stage: 'plan' });
    const meeting = randomUUID();
    await world.sql(
      `insert into waymark.meeting (organisation_id, id, pupil_id, purpose, state, organiser_id, starts_at, ends_at)
       values ($1, $2, $3, 'support-review', 'booked', $4, $5, $6)`,
      [world.organisation, meeting, other, ruth.person, at(wanted.day, wanted.from), at(wanted.day, wanted.to)],
    );
    await world.sql(
      `insert into waymark.meeting_person (organisation_id, id, meeting_id, person_id, name, role_words, why, required)
       values ($1, gen_random_uuid(), $2, $3, 'Ruth Okafor', 'coordinator', 'Must be invited', true)`,
      [world.organisation, meeting, ruth.person],
    );
    const again = await world.casework.proposeReview(ruth, { pupil });
    expect(again.slots).toHaveLength(3);
    expect(again.slots.map(({ id }) => id)).not.toContain(wanted.id);
    const slot = again.slots[0]?.id ?? '';
    const booked = await world.casework.bookReview(ruth, { meeting: again.meeting, version: again.version, slot, agreed: 'phone' });
    expect(booked.state).toBe('booked');
  });

  it('puts what a person told us above the calendar', async () => {
    const { world, ruth, pupil, people, at } = await ayaansCase();
    await world.sql(
      "insert into waymark.told_time (organisation_id, id, who, from_at, to_at, can, words) values ($1, gen_random_uuid(), $2, $3, $4, 'yes', null)",
      [world.organisation, `person/${people.kirsty.id}`, at('2026-12-07', '00:00'), at('2026-12-18', '23:00')],
    );
    const proposal = await world.casework.proposeReview(ruth, { pupil });
    expect(proposal.people.find((person) => person.name === 'Kirsty Bell')?.answers[0]).toEqual({ can: 'yes', words: 'Replied yes' });
  });

  it('asks Graph once, refreshes an open proposal and never opens a second', async () => {
    const { world, graph, ruth, pupil } = await ayaansCase();
    const first = await world.casework.proposeReview(ruth, { pupil });
    expect(graph.calls).toEqual(['calendars.read']);
    const second = await world.casework.proposeReview(ruth, { pupil });
    expect(second.meeting).toBe(first.meeting);
    expect(second.version).toBe(first.version + 1);
    expect(second.people.map((person) => person.id)).toEqual(first.people.map((person) => person.id));
    const both = await Promise.all([world.casework.proposeReview(ruth, { pupil }), world.casework.proposeReview(ruth, { pupil })]);
    expect(new Set(both.map((proposal) => proposal.meeting))).toEqual(new Set([first.meeting]));
    const { length } = await world.sql('select 1 from waymark.meeting where pupil_id = $1', [pupil]);
    expect(length).toBe(1);
  });

  it('goes on without calendars when Microsoft 365 refuses, and says so', async () => {
    const { world, graph, ruth, pupil } = await ayaansCase();
    graph.failNext('calendars.read', 'before');
    const proposal = await world.casework.proposeReview(ruth, { pupil });
    expect(proposal.calendarsReadAt).toBeNull();
    expect(proposal.next[0]).toContain('Microsoft 365 did not answer');
    expect(proposal.slots[0]?.verdict).toBe('Nobody’s time is known');
  });

  it('is not open to a teacher who does not teach the pupil, in the words for a case that does not exist', async () => {
    const { world, pupil } = await ayaansCase();
    const stranger = await world.actorFor('teacher');
    await expect(world.casework.proposeReview(stranger, { pupil })).rejects.toMatchObject({ kind: 'not-found' });
    const tutor = await world.actorFor('teacher', { pupil, relation: 'teaches' });
    await expect(world.casework.proposeReview(tutor, { pupil })).rejects.toMatchObject({ kind: 'not-allowed' });
  });

  it('narrows the window to what the person asked for', async () => {
    const { world, ruth, pupil } = await ayaansCase();
    const proposal = await world.casework.proposeReview(ruth, { pupil, notBefore: '2026-12-14' as never, notAfter: '2026-12-16' as never });
    expect(proposal.window.words).toBe('Between Mon 14 Dec and Wed 16 Dec');
  });
});
