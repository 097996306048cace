import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { keptFacts, makeFactsQuery } from '#api/caseload/case-facts-records.ts';
import { casework } from '#api/compose.ts';
import type { CaseloadRow } from '#contract/caseload.ts';
import type { Actor } from '#domain/access/actor.ts';
import { aWorld } from '#tests/world.ts';
import type { World } from '#tests/world-of.ts';

let world: World;
let coordinator: Actor;
beforeAll(async () => {
  world = await aWorld();
  coordinator = await world.actorFor('coordinator');
  const years = [{ from: '2026-09-02', to: '2027-07-21' }];
  await world.sql('update waymark.school set calendar = $2 where id = $1', [world.school, JSON.stringify({ years })]);
});

const rowOf = async (pupil: string): Promise<CaseloadRow | undefined> =>
  (await world.casework.openCaseload(coordinator)).rows.find(({ id }) => id === pupil);
const flagsOf = async (pupil: string) => (await rowOf(pupil))?.flags.map(({ words }) => words) ?? [];

/** A row of the record, put there behind the deeds' back: the caseload must not depend on who wrote. */
const put = async (table: string, row: Record<string, unknown>): Promise<string> => {
  const whole = { organisation_id: world.organisation, id: randomUUID(), ...row };
  const [names, values] = [Object.keys(whole), Object.values(whole)];
  await world.sql(
    `insert into waymark.${table} (${names.join(', ')}) values (${names.map((_, place) => `$${place + 1}`).join(', ')})`,
    values.map((value) => (typeof value === 'object' && value !== null ? JSON.stringify(value) : value)),
  );
  return whole.id;
};
const change = (table: string, id: string, set: string) => world.sql(`update waymark.${table} set ${set} where id = $1`, [id]);
const remove = (table: string, id: string) => world.sql(`delete from waymark.${table} where id = $1`, [id]);

/** A pupil with a quiet case, whose facts the caseload has already read and kept. */
const aQuietPupil = async (more: object = {}): Promise<string> => {
  const pupil = await world.enrol(more);
  await change('pupil', pupil, "home_language = 'English'");
  expect(await flagsOf(pupil)).toEqual([]);
  return pupil;
};

