import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { asDay } from '#domain/calendar/day.ts';
import { type HollinBank, theHollinBank } from '#tests/builders/hollin-bank.ts';

let school: HollinBank;
let callum: string;
let fiona: string;
let mark: string;
let goals: readonly { id: string }[];

beforeAll(async () => {
  school = await theHollinBank();
  callum = school.pupil('callum.reid');
  const page = await school.casework.openPupil(school.actor('ruth.okafor'), { pupil: callum });
  fiona = page.contacts.find(({ name }) => name === 'Fiona Reid')!.id;
  mark = page.contacts.find(({ name }) => name === 'Mark Reid')!.id;
  goals = page.goals;
}, 60_000);

const TODAY = asDay('2026-11-23');
const entry = (more: object = {}) => ({
  pupil: callum,
  request: randomUUID(),
  kind: 'call' as const,
  on: TODAY,
  words: 'Slept badly before the science trip.',
  ...more,
});
const log = (more: object = {}, who = 'ruth.okafor') => school.casework.log(school.actor(who), entry(more));

describe('logging what happened', () => {
  it('a call with his mother is announced by her name and stands on the timeline', async () => {
    const logged = await log({ contact: fiona, minutes: 12, words: 'Will send comments on the draft tonight.' });
    expect(logged.words).toBe('Logged: call with Fiona Reid');
    const { timeline } = await school.casework.openPupil(school.actor('ruth.okafor'), { pupil: callum });
    expect(timeline.find(({ id }) => id === logged.id)).toMatchObject({
      words: 'Call with Fiona Reid, mother',
      detail: 'Will send comments on the draft tonight. · Ruth Okafor · 12 min',
    });
  });

  it('the same request sent twice, even at once, is one entry and one answer', async () => {
    const ask = entry({ contact: fiona, words: 'Asked about the quiet room.' });
    const ruth = school.actor('ruth.okafor');
    const [one, other] = await Promise.all([school.casework.log(ruth, ask), school.casework.log(ruth, ask)]);
    const later = await school.casework.log(ruth, ask);
    expect([other, later]).toEqual([one, one]);
    const [{ n }] = (await school.world.sql<{ n: number }>(
      "select count(*)::int as n from waymark.log_entry where words = 'Asked about the quiet room.'",
    )) as [{ n: number }];
    expect(n).toBe(1);
  });

  it('nothing is logged for a day that has not come', async () => {
    await expect(log({ on: asDay('2026-11-24') })).rejects.toMatchObject({
      kind: 'not-valid',
      fields: [{ field: 'on', reason: 'That day has not come yet.' }],
    });
  });

  it('a call that came from a restricted contact can be logged, a visit or a promise to him cannot', async () => {
    expect((await log({ contact: mark })).words).toBe('Logged: call received from Mark Reid');
    await expect(log({ contact: mark, kind: 'visit' })).rejects.toMatchObject({
      kind: 'not-valid',
      message: expect.stringContaining('must not be contacted'),
    });
    await expect(log({ contact: mark, promise: 'Ring back', promiseDue: asDay('2026-11-24') })).rejects.toMatchObject({
      kind: 'not-valid',
    });
  });

  it('a promise goes to Today with its date', async () => {
    await log({ contact: fiona, promise: 'Ring back about the trip', promiseDue: asDay('2026-11-24') });
    const { rows } = await school.casework.openToday(school.actor('ruth.okafor'));
    expect(rows.find(({ title }) => title === 'Ring back about the trip')).toMatchObject({
      kind: 'promise',
      due: '2026-11-24',
      daysWords: '1 day left',
      mine: true,
      why: 'Promised to the family on Mon 23 Nov',
    });
  });

  it('a contact of another pupil is refused', async () => {
    const other = await school.casework.openPupil(school.actor('ruth.okafor'), { pupil: school.pupil('petra.novak') });
    await expect(log({ contact: other.contacts[0]!.id })).rejects.toMatchObject({ kind: 'not-valid' });
  });

  it('a leader reads the record and does not add to its log; a stranger is not told that it exists', async () => {
    await expect(log({}, 'catrin.bowen')).rejects.toMatchObject({ kind: 'not-allowed' });
    await expect(log({}, 'beth.calloway')).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('a pupil who has left is only read', async () => {
    const gone = school.pupil('jan.nowak');
    await school.world.sql("update waymark.pupil set left_on = '2026-11-20' where id = $1", [gone]);
    await expect(school.casework.log(school.actor('ruth.okafor'), { ...entry(), pupil: gone })).rejects.toMatchObject({
      kind: 'not-ready',
    });
  });
});

describe('a progress point', () => {
  const score = (goal: number, value: number, more: object = {}) =>
    school.casework.recordScore(school.actor('sian.morgan'), { goal: goals[goal]!.id, request: randomUUID(), on: TODAY, value, ...more });

  it('says at once where the score stands', async () => {
    expect((await score(0, 44)).words).toBe('Recorded: 44 words, 7 above the aimline (37)');
  });

  it('sent twice it is one point', async () => {
    const request = randomUUID();
    const [one, other] = [await score(0, 45, { request }), await score(0, 45, { request })];
    expect(other).toEqual(one);
    const [{ n }] = (await school.world.sql<{ n: number }>(
      'select count(*)::int as n from waymark.measurement where goal_id = $1 and value = 45',
      [goals[0]!.id],
    )) as [{ n: number }];
    expect(n).toBe(1);
  });

  it('a score beyond the scale is asked about', async () => {
    await expect(score(1, 7)).rejects.toMatchObject({
      kind: 'not-valid',
      fields: [{ field: 'value', reason: 'The scale goes from 0 to 5. Is 7 right?' }],
    });
  });

  it('a fifth point below the line says that something is to be decided', async () => {
    expect(await score(1, 1)).toMatchObject({
      urgency: 'near',
      words: expect.stringContaining('four in a row below the aimline: decide what to change'),
    });
  });

  it('a score of tomorrow, or from before the goal, is refused', async () => {
    await expect(score(0, 40, { on: asDay('2026-11-24') })).rejects.toMatchObject({ kind: 'not-valid' });
    await expect(score(0, 40, { on: asDay('2026-09-01') })).rejects.toMatchObject({ kind: 'not-valid' });
  });

  it('a goal of a pupil one does not know of is as unknown as no goal', async () => {
    const strange = await school.casework
      .recordScore(school.actor('beth.calloway'), { goal: goals[0]!.id, request: randomUUID(), on: TODAY, value: 40 })
      .catch((fault) => fault);
    const unknown = await school.casework
      .recordScore(school.actor('beth.calloway'), { goal: randomUUID(), request: randomUUID(), on: TODAY, value: 40 })
      .catch((fault) => fault);
    expect([strange.kind, strange.message]).toEqual([unknown.kind, unknown.message]);
  });
});
