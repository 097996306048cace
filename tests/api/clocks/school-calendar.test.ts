import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { CalendarFacts } from '#contract/school-calendar.ts';
import type { Actor } from '#domain/access/actor.ts';
import { asDay } from '#domain/calendar/day.ts';
import { aWorld } from '#tests/world.ts';
import type { World } from '#tests/world-of.ts';

let world: World;
let ruth: Actor;
let anna: Actor;
let pupil: string;

const range = (from: string, to: string) => ({ from: asDay(from), to: asDay(to) });
const FACTS: CalendarFacts = {
  terms: [range('2026-08-12', '2027-05-27')],
  daysOff: [
    { ...range('2026-11-25', '2026-11-27'), kind: 'holiday', words: 'Thanksgiving' },
    { ...range('2026-12-21', '2027-01-04'), kind: 'holiday', words: 'Winter break' },
  ],
  closures: [],
};
const snow = (on: string, reason = 'snow'): CalendarFacts => ({
  ...FACTS,
  closures: [{ on: asDay(on), reason, announcedOn: asDay('2026-11-23') }],
});

/** A district in Texas, where school days count: consent on 5 November, so the report is due on the 45th school day. */
beforeEach(async () => {
  world = await aWorld({ jurisdiction: 'us-tx', timeZone: 'America/Chicago', now: '2026-11-23T15:00:00.000Z' });
  ruth = await world.actorFor('coordinator');
  anna = await world.actorFor('coordinator');
  pupil = await world.enrol({ stage: 'assessment', givenName: 'Mateo', surname: 'Flores' });
  await world.casework.changeCalendar(ruth, { school: world.school, version: 1, facts: FACTS });
  await world.casework.recordEvent(ruth, { pupil, id: randomUUID(), said: { kind: 'consent-received', on: asDay('2026-11-05') } });
});

const dueOf = async (rule: string, of = pupil): Promise<string | undefined> =>
  (await world.sql<{ due: string }>('select due_on::text as due from waymark.clock where pupil_id = $1 and rule = $2', [of, rule]))[0]?.due;
const jobs = async () =>
  (
    await world.sql<{ message: { about: string; to: string; change: string } }>(
      "select payload -> 'message' as message from graphile_worker._private_jobs where payload ->> 'organisation' = $1 and payload -> 'message' ->> 'about' = 'dates-moved'",
      [world.organisation],
    )
  ).map(({ message }) => message);

