import { describe, expect, it } from '@jest/globals';
import { ayaansCase } from './a-case.ts';
import { press, runningReview } from './a-meeting.ts';

describe('the page of meetings', () => {
  it('says of one that has no date how many were offered, and of a booked one who has answered', async () => {
    const { world, ruth, pupil } = await ayaansCase();
    const proposal = await world.casework.proposeReview(ruth, { pupil });
    const [offered] = (await world.casework.openMeetings(ruth)).coming;
    expect(offered).toMatchObject({
      title: 'Annual review',
      state: 'proposed',
      when: '3 dates offered, by Fri 18 Dec',
      daysWords: '25 days left',
      urgency: 'later',
      people: 'Not booked',
      papers: 'None needed',
      views: 'Not asked yet',
      pupil: { name: 'Malik, Ayaan' },
    });
    const slot = proposal.slots[0]?.id ?? '';
    await world.casework.bookReview(ruth, { meeting: proposal.meeting, slot, version: proposal.version, agreed: 'phone' });
    await world.sql("update waymark.meeting_person set reply = 'yes' where meeting_id = $1 and name = 'Kirsty Bell'", [proposal.meeting]);
    const [booked] = (await world.casework.openMeetings(ruth)).coming;
    expect(booked).toMatchObject({ state: 'booked', people: '1 of 5 so far' });
    expect(booked?.when).toMatch(/^\w{3} \d+ Dec, \d\d:\d\d to \d\d:\d\d$/);
  });

  it('says of one that was held what came of it, and mentions dissent', async () => {
    const { world, ruth, meeting } = await runningReview();
    const entry = { meeting, kind: 'decision' as const, words: 'Keep outcome 2' };
    await world.casework.addEntry(ruth, { ...entry, request: press() });
    await world.casework.addEntry(ruth, {
      ...entry,
      request: press(),
      kind: 'disagreement',
      words: 'Two sessions are not enough',
      saidBy: 'Saima Malik',
    });
    await world.casework.finishMeeting(ruth, { meeting, request: press() });
    const page = await world.casework.openMeetings(ruth);
    expect(page.coming).toEqual([]);
    expect(page.held).toEqual([
      expect.objectContaining({ when: 'Tue 8 Dec', state: 'Minutes filed, 1 view against recorded', outcome: '1 decision, 0 actions' }),
    ]);
    expect(page.held[0]?.minutesUrl).toContain('minutes');
  });

  it('counts three parent meetings a year for pupils on SEN Support', async () => {
    const { world, ruth } = await ayaansCase();
    const jaydon = await world.enrol({ givenName: 'Jaydon', surname: 'Osei', stage: 'support' });
    await world.enrol({ givenName: 'Callum', surname: 'Reid', stage: 'support' });
    await world.sql(
      "insert into waymark.case_event (organisation_id, id, pupil_id, kind, on_day) values ($1, gen_random_uuid(), $2, 'support-meeting-held', '2026-10-13')",
      [world.organisation, jaydon],
    );
    const { parentMeetings } = await world.casework.openMeetings(ruth);
    expect(parentMeetings.sentence).toBe('1 of 2 have had their first meeting, 0 all 3; 0 booked for the first, 1 without a date.');
    expect(parentMeetings.short.map((one) => one.name)).toEqual(['Reid, Callum']);
  });

  it('shows a teacher the meetings of pupils they teach, and no others', async () => {
    const { world, ruth, pupil } = await ayaansCase();
    await world.casework.proposeReview(ruth, { pupil });
    const tutor = await world.actorFor('teacher', { pupil, relation: 'teaches' });
    expect((await world.casework.openMeetings(tutor)).coming).toHaveLength(1);
    expect((await world.casework.openMeetings(await world.actorFor('teacher'))).coming).toEqual([]);
  });
});
