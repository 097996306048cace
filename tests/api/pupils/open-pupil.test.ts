import { beforeAll, describe, expect, it } from '@jest/globals';
import { pupilPage } from '#contract/pupils.ts';
import { type HollinBank, theHollinBank } from '#tests/builders/hollin-bank.ts';

let school: HollinBank;
beforeAll(async () => {
  school = await theHollinBank();
}, 60_000);

const open = (who: string, pupil: string) => school.casework.openPupil(school.actor(who), { pupil: school.pupil(pupil) });

describe('the page of a pupil', () => {
  it('says in ten seconds who Callum Reid is and what comes next', async () => {
    const page = await open('ruth.okafor', 'callum.reid');
    expect(() => pupilPage.parse(page)).not.toThrow();
    expect(page).toMatchObject({
      name: 'Callum Reid',
      caseRef: 'WM-0412',
      className: '6 Oak',
      ageWords: '10 years 8 months',
      stageWords: 'SEN Support since Jan 2024 · EHC assessment under way',
      restrictedContacts: 1,
      strengths: ['Reads aloud fluently', 'Remembers facts, maps, timetables', 'Kind to younger pupils'],
    });
    expect(page.clocks.slice(0, 3).map(({ title, daysWords }) => `${title}: ${daysWords}`)).toEqual([
      'Last day for the family to comment on the draft plan: Today',
      'Answer the council’s school consultation: 2 days left',
      'Final EHC plan: 9 days left',
    ]);
  });

  it('attendance, days suspended and a part-time timetable stand beside the record, each with its source', async () => {
    const { absence, timeline } = await open('ruth.okafor', 'jaydon.osei');
    expect(absence?.attendance).toEqual({ percent: 91.2, asOf: '2026-11-20', low: false, source: null });
    expect(absence?.removals.map(({ title, days, source }) => [title, days, source])).toEqual([
      ['Internal exclusion', '1 school day', 'the school system'],
      ['Lunchtime suspension', 'School days not recorded', 'the school system'],
      ['Suspension', '5 school days', 'the school system'],
      ['Suspension', '4 school days', 'the school system'],
    ]);
    expect(absence?.counts.map(({ title, urgency }) => [title, urgency])).toEqual([
      ['Suspended 11.5 school days this term', 'near'],
      ['Suspended 11.5 school days this school year', 'later'],
    ]);
    expect(absence?.counts[0]?.counted.map(({ words, days }) => `${words}: ${days}`)).toEqual([
      'Lunchtime suspension, Mon 9 Nov to Fri 13 Nov: 2.5 school days, counted with the school’s calendar',
      'Suspension, Mon 12 Oct to Fri 16 Oct: 5 school days, as recorded',
      'Suspension, Tue 22 Sep to Fri 25 Sep: 4 school days, as recorded',
    ]);
    expect(absence?.counts[0]?.beside.map(({ words }) => words)).toEqual(['Internal exclusion, Mon 16 Nov']);
    expect(absence?.partTime).toMatchObject([
      { hoursAWeek: 17.5, running: true, words: 'Review Fri 27 Nov, 4 days left', soFar: '6 school days', source: 'the coordinator' },
    ]);
    expect(timeline.find(({ on, kind }) => on === '2026-10-12' && kind === 'event')).toMatchObject({
      words: 'Suspension',
      detail: '5 school days · Persistent disruptive behaviour',
    });
  });

  it('says nothing of absence where nothing is known, and shows none of it to somebody from outside', async () => {
    const { absence } = await open('ruth.okafor', 'sofia.marchetti');
    expect(absence).toMatchObject({ removals: [], counts: [], partTime: [] });
    expect((await open('joanna.tse', 'callum.reid')).absence).toBeNull();
  });

  it('goals say where they stand and how we know', async () => {
    const { goals } = await open('ruth.okafor', 'callum.reid');
    expect(goals.map(({ state, stateWords }) => [state, stateWords])).toEqual([
      ['on-track', '41 now, from 22 · by Fri 26 Mar'],
      ['needs-a-decision', '2 now, last four below the aimline'],
      ['not-enough-data', 'Not enough data: 3 points, 6 needed · none since Thu 12 Nov'],
    ]);
    expect(goals[1]?.gaps).toEqual(['no measure', 'no criterion']);
  });

  it('a meeting with the parents that was not booked here is told, so that Meetings and the plan’s check say the same', async () => {
    const { meetings, metElsewhere } = await open('ruth.okafor', 'callum.reid');
    expect([meetings, metElsewhere]).toEqual([[], ['2026-10-08']]);
    expect((await open('joanna.tse', 'callum.reid')).metElsewhere).toEqual([]);
  });

  it('a line of provision without an amount says what is missing', async () => {
    const { provision } = await open('ruth.okafor', 'callum.reid');
    expect(provision[2]).toMatchObject({ what: 'Regular access to quiet room', gaps: ['who', 'how long', 'times a week', 'until when'] });
  });

  it('the restricted contact stands first, with ground and day and no way to reach him', async () => {
    const { contacts } = await open('ruth.okafor', 'callum.reid');
    expect(contacts[0]).toMatchObject({ name: 'Mark Reid', restriction: 'Court order seen by Ruth Okafor, Wed 4 Mar 2026', detail: '' });
    expect(contacts[1]).toMatchObject({
      name: 'Fiona Reid',
      detail: 'Phone, after 15:00 · 07700 900412 · reads English · last spoken Wed 18 Nov',
    });
  });

  it('a restricted note shows that it exists, never what it says, even to one who may read it', async () => {
    for (const [who, end] of [
      ['ruth.okafor', 'you are not one of them'],
      ['helen.marsh', 'you are one of them'],
    ] as const) {
      const page = await open(who, 'callum.reid');
      const noteEntry = page.timeline.find(({ kind }) => kind === 'restricted-note');
      expect(noteEntry).toMatchObject({
        words: 'A restricted note exists',
        detail: `Written by the safeguarding lead · open to two people · ${end}`,
      });
      expect(JSON.stringify(page)).not.toContain('Kept by the safeguarding lead');
    }
  });

  it('the timeline is in order, the newest first', async () => {
    const { timeline, timelineCount } = await open('ruth.okafor', 'callum.reid');
    const days = timeline.map(({ on }) => on);
    expect(days).toEqual([...days].sort().reverse());
    expect(timelineCount).toBeGreaterThan(40);
    expect(timeline.map(({ words }) => words)).toEqual(
      expect.arrayContaining(['Call with Fiona Reid, mother', 'Writing: 41 words', 'Draft EHC plan sent to the family']),
    );
  });

  it('a class teacher reads the page without telephone numbers, and may log, score and take the one-page profile', async () => {
    const page = await open('anna.devlin', 'callum.reid');
    expect(page.contacts.every(({ detail }) => detail === '')).toBe(true);
    expect(page.can).toEqual(['log', 'record-score', 'take-profile']);
  });

  it('a teacher cannot tell a pupil she does not teach from one who does not exist', async () => {
    const strange = await open('anna.devlin', 'ayaan.malik').catch((fault) => fault);
    const unknown = await school.casework
      .openPupil(school.actor('anna.devlin'), { pupil: '00000000-0000-4000-8000-000000000000' })
      .catch((fault) => fault);
    expect(strange.kind).toBe('not-found');
    expect(strange.message).toBe(unknown.message);
  });

  it('someone whose place on the team has ended no longer opens the case', async () => {
    const { world } = school;
    const joanna = school.actor('joanna.tse');
    await expect(open('joanna.tse', 'callum.reid')).resolves.toMatchObject({ name: 'Callum Reid' });
    world.clock.set('2027-03-30T09:00:00.000Z');
    await expect(world.casework.openPupil(joanna, { pupil: school.pupil('callum.reid') })).rejects.toMatchObject({ kind: 'not-found' });
    world.clock.set('2026-11-23T09:00:00.000Z');
  });

  it('every opening leaves a row in the audit trail', async () => {
    await open('anna.devlin', 'petra.novak');
    const [entry] = await school.world.sql<{ door: string; subject_count: number }>(
      "select door, subject_count from waymark.audit_entry where deed = 'open-pupil' and about = $1",
      [school.pupil('petra.novak')],
    );
    expect(entry).toEqual({ door: 'tab', subject_count: 1 });
  });
});
