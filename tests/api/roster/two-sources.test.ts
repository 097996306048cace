import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { importSet } from '#api/roster/import-set.ts';
import type { RosterReport } from '#contract/roster.ts';
import type { Actor } from '#domain/access/actor.ts';
import { putAccount } from '#local-tenant/state/moves.ts';
import { runQueue } from '#tests/api/meetings/queue.ts';
import { AYAAN, aDirectory, CALLUM, type Directory } from './a-directory.ts';
import { sds, setOf } from './sets.ts';

let school: Directory;
let ruth: Actor;
beforeEach(async () => {
  school = await aDirectory();
  ruth = await school.world.actorFor('coordinator');
});
afterEach(() => school.stop());

type Row = {
  readonly id: string;
  readonly username?: string;
  readonly given: string;
  readonly surname: string;
  readonly birthday?: string;
};

/** A School Data Sync set of these pupils, of the school that the directory knows too. */
const setOfPupils = (pupils: readonly Row[]) =>
  setOf(
    sds({
      'orgs.csv': 'sourcedId,name,type,parentSourcedId\nHBS,Hollin Bank School,school,\n',
      'users.csv': `sourcedId,username,givenName,familyName,email\n${pupils.map(({ id, username = '', given, surname }) => `${id},${username},${given},${surname},`).join('\n')}\n`,
      'roles.csv': `userSourcedId,orgSourcedId,role,grade,isPrimary,roleStartDate,roleEndDate\n${pupils.map(({ id }) => `${id},HBS,student,6,TRUE,,`).join('\n')}\n`,
      'classes.csv': 'sourcedId,orgSourcedId,title,sessionSourcedIds,courseSourcedId\n',
      'enrollments.csv': 'classSourcedId,userSourcedId,role\n',
      'relationships.csv': 'userSourcedId,relationshipUserSourcedId,relationshipRole\n',
      'demographics.csv': `userSourcedId,sex,birthDate\n${pupils.flatMap(({ id, birthday }) => (birthday ? [`${id},,${birthday}`] : [])).join('\n')}\n`,
      'userFlags.csv': 'userSourcedId,flag\n',
    }),
  );
const imported = (pupils: readonly Row[]): Promise<RosterReport> =>
  importSet(school.world.parts, ruth, setOfPupils(pupils), { preview: false, withoutRejected: true });

describe('a roster from CSV and the roster of Microsoft 365 end in the same place', () => {
  it('matched on the school’s own id', async () => {
    await imported([{ id: 'A123456789012', given: 'Cal', surname: 'Reid' }]);
    await school.sync();
    expect((await school.pupils()).map(({ name, birthday }) => [name, birthday])).toEqual([
      ['Ayaan Malik', '2012-10-03'],
      ['Cal Reid', '2016-02-11'],
    ]);
  });

  it('then on the address they sign in with, whichever came first', async () => {
    await school.sync();
    await imported([{ id: 'MIS-77', username: 'Callum.Reid@hollinbank.example', given: 'Callum', surname: 'Reed' }]);
    expect((await school.pupils()).map(({ name, externalId }) => [name, externalId])).toEqual([
      ['Ayaan Malik', 'A123456789013'],
      ['Callum Reid', 'A123456789012'],
    ]);
    await imported([{ id: 'MIS-77', username: 'callum.reid@hollinbank.example', given: 'Callum', surname: 'Reid-Hale' }]);
    expect((await school.pupils()).map(({ name }) => name)).toEqual(['Ayaan Malik', 'Callum Reid-Hale']);
    putAccount(school.house, AYAAN, { yearGroup: 10 });
    await school.sync();
    expect((await school.pupils()).map(({ name }) => name)).toEqual(['Ayaan Malik', 'Callum Reid-Hale']);
  });

  it('never on a shared address: two brothers written to at home stay two', async () => {
    await imported([
      { id: 'MIS-1', username: 'reid@home.example', given: 'Rory', surname: 'Reid' },
      { id: 'MIS-2', username: 'reid@home.example', given: 'Finlay', surname: 'Reid' },
    ]);
    await imported([
      { id: 'MIS-1', username: 'reid@home.example', given: 'Rory', surname: 'Reid' },
      { id: 'MIS-2', username: 'reid@home.example', given: 'Finlay', surname: 'Reid' },
    ]);
    expect((await school.pupils()).map(({ name }) => name)).toEqual(['Finlay Reid', 'Rory Reid']);
  });
});