describe('the school’s calendar', () => {
  it('duty 9 A4: a snow day lists every open clock that it moves before it is saved, then moves it and keeps what was shown', async () => {
    expect(await dueOf('tx.eval.report')).toBe('2027-01-27');
    const preview = await world.casework.previewCalendar(ruth, { school: world.school, facts: snow('2026-12-03') });
    expect(preview).toMatchObject({
      counted: 1,
      touched: 1,
      told: ['Sam Coordinator'],
      moved: [{ kind: 'moves', title: 'Written evaluation report', from: '2027-01-27', to: '2027-01-28', pupil: { name: 'Mateo Flores' } }],
    });
    expect(await dueOf('tx.eval.report')).toBe('2027-01-27');
    const done = await world.casework.changeCalendar(ruth, { school: world.school, version: 2, facts: snow('2026-12-03') });
    expect(done.moved).toHaveLength(1);
    expect(await dueOf('tx.eval.report')).toBe('2027-01-28');
    const [kept] = await world.sql<{ was: string; now: string; because: string }>(
      'select was_due::text as was, now_due::text as now, because from waymark.clock_move where pupil_id = $1',
      [pupil],
    );
    expect(kept).toEqual({ was: '2027-01-27', now: '2027-01-28', because: 'Closed Thu 3 Dec 2026: snow' });
  });

  it('a date that is counted in school days says how many are left, wherever it is explained', async () => {
    const [{ id = '' } = {}] = await world.sql<{ id: string }>(
      "select rule || '~' || trigger_id as id from waymark.clock where pupil_id = $1 and rule = 'tx.eval.report'",
      [pupil],
    );
    // of 45 school days from Thu 5 Nov, twelve are over on Mon 23 Nov
    expect((await world.casework.explainClock(ruth, { clock: id })).daysWords).toBe('33 school days left');
  });

  it('tells the other coordinator once, however many dates moved, and the card holds what moved', async () => {
    const second = await world.enrol({ stage: 'assessment' });
    await world.casework.recordEvent(ruth, {
      pupil: second,
      id: randomUUID(),
      said: { kind: 'consent-received', on: asDay('2026-11-06') },
    });
    await world.casework.changeCalendar(ruth, { school: world.school, version: 2, facts: snow('2026-12-03') });
    const told = await jobs();
    expect(told.map(({ to }) => to)).toEqual([anna.person]);
    const moved = await world.casework.openDatesMoved(anna, { change: told[0]!.change });
    expect(moved).toMatchObject({ words: 'Closed Thu 3 Dec 2026: snow', by: 'Sam Coordinator' });
    expect(moved.moved.map(({ from, to }) => `${from} ${to}`)).toEqual(['2027-01-27 2027-01-28', '2027-01-28 2027-01-29']);
    const today = await world.casework.openToday(anna);
    expect(today.changes.some(({ words }) => words.startsWith('Written evaluation report is now due'))).toBe(true);
    const teacher = await world.actorFor('teacher');
    expect((await world.casework.openDatesMoved(teacher, { change: told[0]!.change })).moved).toEqual([]);
  });

  it('touches only the cases whose dates pass the day: a clock that ended before it is not counted anew', async () => {
    const early = await world.enrol();
    await world.casework.recordEvent(ruth, {
      pupil: early,
      id: randomUUID(),
      said: { kind: 'evaluation-requested', on: asDay('2026-09-01') },
    });
    const before = await world.sql<{ counted: string }>('select counted_at::text as counted from waymark.clock where pupil_id = $1', [
      early,
    ]);
    world.clock.set('2026-11-24T15:00:00.000Z');
    const preview = await world.casework.previewCalendar(ruth, { school: world.school, facts: snow('2026-12-03') });
    expect(preview).toMatchObject({ counted: 2, touched: 1 });
    await world.casework.changeCalendar(ruth, { school: world.school, version: 2, facts: snow('2026-12-03') });
    expect(
      await world.sql<{ counted: string }>('select counted_at::text as counted from waymark.clock where pupil_id = $1', [early]),
    ).toEqual(before);
  });

  it('opening after all brings the date back', async () => {
    await world.casework.changeCalendar(ruth, { school: world.school, version: 2, facts: snow('2026-12-03') });
    await world.casework.changeCalendar(ruth, { school: world.school, version: 3, facts: FACTS });
    expect(await dueOf('tx.eval.report')).toBe('2027-01-27');
    const { schools } = await world.casework.openCalendars(ruth);
    expect(schools[0]?.changes.map(({ words }) => words)).toEqual([
      'Open after all Thu 3 Dec 2026',
      'Closed Thu 3 Dec 2026: snow',
      'Holidays or training days changed. Terms changed',
    ]);
    expect(schools[0]?.facts.daysOff[0]).toEqual(FACTS.daysOff[0]);
  });

  it('of two who change it at once the second is told and covers nothing', async () => {
    await world.casework.changeCalendar(anna, { school: world.school, version: 2, facts: snow('2026-12-03') });
    await expect(
      world.casework.changeCalendar(ruth, { school: world.school, version: 2, facts: snow('2026-12-04') }),
    ).rejects.toMatchObject({ kind: 'changed-meanwhile' });
    expect((await world.casework.openCalendars(ruth)).schools[0]?.facts.closures.map(({ on }) => on)).toEqual(['2026-12-03']);
  });

  it.each<[string, CalendarFacts, string]>([
    ['a term that ends before it begins', { ...FACTS, terms: [range('2027-05-27', '2026-08-12')] }, 'Term 1 ends before it begins.'],
    [
      'two terms at the same time',
      { ...FACTS, terms: [range('2026-08-12', '2026-12-18'), range('2026-12-01', '2027-05-27')] },
      'Term 2 runs at the same time as the one from Wed 12 Aug 2026.',
    ],
    ['a term of two years', { ...FACTS, terms: [range('2026-08-12', '2028-05-27')] }, 'Term 1 is longer than 400 days.'],
    ['a closure on a Saturday', snow('2026-12-05'), 'Closure 1 was no school day: nothing is closed that was not to open.'],
    ['a closure in the holidays', snow('2026-12-24'), 'Closure 1 was no school day: nothing is closed that was not to open.'],
  ])('refuses %s in a sentence that names the line', async (_what, facts, message) => {
    await expect(world.casework.previewCalendar(ruth, { school: world.school, facts })).rejects.toMatchObject({
      kind: 'not-valid',
      message,
    });
  });

  it('a leader sees it and does not change it; a school of somebody else is not found', async () => {
    const leader = await world.actorFor('leader');
    expect((await world.casework.openCalendars(leader)).may).toBe(false);
    await expect(world.casework.previewCalendar(leader, { school: world.school, facts: FACTS })).rejects.toMatchObject({
      kind: 'not-allowed',
    });
    await expect(world.casework.previewCalendar(ruth, { school: randomUUID(), facts: FACTS })).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('keeps what the calendar says of meetings', async () => {
    await world.sql(`update waymark.school set calendar = calendar || '{"meetings":{"schoolEnds":"15:15"}}' where id = $1`, [world.school]);
    await world.casework.changeCalendar(ruth, { school: world.school, version: 2, facts: snow('2026-12-03') });
    const [school] = await world.sql<{ ends: string }>(
      "select calendar -> 'meetings' ->> 'schoolEnds' as ends from waymark.school where id = $1",
      [world.school],
    );
    expect(school?.ends).toBe('15:15');
  });
});
