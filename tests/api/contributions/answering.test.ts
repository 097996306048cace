import { beforeEach, describe, expect, it } from '@jest/globals';
import type { GivenAnswer } from '#contract/contributions.ts';
import type { Actor } from '#domain/access/actor.ts';
import { person, type RoundRobin, roundRobin } from './a-request.ts';

let story: RoundRobin;
let request: string;
let mine: string;
let others: string;
beforeEach(async () => {
  story = await roundRobin();
  const asked = await story.ask([person(story.gareth), person(story.sian), `person/${story.people.joanna.id}`, `contact/${story.contact}`]);
  request = asked.request;
  mine = asked.contributions['Gareth Pugh'] ?? '';
  others = asked.contributions['Joanna Tse'] ?? '';
});

const WELL = [{ question: 'well', words: 'Explains maps to others.' }];
const answer = (actor: Actor, answers: GivenAnswer[] = WELL, contribution = mine) =>
  story.world.casework.answerContribution(actor, { contribution, answers });
const entry = async (id: string) =>
  (await story.world.casework.openEntries(story.ruth, { pupil: story.pupil, kind: 'contribution' })).entries.find((one) => one.id === id);
const history = async (entryId: string) =>
  (await story.world.casework.entryHistory(story.ruth, { pupil: story.pupil, kind: 'contribution', entry: entryId })).editions;

describe('the answer of somebody who was asked', () => {
  it('stands in the record with its questions, the day it came and its author', async () => {
    const form = await answer(story.gareth, [...WELL, { question: 'tried', words: 'A seat at the front.' }]);
    expect(form).toMatchObject({ state: 'answered', stateWords: 'Answered Mon 23 Nov, 09:00', late: false });
    expect((await entry(mine))?.values).toMatchObject({
      words: 'What goes well?\nExplains maps to others.\n\nWhat has been tried, and what came of it?\nA seat at the front.',
      receivedOn: '2026-11-23',
    });
    expect((await history(mine)).map(({ by, deed }) => [by, deed])).toEqual([
      ['Gareth Pugh', 'changed'],
      ['Ruth Okafor', 'made'],
    ]);
  });

  it('sent twice is one edition; other words take its place and the earlier ones stay in the history', async () => {
    await answer(story.gareth);
    await answer(story.gareth);
    expect(await history(mine)).toHaveLength(2);
    await answer(story.gareth, [{ question: 'well', words: 'Draws maps from memory.' }]);
    expect((await entry(mine))?.values.words).toContain('Draws maps from memory.');
    expect(JSON.stringify(await history(mine))).toContain('Explains maps to others.');
  });

  it('after the due day is taken, and stands as late', async () => {
    story.world.clock.set('2026-12-03T10:00:00.000Z');
    expect(await answer(story.gareth)).toMatchObject({ state: 'answered', late: true });
    expect((await story.stands(request)).people.find(({ contribution }) => contribution === mine)).toMatchObject({
      answeredOn: '2026-12-03',
      late: true,
    });
  });

  it('duty 3 A3: after they left the class it is not taken, and they are told whom to tell', async () => {
    await story.world.sql("update waymark.class_teacher set to_day = '2026-11-22' where person_id = $1", [story.gareth.person]);
    await expect(answer(story.gareth)).rejects.toMatchObject({
      kind: 'not-allowed',
      message: 'You do not work with this pupil any more, so this cannot go into the record. Tell Ruth Okafor what you know.',
    });
    expect((await entry(mine))?.values.receivedOn).toBeNull();
  });

  it('is refused after the request was closed or withdrawn, each in its own words', async () => {
    const other = (await story.ask([person(story.gareth)])).request;
    const again = (await story.stands(other)).people[0]?.contribution ?? '';
    await story.world.casework.endContributions(story.ruth, { request, as: 'closed' });
    await story.world.casework.endContributions(story.ruth, { request: other, as: 'withdrawn', reason: 'Wrong pupil' });
    await expect(answer(story.gareth)).rejects.toMatchObject({
      kind: 'not-ready',
      message: expect.stringContaining('closed this on Mon 23 Nov'),
    });
    await expect(answer(story.gareth, WELL, again)).rejects.toMatchObject({ message: expect.stringContaining('it is no longer asked') });
    expect((await entry(mine))?.values.receivedOn).toBeNull();
    expect(await entry(again)).toBeUndefined();
  });

  it('is refused once the entry was taken out of the record', async () => {
    const { version } = (await entry(mine)) ?? { version: 0 };
    await story.world.casework.withdrawEntry(story.ruth, {
      pupil: story.pupil,
      kind: 'contribution',
      entry: mine,
      version,
      reason: 'Asked twice',
    });
    await expect(answer(story.gareth)).rejects.toThrow('taken out of the record');
    expect((await story.stands(request)).people.map(({ contribution }) => contribution)).not.toContain(mine);
  });

  it.each([
    ['nothing', [], /Nothing is written yet/],
    ['too much', [{ question: 'well', words: 'x'.repeat(5000) }], /Shorten them by 1,016 characters/],
  ])('of %s is refused with what to do', async (_, answers, words) => {
    await expect(answer(story.gareth, answers)).rejects.toThrow(words);
    expect((await entry(mine))?.values.receivedOn).toBeNull();
  });

  it('cannot be given by somebody else who works with the pupil', async () => {
    await expect(answer(story.sian)).rejects.toMatchObject({ kind: 'not-allowed', message: 'This was asked of somebody else.' });
    await expect(answer(story.ruth)).rejects.toMatchObject({ kind: 'not-allowed' });
  });

  it('what waits for somebody is on their list until they have answered', async () => {
    const asked = async () => (await story.world.casework.openAsked(story.gareth)).asked.map(({ contribution }) => contribution);
    const today = async () => {
      const { sentence, rows } = await story.world.casework.openToday(story.gareth);
      return { sentence, rows: rows.map(({ id, mine: own, step }) => [id, own, step.deed]) };
    };
    expect(await asked()).toEqual([mine]);
    expect(await today()).toEqual({ sentence: '1 of yours in the next 14 days.', rows: [[mine, true, 'answer']] });
    await answer(story.gareth);
    expect(await asked()).toEqual([]);
    expect(await today()).toEqual({ sentence: 'Nothing of yours in the next 14 days.', rows: [] });
    expect((await story.world.casework.openAsked(story.ruth)).asked).toEqual([]);
  });
});