describe('the same name and nothing else', () => {
  const doubts = async () => (await school.world.casework.openPeopleSync(ruth)).doubts;

  it('waits for a person, with both sides shown, and nobody is made meanwhile', async () => {
    const here = await school.world.enrol({
      givenName: 'Callum',
      surname: 'Reid',
      birthday: '2016-02-11',
      className: '6 Oak',
      yearGroup: 6,
      caseRef: 'WM-0412',
    });
    await school.sync();
    expect((await school.pupils()).map(({ name }) => name)).toEqual(['Ayaan Malik', 'Callum Reid']);
    const [doubt] = await doubts();
    expect(doubt).toMatchObject({
      kind: 'pupil',
      source: 'graph',
      here: { name: 'Callum Reid', birthday: '2016-02-11', yearGroup: 6, words: '6 Oak, WM-0412' },
      there: { name: 'Callum Reid', birthday: '2016-02-11', yearGroup: 6, email: 'callum.reid@hollinbank.example' },
    });
    await school.world.casework.settleDoubt(ruth, { doubt: doubt?.id ?? '', answer: 'same' });
    expect(await doubts()).toEqual([]);
    await runQueue(school.world, ['sync-people']);
    expect((await school.pupils()).map(({ name, externalId }) => [name, externalId])).toContainEqual(['Callum Reid', 'A123456789012']);
    expect(await school.classes()).toContain('6 Oak: Callum Reid; Gareth Pugh');
    expect(await school.world.sql(`select id from waymark.pupil where given_name = 'Callum'`)).toEqual([{ id: here }]);
  });

  it('is two people when a person says so, and is not asked again', async () => {
    await school.world.enrol({ givenName: 'Callum', surname: 'Reid', birthday: '2016-02-11', yearGroup: 6 });
    await school.sync();
    const [doubt] = await doubts();
    await school.world.casework.settleDoubt(ruth, { doubt: doubt?.id ?? '', answer: 'different' });
    await runQueue(school.world, ['sync-people']);
    expect((await school.pupils()).filter(({ name }) => name === 'Callum Reid')).toHaveLength(2);
    putAccount(school.house, CALLUM, { yearGroup: 7 });
    await school.sync();
    expect(await doubts()).toEqual([]);
    await expect(school.world.casework.settleDoubt(ruth, { doubt: doubt?.id ?? '', answer: 'same' })).rejects.toMatchObject({
      kind: 'changed-meanwhile',
    });
  });

  it('born on another day is another child, and nobody is asked', async () => {
    await school.world.enrol({ givenName: 'Callum', surname: 'Reid', birthday: '2015-03-01', yearGroup: 6 });
    await school.sync();
    expect((await school.pupils()).filter(({ name }) => name === 'Callum Reid')).toHaveLength(2);
    expect(await doubts()).toEqual([]);
  });

  it('in a CSV set waits too, and the import says so', async () => {
    await school.world.enrol({ givenName: 'Jaydon', surname: 'Osei', birthday: '2016-05-02', yearGroup: 6 });
    const row = { id: 'MIS-9', given: 'Jaydon', surname: 'Osei', birthday: '2016-05-02' };
    expect((await imported([row])).reasons).toEqual([expect.stringContaining('One person has the name of somebody who is here already')]);
    const [doubt] = await doubts();
    await school.world.casework.settleDoubt(ruth, { doubt: doubt?.id ?? '', answer: 'same' });
    await imported([{ ...row, surname: 'Osei-Bonsu' }]);
    expect((await school.pupils()).map(({ name }) => name)).toEqual(['Jaydon Osei-Bonsu']);
  });

  it('of a member of staff waits as well', async () => {
    await school.world.sql(
      `insert into waymark.person (organisation_id, id, given_name, surname, email) values ('${school.world.organisation}', gen_random_uuid(), 'Priya', 'Nair', 'p.nair@elsewhere.example')`,
    );
    await school.sync();
    expect(await doubts()).toEqual([
      expect.objectContaining({ kind: 'person', there: expect.objectContaining({ name: 'Priya Nair', words: 'Teacher' }) }),
    ]);
  });

  it('is not shown to an administrator, who sees that somebody waits', async () => {
    await school.world.enrol({ givenName: 'Callum', surname: 'Reid', birthday: '2016-02-11', yearGroup: 6 });
    await school.sync();
    const administrator = await school.world.actorFor('administrator');
    const seen = await school.world.casework.openPeopleSync(administrator);
    expect(seen).toMatchObject({ doubts: [], changes: [], waiting: 1, may: { settle: false } });
    expect(JSON.stringify(seen)).not.toContain('Reid');
    await expect(school.world.casework.settleDoubt(administrator, { doubt: CALLUM, answer: 'same' })).rejects.toMatchObject({
      kind: 'not-allowed',
    });
  });
});

describe('the family that Microsoft 365 names', () => {
  const fiona = { name: 'Fiona Reid', email: 'fiona.reid@home.example', phone: '07700 900412', relation: 'parent' } as const;
  const contacts = () =>
    school.world.sql<{ name: string; email: string | null; phone: string | null; restriction: string | null; responsibility: boolean }>(
      `select trim(given_name || ' ' || surname) as name, email, phone, restriction, parental_responsibility as responsibility from waymark.contact order by 1`,
    );

  it('become contacts, without a responsibility that nobody has said', async () => {
    putAccount(school.house, CALLUM, { contacts: [fiona] });
    await school.sync();
    expect(await contacts()).toEqual([
      { name: 'Fiona Reid', email: fiona.email, phone: fiona.phone, restriction: null, responsibility: false },
    ]);
  });

  it('are left as a person put them right, and untouched where they are restricted', async () => {
    putAccount(school.house, CALLUM, { contacts: [fiona] });
    await school.sync();
    await school.world.sql(`update waymark.contact set phone = '07700 900999', parental_responsibility = true`);
    putAccount(school.house, CALLUM, { contacts: [fiona, { name: 'Dean Reid', email: 'dean@home.example', relation: 'parent' }] });
    await school.sync();
    expect((await contacts())[1]).toMatchObject({ phone: '07700 900999', responsibility: true });
    await school.world.sql(`update waymark.contact set restriction = 'Court order' where given_name = 'Dean'`);
    putAccount(school.house, CALLUM, {
      contacts: [fiona, { name: 'Dean Reid', email: 'dean@home.example', phone: '07700 900111', relation: 'parent' }],
    });
    await school.sync();
    expect((await contacts())[0]).toEqual({
      name: 'Dean Reid',
      email: 'dean@home.example',
      phone: null,
      restriction: 'Court order',
      responsibility: false,
    });
  });

  it('who are no longer named stay, for a contact is never taken away by itself', async () => {
    putAccount(school.house, CALLUM, { contacts: [fiona] });
    await school.sync();
    putAccount(school.house, CALLUM, { contacts: [] });
    await school.sync();
    expect(await contacts()).toHaveLength(1);
  });
});
