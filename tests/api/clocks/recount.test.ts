import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { recountClocksTask } from '#api/clocks/recount-clocks-task.ts';
import { aWorld } from '#tests/world.ts';
import type { World } from '#tests/world-of.ts';

const happened = async (world: World, pupil: string, kind: string, on: string, details: object = {}) => {
  const id = randomUUID();
  await world.sql('insert into waymark.case_event (organisation_id, id, pupil_id, kind, on_day, details) values ($1, $2, $3, $4, $5, $6)', [
    world.organisation,
    id,
    pupil,
    kind,
    on,
    details,
  ]);
  return id;
};

const clocksOf = async (world: World, pupil: string) =>
  (
    await world.sql<{ rule: string; due: string; state: string }>(
      'select rule, due_on::text as due, state from waymark.clock where pupil_id = $1 order by due_on, rule',
      [pupil],
    )
  ).map(({ rule, due, state }) => `${rule} ${due} ${state}`);

const recount = (world: World, pupil?: string) =>
  recountClocksTask(world.parts)({ organisation: world.organisation, ...(pupil ? { pupil } : {}) });

describe('counting the clocks again', () => {
  it('a meeting held on 6 November owes a report by the 20th and a decision by 4 December', async () => {
    const world = await aWorld();
    const pupil = await world.enrol({ stage: 'plan' });
    await happened(world, pupil, 'review-meeting-held', '2026-11-06');
    await recount(world, pupil);
    expect(await clocksOf(world, pupil)).toEqual(['eng.review.report 2026-11-20 late', 'eng.review.decision 2026-12-04 running']);
  });

  it('a report sent since then has met its clock', async () => {
    const world = await aWorld();
    const pupil = await world.enrol({ stage: 'plan' });
    await happened(world, pupil, 'review-meeting-held', '2026-11-06');
    await recount(world, pupil);
    await happened(world, pupil, 'review-report-sent', '2026-11-23');
    await recount(world, pupil);
    expect(await clocksOf(world, pupil)).toEqual(['eng.review.report 2026-11-20 met-late', 'eng.review.decision 2026-12-04 running']);
  });

  it('a night writes only what came out otherwise, and says when everything was counted', async () => {
    const world = await aWorld();
    const pupil = await world.enrol({ stage: 'plan' });
    await happened(world, pupil, 'review-meeting-held', '2026-11-06');
    await recount(world);
    const rows = () =>
      world.sql<{ rule: string; row: string }>('select rule, xmin::text as row from waymark.clock where pupil_id = $1 order by rule', [
        pupil,
      ]);
    const before = await rows();
    world.clock.set('2026-11-24T02:00:00.000Z');
    await recount(world);
    expect(await rows()).toEqual(before);
    const coordinator = await world.actorFor('coordinator');
    expect((await world.casework.openToday(coordinator)).clocks.countedAt).toBe('2026-11-24T02:00:00.000Z');
    await happened(world, pupil, 'review-report-sent', '2026-11-23');
    await recount(world);
    const after = await rows();
    expect(after.filter(({ row }, place) => row !== before[place]?.row).map(({ rule }) => rule)).toEqual(['eng.review.report']);
  });

  it('an event that was withdrawn leaves no clock', async () => {
    const world = await aWorld();
    const pupil = await world.enrol();
    const id = await happened(world, pupil, 'request-received', '2026-11-02');
    await recount(world, pupil);
    expect(await clocksOf(world, pupil)).toHaveLength(3);
    await world.sql('update waymark.case_event set withdrawn_at = now() where id = $1', [id]);
    await recount(world, pupil);
    expect(await clocksOf(world, pupil)).toEqual([]);
  });

  it('the night’s count reaches every pupil of the organisation and no other', async () => {
    const [world, other] = [await aWorld(), await aWorld()];
    const pupils = [await world.enrol(), await world.enrol()];
    const elsewhere = await other.enrol();
    for (const pupil of pupils) await happened(world, pupil, 'consultation-sent', '2026-11-10');
    await happened(other, elsewhere, 'consultation-sent', '2026-11-10');
    await recount(world);
    for (const pupil of pupils) expect(await clocksOf(world, pupil)).toEqual(['eng.school.consultation 2026-11-25 running']);
    expect(await clocksOf(other, elsewhere)).toEqual([]);
  });

  it('counting twice gives the same clocks once', async () => {
    const world = await aWorld();
    const pupil = await world.enrol();
    await happened(world, pupil, 'draft-plan-served', '2026-11-09');
    await recount(world);
    await recount(world);
    expect(await clocksOf(world, pupil)).toEqual(['eng.plan.representations 2026-11-23 running']);
  });

  it('in a district counts the 16th birthday and majority from the record’s date of birth, with nothing recorded as an event', async () => {
    const world = await aWorld({ jurisdiction: 'us-federal' });
    const pupil = await world.enrol({ stage: 'plan', birthday: '2011-03-02' });
    await recount(world);
    expect(await clocksOf(world, pupil)).toEqual(['us.transition.age16 2027-03-02 running', 'us.rights.transfer 2028-03-02 running']);
    await world.sql("update waymark.pupil set birthday = '2011-04-02' where id = $1", [pupil]);
    await recount(world);
    expect(await clocksOf(world, pupil)).toEqual(['us.transition.age16 2027-04-02 running', 'us.rights.transfer 2028-04-02 running']);
    const ruth = await world.actorFor('coordinator');
    const explained = await world.casework.explainClock(ruth, { clock: `us.transition.age16~${pupil}` });
    expect(explained).toMatchObject({ due: '2027-04-02', trigger: { on: '2011-04-02' } });
  });

  it('duty 11 A1: a child on the register before the third birthday has it as a date, with the conference 90 days before', async () => {
    const world = await aWorld({ jurisdiction: 'us-federal' });
    const pupil = await world.enrol({ stage: 'assessment', birthday: '2024-09-15' });
    await world.sql("update waymark.pupil set stage_since = '2026-10-01' where id = $1", [pupil]);
    await recount(world, pupil);
    const clocks = await clocksOf(world, pupil);
    expect(clocks).toContain('us.partC.thirdBirthday 2027-09-15 running');
    expect(clocks).toContain('us.partC.conference 2027-06-17 running');
  });

  it('in England no birthday is a clock', async () => {
    const world = await aWorld();
    const pupil = await world.enrol({ stage: 'plan', birthday: '2011-03-02' });
    await recount(world);
    expect(await clocksOf(world, pupil)).toEqual([]);
  });
});