describe('the answer by link', () => {
  const visitBy = async (who: RegExp) => {
    await story.post();
    const letter = story.graph.letters.filter(({ to }) => who.test(to[0]?.name ?? '')).at(-1);
    return { letter, ...(await story.enter(/\/link\/#(\S+)/.exec(letter?.text ?? '')?.[1])) };
  };

  it('asks the same questions, without the child’s name in the letter, and its author is who was asked', async () => {
    const { letter, token, visit } = await visitBy(/Joanna/);
    expect(`${letter?.subject} ${letter?.text}`).not.toMatch(/Ayaan|Malik/);
    const page = await story.visits.page({ token, visit });
    expect(page.questions).toMatchObject({ title: 'Round-robin about a concern', given: false, dueOn: '2026-11-30' });
    expect(page.questions?.asked.map(({ words, standard }) => [words, standard])).toContainEqual(['What goes well?', true]);
    const answered = await story.visits.answer({ token, visit, answers: WELL });
    expect(answered.questions?.given).toBe(true);
    expect((await entry(others))?.values).toMatchObject({ receivedOn: '2026-11-23', words: 'What goes well?\nExplains maps to others.' });
    expect((await history(others))[0]).toMatchObject({ by: 'Joanna Tse', deed: 'changed' });
  });

  it('of the family shows them as its author in the history', async () => {
    const { token, visit } = await visitBy(/Saima/);
    await story.visits.answer({ token, visit, answers: [{ question: 'hard', words: 'Mornings.' }] });
    const [written] = (await story.stands(request)).people.filter(({ name }) => name === 'Saima Malik');
    expect(written?.answers).toEqual([{ question: 'hard', words: 'Mornings.' }]);
    expect((await history(written?.contribution ?? ''))[0]?.by).toBe('Saima Malik, mother');
  });

  it('does what it was made for and nothing else', async () => {
    const { token, visit } = await visitBy(/Joanna/);
    await expect(story.visits.answer({ token, visit, words: 'x' })).rejects.toThrow('not made for that');
    await expect(story.visits.answer({ token, visit, answers: [] })).rejects.toThrow('Nothing is written yet');
  });

  it('opens nothing after the request was closed', async () => {
    const { token, visit } = await visitBy(/Joanna/);
    await story.world.casework.endContributions(story.ruth, { request, as: 'closed' });
    await expect(story.visits.answer({ token, visit, answers: WELL })).rejects.toMatchObject({ kind: 'not-ready' });
    expect((await story.visits.open({ token })).state).toBe('ended');
  });
});
