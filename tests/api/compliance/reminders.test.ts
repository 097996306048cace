import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { remindOfDatesTask } from '#api/compliance/remind-of-dates-task.ts';
import { waitsForSchool } from '#api/contributions/wanted-message.ts';
import type { BotMessage } from '#contract/bot-messages.ts';
import type { Actor } from '#domain/access/actor.ts';
import type { Day, Instant } from '#domain/calendar/day.ts';
import { waitingJobs } from '#tests/api/meetings/queue.ts';
import { aWorld } from '#tests/world.ts';
import type { World } from '#tests/world-of.ts';

const aSchool = async () => {
  const world = await aWorld();
  const pupil = await world.enrol({ givenName: 'Callum', surname: 'Reid' });
  const ruth = await world.actorFor('coordinator');
  const anna = await world.actorFor('teacher', { pupil, relation: 'teaches' });
  return { world, pupil, ruth, anna };
};

const anAction = async (world: World, pupil: string, owner: Actor, due: string): Promise<string> => {
  const id = randomUUID();
  await world.sql(
    `insert into waymark.action (organisation_id, id, number, pupil_id, words, owner_id, owner_name, due_on)
     values ($1, $2, 1 + (select count(*) from waymark.action where organisation_id = $1), $3, 'Break card in every room', $4, $5, $6)`,
    [world.organisation, id, pupil, owner.person, owner.name, due],
  );
  return id;
};

const aClock = async (world: World, pupil: string, due: string, owedBy: string, owner: object = {}): Promise<string> => {
  const trigger = randomUUID();
  await world.sql(
    "insert into waymark.case_event (organisation_id, id, pupil_id, kind, on_day) values ($1, $2, $3, 'advice-requested', '2026-10-05')",
    [world.organisation, trigger, pupil],
  );
  await world.sql(
    `insert into waymark.clock (organisation_id, pupil_id, rule, trigger_id, due_on, owed_by, state, shown)
     values ($1, $2, 'eng.advice.response', $3, $4, $5, 'running', $6)`,
    [world.organisation, pupil, trigger, due, owedBy, JSON.stringify({ on: '2026-10-05', ...owner })],
  );
  return `eng.advice.response~${trigger}`;
};

/** The morning of a day: what the queue does at half past six, and whom it left a message for. */
const morningOf = async (world: World, day: string): Promise<string[]> => {
  world.clock.set(`${day}T06:30:00.000Z` as `${string}Z`);
  await world.sql("delete from graphile_worker._private_jobs where payload ->> 'organisation' = $1", [world.organisation]);
  await remindOfDatesTask(world.parts)({ organisation: world.organisation, day });
  const jobs = (await waitingJobs(world)).filter(({ task }) => task === 'bot-message');
  return jobs.map(({ payload }) => (payload as { message: Extract<BotMessage, { about: 'dates-due' }> }).message.to).sort();
};

