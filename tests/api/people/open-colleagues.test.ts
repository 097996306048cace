import { describe, expect, it } from '@jest/globals';
import { colleagues } from '#contract/people.ts';
import { aWorld } from '#tests/world.ts';

describe('the people one works with', () => {
  it('are those with casework today and those who come in from outside, by name and work alone', async () => {
    const world = await aWorld();
    const teacher = await world.actorFor('teacher');
    const coordinator = await world.actorFor('coordinator');
    const administrator = await world.actorFor('administrator');
    const gone = await world.actorFor('assistant');
    await world.sql("update waymark.person set left_on = '2026-11-22' where organisation_id = $1 and id = $2", [
      world.organisation,
      gone.person,
    ]);
    await world.sql(
      'insert into waymark.person (organisation_id, id, given_name, surname, email, job_title, employer) values ($1, $2, $3, $4, $5, $6, $7)',
      [
        world.organisation,
        '5b0f4f5e-0000-4000-8000-000000000001',
        'Joanna',
        'Tse',
        'j.tse@nhs.example',
        'Speech and language therapist',
        'NHS',
      ],
    );
    const { people } = colleagues.parse(await world.casework.openColleagues(teacher));
    expect(people.map(({ id }) => id)).toEqual(
      expect.arrayContaining([teacher.person, coordinator.person, '5b0f4f5e-0000-4000-8000-000000000001']),
    );
    expect(people.find(({ name }) => name === 'Joanna Tse')).toMatchObject({ words: 'Speech and language therapist, NHS', staff: false });
    expect(people.find(({ id }) => id === teacher.person)?.staff).toBe(true);
    expect(people.map(({ id }) => id)).not.toContain(administrator.person);
    expect(people.map(({ id }) => id)).not.toContain(gone.person);
  });

  it('are never those of another organisation, and are not shown to an administrator without casework', async () => {
    const [here, there] = [await aWorld(), await aWorld()];
    const stranger = await there.actorFor('teacher');
    const { people } = await here.casework.openColleagues(await here.actorFor('coordinator'));
    expect(people.map(({ id }) => id)).not.toContain(stranger.person);
    await expect(here.casework.openColleagues(await here.actorFor('administrator'))).rejects.toThrow('for school staff');
  });
});
