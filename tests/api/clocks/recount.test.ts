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
});