describe('a change is on the caseload the next time it is opened', () => {
  it('of the pupil: name, class, stage, attendance', async () => {
    const pupil = await aQuietPupil({ surname: 'Ashby' });
    await change('pupil', pupil, "surname = 'Ashby-Lee', class_name = '5 Oak', stage = 'plan', attendance_percent = 84.2");
    expect(await rowOf(pupil)).toMatchObject({ surname: 'Ashby-Lee', className: '5 Oak', stage: 'plan' });
    expect(await flagsOf(pupil)).toEqual(['Attendance 84.2 %']);
  });

  it('of the register: someone comes on to it, and goes', async () => {
    const pupil = await world.enrol({ stage: 'none' });
    expect(await rowOf(pupil)).toBeUndefined();
    await change('pupil', pupil, "stage = 'support'");
    expect(await rowOf(pupil)).toMatchObject({ stage: 'support' });
    await change('pupil', pupil, "left_on = '2026-11-20'");
    expect(await rowOf(pupil)).toBeUndefined();
  });

  it('of the key worker: another one, and a new name', async () => {
    const { person } = await world.actorFor('assistant');
    const pupil = await aQuietPupil();
    await change('pupil', pupil, `key_worker_id = '${person}'`);
    expect((await rowOf(pupil))?.keyWorker).toEqual({ id: person, name: 'Sam Assistant' });
    await change('person', person, "surname = 'Newly-Wed'");
    expect((await rowOf(pupil))?.keyWorker?.name).toBe('Sam Newly-Wed');
  });

  it('of who leaves: the key worker, and whoever gives a line of provision', async () => {
    const { person } = await world.actorFor('assistant');
    const pupil = await aQuietPupil();
    await change('pupil', pupil, `key_worker_id = '${person}'`);
    await put('provision_line', { pupil_id: pupil, rank: 1, what: 'Sentence starters', person_id: person });
    expect(await flagsOf(pupil)).toEqual([]);
    await change('person', person, "left_on = '2026-11-23'");
    expect(await flagsOf(pupil)).toEqual(['Key worker has left: Sam Assistant', 'Sentence starters: Sam Assistant has left']);
    await change('person', person, 'left_on = null');
    expect(await flagsOf(pupil)).toEqual([]);
  });

  it('of needs and of what works', async () => {
    const pupil = await aQuietPupil();
    const need = await put('need', { pupil_id: pupil, rank: 1, code: 'ASD', description: 'Autism' });
    const line = await put('profile_line', { pupil_id: pupil, kind: 'strategy', rank: 1, words: 'Say it once' });
    expect(await rowOf(pupil)).toMatchObject({ need: { words: 'Autism' }, whatWorks: ['Say it once'] });
    await change('need', need, "known_as = 'Autism (PDA)'");
    await change('profile_line', line, "words = 'Say it once, slowly'");
    expect(await rowOf(pupil)).toMatchObject({ need: { words: 'Autism (PDA)' }, whatWorks: ['Say it once, slowly'] });
    await remove('need', need);
    await remove('profile_line', line);
    expect(await rowOf(pupil)).toMatchObject({ need: null, whatWorks: [] });
  });

  it('of contact with the family: a call logged a moment ago, through the deed itself', async () => {
    const pupil = await aQuietPupil();
    const contact = await put('contact', { pupil_id: pupil, given_name: 'Ada', surname: 'Ashby', relation: 'mother' });
    const call = { request: randomUUID(), kind: 'call', on: '2026-11-23', words: 'Spoke with Ada.', contact } as const;
    await world.casework.log(coordinator, { pupil, ...call } as never);
    expect((await rowOf(pupil))?.lastContact).toBe('2026-11-23');
    await world.sql("update waymark.log_entry set on_day = '2026-08-03' where pupil_id = $1", [pupil]);
    expect(await flagsOf(pupil)).toEqual(['No contact for 112 days']);
    await world.sql('delete from waymark.log_entry where pupil_id = $1', [pupil]);
    expect((await rowOf(pupil))?.lastContact).toBeNull();
  });

  it('of goals and of what was measured', async () => {
    const pupil = await aQuietPupil();
    const aim = { baseline: 25, baseline_on: '2026-09-11', target: 50, target_on: '2027-03-26' };
    const goal = await put('goal', { pupil_id: pupil, rank: 1, words: 'Read 50 words a minute', area: 'Reading', ...aim });
    const days = ['2026-09-18', '2026-09-25', '2026-10-02', '2026-10-09', '2026-10-16', '2026-10-23', '2026-11-06', '2026-11-13'];
    const scores: string[] = [];
    for (const on_day of days) scores.push(await put('measurement', { goal_id: goal, pupil_id: pupil, on_day, value: 26 }));
    expect(await flagsOf(pupil)).toEqual(['Reading off track']);
    await change('measurement', scores[7]!, 'value = 48');
    expect(await flagsOf(pupil)).toEqual([]);
    await remove('measurement', scores[7]!);
    expect(await flagsOf(pupil)).toEqual(['Reading off track']);
    await change('goal', goal, "state = 'met', met_on = '2026-11-20'");
    expect(await flagsOf(pupil)).toEqual(['Goal met: reading']);
    await world.sql('delete from waymark.measurement where goal_id = $1', [goal]);
    await remove('goal', goal);
    expect(await flagsOf(pupil)).toEqual([]);
  });

  it('of provision and its sessions', async () => {
    const pupil = await aQuietPupil();
    const weekly = { what: 'Phonics group', times_a_week: 1, last_session_on: '2026-10-12', from_day: '2026-09-07' };
    const line = await put('provision_line', { pupil_id: pupil, rank: 1, ...weekly });
    expect(await flagsOf(pupil)).toEqual(['No session logged since 12 Oct']);
    await change('provision_line', line, "last_session_on = '2026-11-20'");
    expect(await flagsOf(pupil)).toEqual([]);
    await change('provision_line', line, "last_session_on = '2026-10-12'");
    await remove('provision_line', line);
    expect(await flagsOf(pupil)).toEqual([]);
  });

  it('of what happened in the case', async () => {
    const pupil = await aQuietPupil();
    const event = await put('case_event', { pupil_id: pupil, kind: 'cover-trained', on_day: '2026-11-20' });
    expect(await flagsOf(pupil)).toEqual(['Trained cover in place']);
    await change('case_event', event, 'withdrawn_at = now()');
    expect(await flagsOf(pupil)).toEqual([]);
    await change('case_event', event, 'withdrawn_at = null');
    await remove('case_event', event);
    expect(await flagsOf(pupil)).toEqual([]);
  });

  it('of the clocks', async () => {
    const pupil = await aQuietPupil();
    const of = 'organisation_id, pupil_id, rule, trigger_id, due_on, owed_by, state, shown';
    const shown = JSON.stringify({ on: '2026-11-06' });
    await world.sql(
      `insert into waymark.clock (${of}) values ($1, $2, 'eng.review.report', 'one', '2026-12-04', 'school', 'running', $3)`,
      [world.organisation, pupil, shown],
    );
    expect((await rowOf(pupil))?.next).toMatchObject({ title: 'Review report', due: '2026-12-04', owner: { words: 'You' } });
    await world.sql("update waymark.clock set due_on = '2026-11-20' where pupil_id = $1", [pupil]);
    expect(await flagsOf(pupil)).toEqual(['Review report not sent']);
    await world.sql('delete from waymark.clock where pupil_id = $1', [pupil]);
    expect((await rowOf(pupil))?.next).toBeNull();
  });

  it('of meetings', async () => {
    const pupil = await aQuietPupil();
    const booked = { purpose: 'annual-review', state: 'booked', starts_at: '2026-11-26T14:00:00Z' };
    const meeting = await put('meeting', { pupil_id: pupil, ...booked });
    expect(await flagsOf(pupil)).toEqual(['Review on Thu 26 Nov']);
    await change('meeting', meeting, "starts_at = '2026-11-27T14:00:00Z'");
    expect(await flagsOf(pupil)).toEqual(['Review on Fri 27 Nov']);
    await remove('meeting', meeting);
    expect(await flagsOf(pupil)).toEqual([]);
  });

  it('of plans and the differences that wait in them', async () => {
    const [pupil, other] = [await aQuietPupil(), await aQuietPupil()];
    const plan = await put('plan', { pupil_id: pupil, kind: 'senSupport', state: 'in-force' });
    const found = { plan_id: plan, base_version: 1, tag: 'a', label: 'A', state: 'changed' };
    const difference = await put('plan_difference', found);
    expect(await flagsOf(pupil)).toEqual(['A difference waits in the plan']);
    await change('plan', plan, `pupil_id = '${other}'`);
    expect([await flagsOf(pupil), await flagsOf(other)]).toEqual([[], ['A difference waits in the plan']]);
    await change('plan_difference', difference, 'settled_at = now()');
    expect(await flagsOf(other)).toEqual([]);
    await change('plan_difference', difference, 'settled_at = null');
    await remove('plan_difference', difference);
    expect(await flagsOf(other)).toEqual([]);
  });

  it('of the day: what was near yesterday is late today, though nothing was written', async () => {
    const pupil = await aQuietPupil();
    await put('meeting', { pupil_id: pupil, purpose: 'annual-review', state: 'booked', starts_at: '2026-11-23T14:00:00Z' });
    expect(await flagsOf(pupil)).toEqual(['Review on Mon 23 Nov']);
    world.clock.set('2026-11-24T09:00:00.000Z');
    expect(await flagsOf(pupil)).toEqual([]);
    world.clock.set('2026-11-23T09:00:00.000Z');
  });

  it('for a process that has read nothing yet, as for one that has', async () => {
    const fresh = casework(world.parts);
    expect(await fresh.openCaseload(coordinator)).toEqual(await world.casework.openCaseload(coordinator));
  });
});

