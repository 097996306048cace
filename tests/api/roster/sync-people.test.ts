import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { deleteAccount, deleteClass, putAccount, putClass, putInClass } from '#local-tenant/state/moves.ts';
import { AYAAN, aDirectory, CALLUM, type Directory, GARETH, idOf, MATHS, OAK, PRIYA } from './a-directory.ts';

let school: Directory;
const anew = async (): Promise<void> => {
  school = await aDirectory();
};
const away = (): Promise<void> => school.stop();

const at = (day: string): void => school.world.clock.set(`${day}T09:00:00.000Z`);

describe('people and classes of Microsoft 365', () => {
  beforeAll(anew);
  afterAll(away);

  it('come into the record', async () => {
    expect(await school.sync()).toBe('done');
    expect(await school.pupils()).toEqual([
      { name: 'Ayaan Malik', externalId: 'A123456789013', birthday: '2012-10-03', year: 9, leftOn: null },
      { name: 'Callum Reid', externalId: 'A123456789012', birthday: '2016-02-11', year: 6, leftOn: null },
    ]);
    expect((await school.staff()).map(({ name, entraId }) => [name, entraId])).toContainEqual(['Gareth Pugh', GARETH]);
    expect(await school.classes()).toEqual(['6 Oak: Callum Reid; Gareth Pugh', '9 B Maths: Ayaan Malik; Priya Nair']);
  });

  it('cost one request a collection where nothing has changed, and change nothing', async () => {
    school.asked();
    expect(await school.sync()).toBe('done');
    expect(school.asked()).toEqual([
      'GET /education/schools/delta',
      'GET /education/classes/delta',
      'GET /education/users/delta',
      'GET /groups/delta',
      'GET /users/delta',
    ]);
    expect(await school.run()).toMatchObject({ state: 'done', requests: 5, counts: { changes: [] } });
  });

  it('show every change after one reading: a pupil who joins, one who moves class, a name that changes', async () => {
    at('2026-11-24');
    putAccount(school.house, idOf(103), {
      kind: 'pupil',
      key: 'jaydon.osei',
      givenName: 'Jaydon',
      surname: 'Osei',
      displayName: 'Jaydon Osei',
      principalName: 'jaydon.osei@hollinbank.example',
      mail: 'jaydon.osei@hollinbank.example',
      externalId: 'A123456789014',
      yearGroup: 6,
      birthday: '2016-05-02',
      enabled: true,
      role: 'pupil',
      jobTitle: null,
      department: null,
      officeLocation: null,
    });
    putInClass(school.house, OAK, [idOf(103)], [CALLUM]);
    putInClass(school.house, MATHS, [CALLUM]);
    putAccount(school.house, AYAAN, { surname: 'Malik-Rahman' });
    expect(await school.sync()).toBe('done');
    expect((await school.pupils()).map(({ name }) => name)).toEqual(['Ayaan Malik-Rahman', 'Jaydon Osei', 'Callum Reid']);
    expect(await school.classes()).toEqual(['6 Oak: Jaydon Osei; Gareth Pugh', '9 B Maths: Ayaan Malik-Rahman, Callum Reid; Priya Nair']);
  });

  it('leave what a person put right as it is, until Microsoft 365 says something new about it', async () => {
    await school.world.sql("update waymark.pupil set given_name = 'Cal', birthday = '2016-02-12' where external_id = 'A123456789012'");
    putAccount(school.house, CALLUM, { yearGroup: 7 });
    await school.sync();
    expect((await school.pupils())[2]).toMatchObject({ name: 'Cal Reid', birthday: '2016-02-12', year: 7 });
    putAccount(school.house, CALLUM, { givenName: 'Callum James' });
    await school.sync();
    expect((await school.pupils())[2]).toMatchObject({ name: 'Callum James Reid', birthday: '2016-02-12' });
  });

  it('are closed when they leave, never deleted, and lose their access that day', async () => {
    at('2026-11-25');
    deleteAccount(school.house, PRIYA);
    deleteAccount(school.house, AYAAN);
    await school.sync();
    expect((await school.pupils())[0]).toMatchObject({ name: 'Ayaan Malik-Rahman', leftOn: '2026-11-25' });
    expect((await school.staff()).find(({ name }) => name === 'Priya Nair')).toMatchObject({ leftOn: '2026-11-25' });
    at('2026-11-26');
    expect(await school.classes()).toEqual(['6 Oak: Jaydon Osei; Gareth Pugh', '9 B Maths: Callum James Reid']);
  });

  it('are open again when they come back, in their classes', async () => {
    putAccount(school.house, PRIYA, {});
    putAccount(school.house, AYAAN, {});
    putInClass(school.house, MATHS, [PRIYA, AYAAN]);
    await school.sync();
    expect((await school.pupils())[0]).toMatchObject({ leftOn: null });
    expect((await school.staff()).find(({ name }) => name === 'Priya Nair')).toMatchObject({ leftOn: null });
    expect((await school.classes())[1]).toBe('9 B Maths: Ayaan Malik-Rahman, Callum James Reid; Priya Nair');
  });

  it('whose account is blocked are closed too, and open when it is let in again', async () => {
    putAccount(school.house, GARETH, { enabled: false });
    await school.sync();
    expect((await school.staff()).find(({ name }) => name === 'Gareth Pugh')).toMatchObject({ leftOn: '2026-11-26' });
    putAccount(school.house, GARETH, { enabled: true });
    await school.sync();
    expect((await school.staff()).find(({ name }) => name === 'Gareth Pugh')).toMatchObject({ leftOn: null });
  });

  it('of a class that ends are in it no more, and a class that begins is there with its people', async () => {
    deleteClass(school.house, MATHS);
    putClass(school.house, idOf(203), { name: '9 B Science', subject: 'Science', yearGroup: 9 });
    putInClass(school.house, idOf(203), [PRIYA, AYAAN]);
    await school.sync();
    expect((await school.classes()).slice(1)).toEqual(['9 B Maths (ended)', '9 B Science: Ayaan Malik-Rahman; Priya Nair']);
  });
});
