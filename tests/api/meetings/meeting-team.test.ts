import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { Day } from '#domain/calendar/day.ts';
import { ayaansCase } from './a-case.ts';

const anIepMeeting = async () => {
  const story = await ayaansCase();
  const { world, ruth, pupil } = story;
  await world.sql("update waymark.organisation set jurisdiction = 'us-federal' where organisation_id = $1", [world.organisation]);
  const { meeting } = await world.casework.proposeReview(ruth, { pupil });
  const open = () => world.casework.openMeeting(ruth, { meeting });
  const set = async (name: string, more: object) => {
    const { people, version } = await open();
    const person = people.find((one) => one.name === name)?.id ?? '';
    return world.casework.setMember(ruth, { meeting, request: randomUUID(), version, person, ...more });
  };
  return { ...story, meeting, open, set };
};

const faulty = ({ places }: { places: readonly { id: string; fault: string | null }[] }) =>
  places.filter(({ fault }) => fault !== null).map(({ id }) => id);

describe('who must be at an IEP team meeting', () => {
  it('is shown with the dates, on the meeting, and among what the plan must hold', async () => {
    const { world, ruth, pupil, meeting, open } = await anIepMeeting();
    expect(faulty(await open())).toContain('us.team.specialTeacher');
    expect(faulty(await world.casework.openProposal(ruth, { meeting }))).toEqual(faulty(await open()));
    const { gaps } = await world.casework.openPlanContent(ruth, { pupil });
    expect(gaps.find(({ rule }) => rule === 'us.team.specialTeacher')).toMatchObject({
      words: 'Nobody is named for this place yet.',
      mend: 'meetings',
    });
  });

  it('duty 2 A6: keeps an excusal for each member and area, and names what its form still lacks until it is there', async () => {
    const { set } = await anIepMeeting();
    const discussed = { area: 'Maths', discussed: true, agreedOn: '2026-11-20' as Day, inputOn: null };
    const lacking = await set('Tomasz Zieliński', { seats: ['general-teacher', 'special-teacher'], excusal: discussed });
    expect(lacking.wrongExcusals).toEqual([
      'Maths is discussed: Tomasz Zieliński gives written input to parent and team before the meeting.',
    ]);
    expect(faulty(lacking)).toContain('us.team.generalTeacher');
    const whole = await set('Tomasz Zieliński', { excusal: { ...discussed, inputOn: '2026-11-23' as Day } });
    expect([whole.wrongExcusals, faulty(whole)]).toEqual([[], []]);
  });

  it('refuses to excuse a parent, and says so', async () => {
    const { set } = await anIepMeeting();
    await expect(set('Saima Malik', { excusal: { area: 'Maths', discussed: false, agreedOn: null, inputOn: null } })).rejects.toMatchObject(
      { kind: 'not-valid', message: 'Saima Malik is not excused by the school: the meeting is theirs.' },
    );
  });
});
