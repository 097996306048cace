import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Actor } from '#domain/access/actor.ts';
import type { Day } from '#domain/calendar/day.ts';
import { aWorld } from '#tests/world.ts';
import type { World } from '#tests/world-of.ts';

let world: World;
let ruth: Actor;
let pupil: string;

beforeEach(async () => {
  world = await aWorld();
  ruth = await world.actorFor('coordinator');
  pupil = await world.enrol({ givenName: 'Callum', surname: 'Reid' });
});

const day = (text: string) => text as Day;
const TODAY = day('2026-11-23');

const join = (person: string, more: object = {}) =>
  world.casework.joinTeam(ruth, { pupil, request: randomUUID(), person, relation: 'supports', from: TODAY, to: null, ...more });

/** Somebody employed elsewhere, with an account. */
const outsider = async (): Promise<Actor> => {
  const actor = await world.actorFor('specialist');
  await world.sql("update waymark.person set employer = 'NHS therapy', given_name = 'Joanna', surname = 'Tse' where id = $1", [
    actor.person,
  ]);
  return actor;
};

const opens = (actor: Actor) => world.casework.openPupil(actor, { pupil });

describe('a place on the team, from–to', () => {
  it('opens the record on its days and on no other', async () => {
    const assistant = await world.actorFor('assistant');
    await expect(opens(assistant)).rejects.toMatchObject({ kind: 'not-found' });
    await join(assistant.person, { from: '2026-11-24', to: '2026-11-25' });
    await expect(opens(assistant)).rejects.toMatchObject({ kind: 'not-found' });
    world.clock.set('2026-11-24T08:00:00.000Z');
    await expect(opens(assistant)).resolves.toMatchObject({ givenName: 'Callum' });
    world.clock.set('2026-11-26T00:05:00.000Z');
    await expect(opens(assistant)).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('duty 3 A3: a team member who leaves loses access that day, with the deed and not at midnight', async () => {
    const assistant = await world.actorFor('assistant');
    const { team } = await join(assistant.person, { from: '2026-09-01' });
    await expect(opens(assistant)).resolves.toBeTruthy();
    const after = await world.casework.leaveTeam(ruth, { member: team[0]?.id ?? '' });
    await expect(opens(assistant)).rejects.toMatchObject({ kind: 'not-found' });
    expect(after.team).toMatchObject([{ state: 'ended', to: '2026-11-22', datesWords: 'Tue 1 Sep to Sun 22 Nov' }]);
    expect(after.people.map((one) => one.person)).not.toContain(assistant.person);
    expect((await world.casework.openCaseload(assistant)).rows).toEqual([]);
  });

  it('duty 3 A3: who joined today and leaves today has nothing left either', async () => {
    const assistant = await world.actorFor('assistant');
    const { team } = await join(assistant.person);
    const after = await world.casework.leaveTeam(ruth, { member: team[0]?.id ?? '' });
    await expect(opens(assistant)).rejects.toMatchObject({ kind: 'not-found' });
    expect(after.team[0]?.datesWords).toBe('joined and left Mon 23 Nov');
    await expect(world.casework.leaveTeam(ruth, { member: team[0]?.id ?? '' })).rejects.toMatchObject({ kind: 'not-ready' });
  });

  it('duty 3 A3: who leaves the school has left every team on that day, and is on it again on coming back', async () => {
    const assistant = await world.actorFor('assistant');
    await join(assistant.person, { from: '2026-09-01' });
    const places = async () => (await world.casework.openAccess(ruth, { pupil })).team.map(({ state, datesWords }) => [state, datesWords]);
    await world.sql("update waymark.person set left_on = '2026-11-23' where id = $1", [assistant.person]);
    expect(await places()).toEqual([['ended', 'Tue 1 Sep to Sun 22 Nov']]);
    await world.sql('update waymark.person set left_on = null where id = $1', [assistant.person]);
    expect(await places()).toEqual([['now', expect.stringContaining('since Tue 1 Sep')]]);
  });

  it('the same request twice adds one place; a second place of the same kind on the same days is refused', async () => {
    const assistant = await world.actorFor('assistant');
    const ask = { pupil, request: randomUUID(), person: assistant.person, relation: 'supports', from: TODAY, to: null } as const;
    await world.casework.joinTeam(ruth, ask);
    expect((await world.casework.joinTeam(ruth, ask)).team).toHaveLength(1);
    await expect(join(assistant.person)).rejects.toMatchObject({ kind: 'not-ready' });
    await expect(join(assistant.person, { relation: 'teaches' })).resolves.toMatchObject({ team: [{}, {}] });
  });

  it('its dates can be changed, and bad ones are refused field by field with nothing changed', async () => {
    const { team } = await join((await world.actorFor('assistant')).person);
    const member = team[0]?.id ?? '';
    const change = (from: string, to: string | null) =>
      world.casework.changeMembership(ruth, { member, from: day(from), to: to as Day | null, words: 'reads with him' });
    await expect(change('2026-11-23', '2026-11-20')).rejects.toMatchObject({
      fields: [{ field: 'to', reason: 'lies before the first day' }],
    });
    const changed = await change('2026-11-23', '2026-12-18');
    expect(changed.team).toMatchObject([{ to: '2026-12-18', words: 'reads with him', datesWords: 'since Mon 23 Nov, to Fri 18 Dec' }]);
  });

  it('somebody who has left the school cannot be put on a team, and their page says nothing of them', async () => {
    const gone = await world.actorFor('assistant');
    await world.sql('update waymark.person set left_on = $2 where id = $1', [gone.person, TODAY]);
    await expect(join(gone.person)).rejects.toMatchObject({ kind: 'not-valid', fields: [{ field: 'person' }] });
  });
});

describe('people from outside', () => {
  it('have a last day and advise, no more', async () => {
    const joanna = await outsider();
    await expect(join(joanna.person)).rejects.toMatchObject({ fields: [{ field: 'to' }, { field: 'relation' }] });
    await expect(join(joanna.person, { relation: 'advises', to: '2029-11-24' })).rejects.toMatchObject({ fields: [{ field: 'to' }] });
    const { people, team } = await join(joanna.person, { relation: 'advises', words: 'speech and language', to: '2027-03-26' });
    expect(team).toMatchObject([{ outside: true, to: '2027-03-26' }]);
    expect(people.find(({ name }) => name === 'Joanna Tse')).toMatchObject({
      because: ['speech and language, to Fri 26 Mar'],
      until: '2027-03-26',
    });
  });

  it('can be entered with their first place on a team; by the same address they are the same person', async () => {
    const newPerson = {
      givenName: 'Miriam',
      surname: 'Feld',
      email: 'm.feld@westmere.example',
      jobTitle: 'Educational psychologist',
      employer: 'Westmere Council',
    };
    const ask = { relation: 'advises', from: TODAY, to: day('2027-03-26'), newPerson } as const;
    await world.casework.joinTeam(ruth, { pupil, request: randomUUID(), ...ask });
    const other = await world.enrol();
    await world.casework.joinTeam(ruth, {
      pupil: other,
      request: randomUUID(),
      ...ask,
      newPerson: { ...newPerson, email: 'M.Feld@Westmere.example' },
    });
    const people = await world.sql("select id from waymark.person where organisation_id = $1 and surname = 'Feld'", [world.organisation]);
    expect(people).toHaveLength(1);
  });

  it('duty 3 A4: see their own pupils and of each only what was shared', async () => {
    const joanna = await outsider();
    const { team } = await join(joanna.person, { relation: 'advises', to: '2027-03-26' });
    const [shared, kept] = [randomUUID(), randomUUID()];
    await world.sql(
      "insert into waymark.document (organisation_id, id, pupil_id, name, kind, filed_on) values ($1, $3, $2, 'Plan.docx', 'plan', '2026-11-01'), ($1, $4, $2, 'Letter.docx', 'letter', '2026-11-02')",
      [world.organisation, pupil, shared, kept],
    );
    await world.sql(
      "insert into waymark.contact (organisation_id, id, pupil_id, given_name, surname, relation) values ($1, gen_random_uuid(), $2, 'Fiona', 'Reid', 'mother')",
      [world.organisation, pupil],
    );
    await world.casework.log(ruth, { pupil, request: randomUUID(), kind: 'call', on: TODAY, words: 'Told me about the separation.' });

    const before = await opens(joanna);
    expect(before).toMatchObject({ documents: [], contacts: [], timeline: [], meetings: [], clocks: [] });
    const access = await world.casework.shareWith(ruth, { member: team[0]?.id ?? '', documents: [shared] });
    expect(access.team[0]?.shared).toEqual([shared]);
    const page = await opens(joanna);
    expect(page.documents.map(({ id }) => id)).toEqual([shared]);
    expect(JSON.stringify(page)).not.toMatch(/separation|Fiona|Letter/);
    expect(JSON.stringify(await opens(ruth))).toMatch(/separation.*Letter|Letter.*separation/);

    await world.casework.leaveTeam(ruth, { member: team[0]?.id ?? '' });
    await expect(opens(joanna)).rejects.toMatchObject({ kind: 'not-found' });
    expect(await world.sql('select 1 from waymark.shared_document where pupil_id = $1', [pupil])).toEqual([]);
  });

  it('duty 3 A4: what they log themselves they may read again', async () => {
    const joanna = await outsider();
    await join(joanna.person, { relation: 'advises', to: '2027-03-26' });
    await world.casework.log(joanna, { pupil, request: randomUUID(), kind: 'observation', on: TODAY, words: 'Waited for his card.' });
    expect((await opens(joanna)).timeline).toMatchObject([{ kind: 'observation' }]);
  });
});

describe('who may see this', () => {
  it('says who, why, how much and until when, from the same table that decides', async () => {
    const teacher = await world.actorFor('teacher', { pupil, relation: 'teaches' });
    const { people, can } = await world.casework.openAccess(ruth, { pupil });
    const words = (person: string) =>
      Object.fromEntries(people.find((one) => one.person === person)?.sees.map(({ part, words: said }) => [part, said]) ?? []);
    expect(words(ruth.person)).toEqual({
      glance: 'edits',
      plan: 'edits',
      casework: 'edits',
      meetings: 'edits',
      contacts: 'edits',
      restricted: 'none',
    });
    expect(words(teacher.person)).toEqual({
      glance: 'reads',
      plan: 'reads',
      casework: 'reads',
      meetings: 'where asked',
      contacts: 'names',
      restricted: 'none',
    });
    expect(people.flatMap(({ sees }) => sees.map(({ rule }) => rule)).every((rule) => rule.endsWith('.'))).toBe(true);
    expect(can).toEqual(['change-team', 'send-link', 'report-disclosures']);
  });

  it('the report names each part of the record that was opened, with the day, and never a restricted note', async () => {
    for (const kind of ['contact', 'need', 'restricted-note'] as const) await world.casework.openEntries(ruth, { pupil, kind });
    const { base64 } = await world.casework.reportDisclosures(ruth, { pupil, as: 'csv' });
    const table = Buffer.from(base64, 'base64').toString('utf8');
    for (const words of ['Opened contacts', 'Opened needs', 'Opened a part of the record', 'Mon 23 Nov 2026, 09:00'])
      expect(table).toContain(words);
    expect(table).not.toMatch(/Open entries|[Rr]estricted notes"/);
  });

  it('a case manager changes the team; the report for the family is the coordinator’s alone', async () => {
    const manager = await world.actorFor('teacher', { pupil, relation: 'manages-case' });
    expect((await world.casework.openAccess(manager, { pupil })).can).toEqual(['change-team', 'send-link']);
    await expect(world.casework.reportDisclosures(manager, { pupil, as: 'csv' })).rejects.toMatchObject({ kind: 'not-allowed' });
  });
});