describe('what the facts are made from', () => {
  /** Kept beside the facts themselves. */
  const OWN = ['case_change', 'case_facts'];

  it('every table that is read for them forgets them when it changes', async () => {
    const text = await world.database.within(world.scope, async (tx) => makeFactsQuery(world.organisation, []).compile(tx).sql);
    const read = [...new Set([...text.matchAll(/waymark\.(\w+)/g)].map(([, table]) => table!))].filter((table) => !OWN.includes(table));
    const triggers = await world.sql<{ table: string; on: string }>(`
      select event_object_table as "table", string_agg(event_manipulation, ' ' order by event_manipulation) as on
        from information_schema.triggers where trigger_schema = 'waymark' and trigger_name like 'forget_facts_%' group by 1 order by 1`);
    const expected = read.sort().map((table) => ({
      table,
      // A pupil who goes takes the facts along; nobody's key worker can appear or go while they are that.
      on: table === 'person' ? 'UPDATE' : table === 'pupil' ? 'INSERT UPDATE' : 'DELETE INSERT UPDATE',
    }));
    expect(read.length).toBeGreaterThan(10);
    expect(triggers).toEqual(expected);
  });

  it('a pupil who is erased leaves nothing behind', async () => {
    const pupil = await aQuietPupil();
    await world.sql('insert into waymark.case_change (organisation_id, pupil_id) values ($1, $2)', [world.organisation, pupil]);
    await remove('pupil', pupil);
    const left = await world.sql(
      'select pupil_id from waymark.case_facts where pupil_id = $1 union all select pupil_id from waymark.case_change where pupil_id = $1',
      [pupil],
    );
    expect(left).toEqual([]);
    expect(await rowOf(pupil)).toBeUndefined();
  });

  it('another organisation cannot read them, even knowing pupil and edition', async () => {
    const pupil = await aQuietPupil();
    const [kept] = await world.sql<{ edition: string }>(
      'select edition from waymark.case_facts where pupil_id = $1 and facts is not null',
      [pupil],
    );
    const other = await aWorld();
    const ask = (of: World) => of.database.within(of.scope, (tx) => keptFacts(tx, world.organisation, [pupil], [kept!.edition]));
    expect(await ask(world)).toHaveLength(1);
    expect(await ask(other)).toEqual([]);
  });
});
