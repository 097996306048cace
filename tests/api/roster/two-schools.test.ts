import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { importSet } from '#api/roster/import-set.ts';
import type { Actor } from '#domain/access/actor.ts';
import { putAccount, putClass, putInClass, putInSchool, putSchool } from '#local-tenant/state/moves.ts';
import { aWorld } from '#tests/world.ts';
import type { World } from '#tests/world-of.ts';
import { AYAAN, aDirectory, CALLUM, type Directory, idOf, OAK, PRIYA } from './a-directory.ts';
import { sds, setOf } from './sets.ts';

/*
 * A trust with two schools: Hollin Bank, which the record knows, and Fell Lane, which comes out of Microsoft 365 or a CSV set.
 */
const HOLLIN_BANK = '11111111-2222-4333-8444-555555555555';
const FELL_LANE = '22222222-2222-4333-8444-555555555555';
const [JAYDON, OMAR, ASH] = [idOf(103), idOf(8), idOf(204)] as const;
const account = (kind: 'pupil' | 'staff', key: string, externalId: string) => {
  const [given = '', surname = ''] = key.split('.').map((word) => `${word[0]?.toUpperCase()}${word.slice(1)}`);
  const principalName = `${key}@hollinbank.example`;
  const name = { key, givenName: given, surname, displayName: `${given} ${surname}`, principalName, mail: principalName };
  return { kind, ...name, externalId, enabled: true, jobTitle: null, department: null, officeLocation: null };
};

let trust: Directory;
const at = (day: string): void => trust.world.clock.set(`${day}T09:00:00.000Z`);
const rows = (query: string) => trust.world.sql<{ line: string }>(query).then((found) => found.map(({ line }) => line));
const pupils = () =>
  rows(`select p.given_name || ' at ' || s.name || case when p.left_on is null then '' else ' (left)' end as line from waymark.pupil p
    join waymark.school s on s.organisation_id = p.organisation_id and s.id = p.school_id order by 1`);
const classes = () =>
  rows(`select c.name || ' at ' || s.name as line from waymark.class c
    join waymark.school s on s.organisation_id = c.organisation_id and s.id = c.school_id where c.ended_on is null order by 1`);
const teachers = () =>
  rows(`select p.given_name || ' at ' || s.name as line from waymark.role_grant g join waymark.person p on p.organisation_id = g.organisation_id and p.id = g.person_id
    join waymark.school s on s.organisation_id = g.organisation_id and s.id = g.school_id
   where g.role = 'teacher' and (g.to_day is null or g.to_day >= '${trust.world.clock.today('Europe/London')}') order by 1`);
const moveToFellLane = (id: string): void => {
  putInSchool(trust.house, HOLLIN_BANK, 'people', [], [id]);
  putInSchool(trust.house, FELL_LANE, 'people', [id]);
};

