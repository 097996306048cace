import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { deleteAccount, putAccount } from '#local-tenant/state/moves.ts';
import { waitingJobs } from '#tests/api/meetings/queue.ts';
import { aTenantSchool } from '#tests/builders/tenant-school.ts';
import { AYAAN, aDirectory, CALLUM, type Directory, idOf } from './a-directory.ts';

/** A school of a hundred and two pupils: its people come in two pages. */
const aLargerSchool = () => {
  const small = aTenantSchool();
  const more = Array.from({ length: 100 }, (_, index) => ({
    ...small.pupils[0]!,
    key: `pupil.${index}`,
    id: idOf(1_000 + index),
    givenName: `Given${index}`,
    surname: `Family${index}`,
    upn: `B${String(index).padStart(12, '0')}`,
  }));
  return aTenantSchool({ pupils: [...small.pupils, ...more] });
};

let school: Directory;
beforeEach(async () => {
  school = await aDirectory(aLargerSchool());
});
afterEach(() => school.stop());

const times = (path: string): number => school.asked().filter((one) => one.endsWith(path)).length;

describe('a reading that cannot go on', () => {
  it('leaves the record as it was, says why, and goes on by itself from the page where it stopped', async () => {
    school.tenant.controls.set({ throttle: { after: 3, retryAfter: '120', times: 1000 } });
    expect(await school.sync()).toBe('resting');
    expect(await school.pupils()).toEqual([]);
    expect(await school.run()).toMatchObject({
      state: 'resting',
      problem: 'Microsoft 365 is asking Waymark to slow down, so it could not read pupils and teachers yet. Try again in a minute.',
    });
    expect((await waitingJobs(school.world)).map(({ task }) => task)).toContain('sync-people');
    school.tenant.controls.reset();
    school.asked();
    expect(await school.sync({ again: true })).toBe('done');
    expect(school.asked()).toEqual(['GET /education/users/delta', 'GET /groups/delta', 'GET /users/delta']);
    expect(await school.pupils()).toHaveLength(102);
    expect(await school.run()).toMatchObject({ state: 'done', attempt: 2 });
  });

  it('because a page breaks off is tried again and takes nothing of the half', async () => {
    await school.sync();
    putAccount(school.house, CALLUM, { surname: 'Reid-Hale' });
    deleteAccount(school.house, AYAAN);
    school.tenant.controls.set({ cutReplies: 1 });
    expect(await school.sync()).toBe('resting');
    expect((await school.pupils()).find(({ name }) => name.startsWith('Callum'))).toMatchObject({ name: 'Callum Reid' });
    expect(await school.sync({ again: true })).toBe('done');
    expect((await school.pupils()).find(({ name }) => name.startsWith('Callum'))).toMatchObject({ name: 'Callum Reid-Hale' });
  });

  it('because consent is missing waits for the night, with the permission by name', async () => {
    school.tenant.controls.set({ withdrawnPermissions: ['EduRoster.Read.All'] });
    expect(await school.sync()).toBe('failed');
    const { problem } = await school.run();
    expect(problem).toContain('EduRoster.Read.All is missing. Nothing was changed.');
    school.tenant.controls.reset();
    expect(await school.sync()).toBe('done');
    expect(await school.pupils()).toHaveLength(102);
  });

  it('because Microsoft 365 is down gives up after four rests and leaves it to the night', async () => {
    school.tenant.controls.set({ failNext: { times: 10_000, status: 503, retryAfter: '600' } });
    const ends = [await school.sync()];
    for (let attempt = 2; attempt <= 5; attempt += 1) ends.push(await school.sync({ again: true }));
    expect(ends).toEqual(['resting', 'resting', 'resting', 'resting', 'failed']);
  }, 60_000);
});

describe('what Microsoft 365 does not let Waymark read', () => {
  it('of groups is asked class by class', async () => {
    school.tenant.controls.set({ withdrawnPermissions: ['GroupMember.Read.All'] });
    expect(await school.sync()).toBe('done');
    expect(await school.classes()).toEqual(['6 Oak: Callum Reid; Gareth Pugh', '9 B Maths: Ayaan Malik; Priya Nair']);
    expect((await school.run()).notes).toEqual([
      'Waymark may not read the changes of groups (GroupMember.Read.All), so every class was asked for its members one by one.',
    ]);
  });

  it('of accounts is left out, and everything else is read', async () => {
    school.tenant.controls.set({ withdrawnPermissions: ['User.Read.All'] });
    expect(await school.sync()).toBe('done');
    expect(await school.pupils()).toHaveLength(102);
    expect((await school.run()).notes).toEqual([expect.stringContaining('User.Read.All')]);
  });
});

it('a link that has expired is answered by reading everything anew, and who went meanwhile is closed', async () => {
  await school.sync();
  deleteAccount(school.house, AYAAN);
  school.tenant.controls.set({ deltaEpoch: school.tenant.controls.now().deltaEpoch + 1 });
  school.asked();
  expect(await school.sync()).toBe('done');
  expect(times('/education/users/delta')).toBe(3);
  expect((await school.pupils()).filter(({ leftOn }) => leftOn !== null).map(({ name }) => name)).toEqual(['Ayaan Malik']);
  school.asked();
  await school.sync();
  expect(school.asked()).toHaveLength(5);
});

it('a tenant without School Data Sync is told what to do instead, and closes nobody', async () => {
  school.tenant.controls.set({ educationEmpty: true });
  await school.world.enrol({ givenName: 'Robin', surname: 'Ashby' });
  expect(await school.sync()).toBe('done');
  expect(await school.pupils()).toHaveLength(1);
  expect((await school.run()).notes).toEqual([expect.stringContaining('Bring class-list.csv and timetable.csv instead')]);
});

it('when a fifth of the school is gone at once nothing is changed until somebody says that it is true', async () => {
  await school.sync();
  for (let index = 0; index < 40; index += 1) deleteAccount(school.house, idOf(1_000 + index));
  expect(await school.sync()).toBe('held');
  expect((await school.pupils()).filter(({ leftOn }) => leftOn !== null)).toEqual([]);
  expect((await school.run()).problem).toContain('no longer knows 40 pupils who are here');
  expect(await school.sync({ closeMany: true })).toBe('done');
  expect((await school.pupils()).filter(({ leftOn }) => leftOn !== null)).toHaveLength(40);
});

it('two readings at once do not meet: the second leaves it to the first', async () => {
  expect((await Promise.all([school.sync(), school.sync()])).toSorted()).toEqual(['busy', 'done']);
});