describe('reminders of dates', () => {
  it('are silent in the school’s holidays; what falls into them is told on the last day before', async () => {
    const { world, pupil, anna } = await aSchool();
    await world.sql('update waymark.school set calendar = $2 where organisation_id = $1', [
      world.organisation,
      JSON.stringify({ years: [{ from: '2026-09-02', to: '2027-07-21' }], noSchool: [{ from: '2026-12-21', to: '2027-01-01' }] }),
    ]);
    await anAction(world, pupil, anna, '2026-12-30');
    expect(await morningOf(world, '2026-12-18')).toEqual([anna.person]);
    expect(await morningOf(world, '2026-12-30')).toEqual([]);
    expect(await morningOf(world, '2026-12-31')).toEqual([]);
    expect(await morningOf(world, '2027-01-04')).toEqual([anna.person]);
  });

  it('duty 3 A2: an overdue action reaches its owner first, and the coordinator after the set number of days', async () => {
    const { world, pupil, ruth, anna } = await aSchool();
    await anAction(world, pupil, anna, '2026-11-23');
    expect(await morningOf(world, '2026-11-24')).toEqual([anna.person]);
    expect((await world.casework.openReminders(anna, {})).rows.map(({ title, daysWords }) => [title, daysWords])).toEqual([
      ['1. Break card in every room', '1 day late'],
    ]);
    expect(await morningOf(world, '2026-11-25')).toEqual([]);
    expect(await morningOf(world, '2026-11-26')).toEqual([ruth.person]);
    expect((await world.casework.openReminders(ruth, {})).rows[0]).toMatchObject({ owner: anna.name, overdueWith: anna.name, step: null });
  });

  it('duty 3 A2: the number of days is the school’s to choose', async () => {
    const { world, pupil, ruth, anna } = await aSchool();
    const rules = await world.casework.setReminderRule(ruth, { group: 'actions', leads: [1, 5], coordinatorAfter: 1 });
    expect(rules.groups.find(({ group }) => group === 'actions')).toMatchObject({ leads: [5, 1], coordinatorAfter: 1, usual: false });
    await anAction(world, pupil, anna, '2026-11-23');
    expect(await morningOf(world, '2026-11-24')).toEqual([anna.person]);
    expect(await morningOf(world, '2026-11-25')).toEqual([ruth.person]);
  });

  it('of a clock go to the person of whom it is expected, or to the coordinator where there is nobody to tell', async () => {
    const { world, pupil, ruth } = await aSchool();
    const joanna = await world.actorFor('specialist', { pupil, relation: 'advises' });
    await aClock(world, pupil, '2026-11-26', 'agency', { owner: { person: joanna.person } });
    await aClock(world, pupil, '2026-11-26', 'local-authority');
    expect(await morningOf(world, '2026-11-23')).toEqual([joanna.person, ruth.person].sort());
    expect((await world.casework.openReminders(joanna, {})).rows).toHaveLength(1);
    expect((await world.casework.openReminders(ruth, {})).rows.map(({ owner }) => owner)).toEqual(['The council']);
  });

  it('are one message a person and day, however many dates and however often the work is done', async () => {
    const { world, pupil, anna } = await aSchool();
    await anAction(world, pupil, anna, '2026-11-20');
    await anAction(world, pupil, anna, '2026-11-24');
    expect(await morningOf(world, '2026-11-23')).toEqual([anna.person]);
    expect(await morningOf(world, '2026-11-23')).toEqual([anna.person]);
    const told = await world.sql('select stage from waymark.reminder where organisation_id = $1 order by 1', [world.organisation]);
    expect(told).toEqual([{ stage: 'late' }, { stage: 'lead-2' }]);
  });

  it('show no more of what was done meanwhile, or of a pupil who is no longer theirs', async () => {
    const { world, pupil } = await aSchool();
    const joanna = await world.actorFor('specialist', { pupil, relation: 'advises' });
    await aClock(world, pupil, '2026-11-26', 'agency', { owner: { person: joanna.person } });
    const action = await anAction(world, pupil, joanna, '2026-11-23');
    await morningOf(world, '2026-11-23');
    await world.casework.markActionDone(joanna, { action });
    expect((await world.casework.openReminders(joanna, {})).rows.map(({ kind }) => kind)).toEqual(['clock']);
    await world.sql("update waymark.team_member set to_day = '2026-11-22' where person_id = $1", [joanna.person]);
    expect((await world.casework.openReminders(joanna, {})).rows).toEqual([]);
  });

  it('never go to somebody who has left', async () => {
    const { world, pupil, ruth, anna } = await aSchool();
    await anAction(world, pupil, anna, '2026-11-20');
    await world.sql("update waymark.person set left_on = '2026-11-22' where id = $1", [anna.person]);
    expect(await morningOf(world, '2026-11-23')).toEqual([ruth.person]);
  });

  it('are settled at half past six by the school’s clock, before anybody may be written to, in summer and in New York too', async () => {
    for (const [timeZone, now, then] of [
      ['Europe/London', '2026-11-23T05:20:00.000Z', '2026-11-23T06:30:00.000Z'],
      ['Europe/London', '2027-06-14T05:20:00.000Z', '2027-06-14T05:30:00.000Z'],
      ['America/New_York', '2026-11-23T17:20:00.000Z', '2026-11-24T11:30:00.000Z'],
    ] as const) {
      const world = await aWorld({ timeZone, now });
      await remindOfDatesTask(world.parts)({ organisation: world.organisation });
      await remindOfDatesTask(world.parts)({ organisation: world.organisation });
      expect((await waitingJobs(world)).map(({ task, runAt }) => [task, runAt])).toEqual([['remind-of-dates', then]]);
    }
  });

  it('leave in the reader’s own hours: at the time of their morning card, else when the school opens', async () => {
    const { world, pupil, ruth, anna } = await aSchool();
    await world.casework.setMornings(anna, {
      morning: { on: true, at: '07:10' },
      strategies: { how: 'never', on: 1, at: '07:45', units: [] },
    });
    await anAction(world, pupil, anna, '2026-11-23');
    await anAction(world, pupil, ruth, '2026-11-23');
    await morningOf(world, '2026-11-23');
    const leaves = (await waitingJobs(world)).filter(({ task }) => task === 'bot-message');
    expect(leaves.map(({ payload, runAt }) => [(payload as { message: { to: string } }).message.to === anna.person, runAt]).sort()).toEqual(
      [
        [false, '2026-11-23T08:00:00.000Z'],
        [true, '2026-11-23T07:10:00.000Z'],
      ],
    );
  });

  it('that a machine slept through are told when it wakes, on the same school day and before the school stops writing', async () => {
    const { world, pupil, anna } = await aSchool();
    await anAction(world, pupil, anna, '2026-11-23');
    const toldOnWaking = async (now: string) => {
      world.clock.set(now as Instant);
      await remindOfDatesTask(world.parts)({ organisation: world.organisation, late: true });
      return (await waitingJobs(world)).filter(({ task }) => task === 'bot-message').map(({ runAt }) => runAt);
    };
    expect(await toldOnWaking('2026-11-22T10:00:00.000Z')).toEqual([]); // a Sunday
    expect(await toldOnWaking('2026-11-23T06:10:00.000Z')).toEqual([]); // its time is still to come
    expect(await toldOnWaking('2026-11-23T17:30:00.000Z')).toEqual([]);
    expect(await toldOnWaking('2026-11-23T09:12:00.000Z')).toEqual(['2026-11-23T09:12:00.000Z']);
  });

  it('that the queue comes to in the evening wait for the next school day', async () => {
    const { world, anna } = await aSchool();
    const message = { about: 'dates-due', day: '2026-11-27' as Day, to: anna.person } as const;
    const waits = (now: string) => {
      world.clock.set(now as Instant);
      return world.parts.database.within({ organisation: world.organisation, schools: [] }, (tx) =>
        waitsForSchool(tx, world.parts, world.organisation, message),
      );
    };
    expect(await waits('2026-11-27T16:59:00.000Z')).toBe(false);
    expect(await waits('2026-11-27T17:01:00.000Z')).toBe(true);
    expect((await waitingJobs(world)).map(({ task, runAt }) => [task, runAt])).toEqual([['bot-message', '2026-11-30T08:00:00.000Z']]);
  });

  it('are not chosen by a teacher', async () => {
    const { world, anna } = await aSchool();
    await expect(world.casework.setReminderRule(anna, { group: 'ours', leads: [1], coordinatorAfter: 1 })).rejects.toMatchObject({
      kind: 'not-allowed',
    });
  });
});