describe('two schools of one organisation in Microsoft 365', () => {
  beforeAll(async () => {
    trust = await aDirectory();
    const { house } = trust;
    putSchool(house, FELL_LANE, { name: 'Fell Lane Primary', code: 'FLP' });
    putAccount(house, JAYDON, { ...account('pupil', 'jaydon.osei', 'A123456789014'), role: 'pupil', yearGroup: 4, birthday: '2018-05-02' });
    putAccount(house, OMAR, { ...account('staff', 'omar.haddad', 'omar.haddad'), role: 'teacher' });
    putClass(house, ASH, { name: '4 Ash', subject: 'Primary', yearGroup: 4 });
    putInClass(house, ASH, [JAYDON, OMAR, PRIYA]);
    putInSchool(house, FELL_LANE, 'people', [JAYDON, OMAR, PRIYA]);
    putInSchool(house, FELL_LANE, 'classes', [ASH]);
    expect(await trust.sync()).toBe('done');
  }, 120_000);
  afterAll(() => trust.stop());

  it('put people, classes and their members each into their own school', async () => {
    expect(await pupils()).toEqual(['Ayaan at Hollin Bank School', 'Callum at Hollin Bank School', 'Jaydon at Fell Lane Primary']);
    expect(await classes()).toEqual(['4 Ash at Fell Lane Primary', '6 Oak at Hollin Bank School', '9 B Maths at Hollin Bank School']);
    expect(await trust.classes()).toEqual([
      '4 Ash: Jaydon Osei; Omar Haddad, Priya Nair',
      '6 Oak: Callum Reid; Gareth Pugh',
      '9 B Maths: Ayaan Malik; Priya Nair',
    ]);
  });

  it('give a teacher the role where they teach, and one who has two schools in both', async () => {
    const all = await teachers();
    expect(all.filter((line) => /Omar|Priya/.test(line))).toEqual([
      'Omar at Fell Lane Primary',
      'Priya at Fell Lane Primary',
      'Priya at Hollin Bank School',
    ]);
    expect(all).not.toContain('Gareth at Fell Lane Primary');
  });

  it('cost one request a collection in a night without a change, two more for each school', async () => {
    trust.asked();
    expect(await trust.sync()).toBe('done');
    const asked = trust.asked();
    expect(asked).toHaveLength(9);
    expect(new Set(asked).size).toBe(9);
    expect(await trust.run()).toMatchObject({ requests: 9, counts: { changes: [] } });
  });

  it('a pupil who is at both stays where the record has them, night after night', async () => {
    putInSchool(trust.house, FELL_LANE, 'people', [AYAAN]);
    await trust.sync();
    putAccount(trust.house, AYAAN, { yearGroup: 10 });
    await trust.sync();
    expect(await pupils()).toContain('Ayaan at Hollin Bank School');
  });

  it('a pupil who moves from one to the other takes the whole record along, and is closed nowhere', async () => {
    at('2026-11-24');
    const [callum] = await trust.world.sql<{ id: string }>("select id from waymark.pupil where given_name = 'Callum'");
    const [fell] = await trust.world.sql<{ id: string }>("select id from waymark.school where name = 'Fell Lane Primary'");
    const there = await trust.world.actorFor('coordinator');
    const here = await trust.world.actorFor('coordinator');
    await trust.world.sql('update waymark.role_grant set school_id = $1 where person_id = $2', [fell?.id, there.person]);
    const moved: Actor = { ...there, scope: { ...there.scope, schools: [fell?.id ?? ''] } };
    const open = (actor: Actor) => trust.world.casework.openPupil(actor, { pupil: callum?.id ?? '' });
    await trust.world.casework.recordEntry(here, {
      pupil: callum?.id ?? '',
      kind: 'need',
      id: idOf(901),
      values: { code: 'SLCN', words: 'Finds long instructions hard', rank: 1 },
    });
    await expect(open(moved)).rejects.toMatchObject({ kind: 'not-found' });

    moveToFellLane(CALLUM);
    putInClass(trust.house, OAK, [], [CALLUM]);
    putInClass(trust.house, ASH, [CALLUM]);
    await trust.sync();
    expect(await pupils()).toContain('Callum at Fell Lane Primary');
    expect((await trust.classes()).slice(0, 2)).toEqual(['4 Ash: Jaydon Osei, Callum Reid; Omar Haddad, Priya Nair', '6 Oak; Gareth Pugh']);
    expect((await open(moved)).givenName).toBe('Callum');
    await expect(open(here)).rejects.toMatchObject({ kind: 'not-found' });
    const { entries } = await trust.world.casework.openEntries(moved, { pupil: callum?.id ?? '', kind: 'need' });
    expect(entries.map(({ values }) => values.words)).toEqual(['Finds long instructions hard']);
  });

  it('whom no school claims is put into none by guessing, and the reading says so', async () => {
    putAccount(trust.house, idOf(104), {
      ...account('pupil', 'noor.aziz', 'A123456789015'),
      role: 'pupil',
      yearGroup: 3,
      birthday: '2019-01-02',
    });
    await trust.sync();
    expect((await pupils()).some((line) => line.startsWith('Noor'))).toBe(false);
    expect((await trust.run()).notes.join(' ')).toMatch(/1 pupil/);
    putInSchool(trust.house, FELL_LANE, 'people', [idOf(104)]);
    await trust.sync();
    expect(await pupils()).toContain('Noor at Fell Lane Primary');
  });
});

describe('two schools in one CSV set', () => {
  let world: World;
  const set = (school: 'S1' | 'S2') =>
    setOf(
      sds({
        'orgs.csv':
          'sourcedId,name,type,parentSourcedId\nD1,Westmere Trust,district,\nS1,Larch Hill School,school,D1\nS2,Elm Park School,school,D1\n',
        'roles.csv': `userSourcedId,orgSourcedId,role,grade,isPrimary,roleStartDate,roleEndDate\nP1,${school},student,4,TRUE,2026-09-01,2027-07-20\nP2,S2,student,5,TRUE,2026-09-01,2027-07-20\nT1,S2,teacher,,TRUE,2026-09-01,2027-07-20\n`,
        'classes.csv': 'sourcedId,orgSourcedId,title,sessionSourcedIds,courseSourcedId\nC1,S1,4 Elm,,\nC2,S2,5 Yew,,\n',
        'enrollments.csv': 'classSourcedId,userSourcedId,role\nC2,P2,student\nC2,T1,teacher\n',
      }),
    );
  const where = () =>
    world.sql<{ name: string; school: string }>(
      `select p.given_name as name, s.name as school from waymark.pupil p join waymark.school s on s.id = p.school_id and s.organisation_id = p.organisation_id
        where p.organisation_id = '${world.organisation}' and p.external_id in ('P1', 'P2') order by 1`,
    );

  it('put everybody into their own, and a pupil whom the next set names elsewhere moves there', async () => {
    world = await aWorld();
    const coordinator = await world.actorFor('coordinator');
    const take = (school: 'S1' | 'S2') => importSet(world.parts, coordinator, set(school), { preview: false, withoutRejected: true });
    await take('S1');
    expect(await where()).toEqual([
      { name: 'Ada', school: 'Larch Hill School' },
      { name: 'Bo', school: 'Elm Park School' },
    ]);
    const roles = await world.sql(
      `select s.name from waymark.role_grant g join waymark.person p on p.id = g.person_id join waymark.school s on s.id = g.school_id
        where g.organisation_id = '${world.organisation}' and p.given_name = 'Tess'`,
    );
    expect(roles).toEqual([{ name: 'Elm Park School' }]);
    await take('S2');
    expect(await where()).toEqual([
      { name: 'Ada', school: 'Elm Park School' },
      { name: 'Bo', school: 'Elm Park School' },
    ]);
  });
});
