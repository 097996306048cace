import { beforeEach, describe, expect, it } from '@jest/globals';
import type { StrategyAnswers } from '#contract/strategies.ts';
import type { Actor } from '#domain/access/actor.ts';
import { type AClass, aClass } from './a-class.ts';

let at: AClass;
beforeEach(async () => {
  at = await aClass();
});

const mine = async (actor: Actor = at.anna) => (await at.world.casework.openMyStrategies(actor, {})).pupils[0]!;
type Answers = StrategyAnswers['answers'];
const answer = async (answers: Answers, read = false, more: { edition?: string; actor?: Actor } = {}) =>
  at.world.casework.answerStrategies(more.actor ?? at.anna, {
    pupil: at.callum,
    edition: more.edition ?? (await mine(more.actor)).edition,
    answers,
    read,
  });
const kept = async () =>
  (await at.world.sql<{ count: number }>('select count(*)::int as count from waymark.strategy_mark where pupil_id = $1', [at.callum]))[0]
    ?.count;
const marks = () => at.world.casework.openStrategyMarks(at.ruth, { pupil: at.callum });

describe('a teacher says what works', () => {
  it('reads three strategies of a pupil they teach, and has answered none', async () => {
    const page = await at.world.casework.openMyStrategies(at.anna, { class: at.oak });
    expect(page).toMatchObject({ title: 'My pupils in 6 Oak', sentence: '1 of 1 have a sheet · 1 to read' });
    expect(page.goesTo).toBe('Goes to Sam Coordinator and the papers of the next review, with your name.');
    expect(page.pupils[0]?.strategies.map(({ words, mark }) => [words, mark])).toEqual([
      ['Show, then tell: a picture of the task first', null],
      ['Ten minutes’ warning of any change', null],
      ['Begin the first sentence together', null],
    ]);
  });

  it('duty 4 A3: an answer is kept with name and day, and stands at the pupil for the coordinator', async () => {
    await answer([{ line: at.lines[1], version: 1, mark: 'does-not', said: 'He loses the card after PE' }]);
    const found = await marks();
    expect(found.strategies[1]).toMatchObject({
      counts: 'Does not for 1',
      marks: [{ mark: 'does-not', by: 'Sam Teacher', dayWords: 'Mon 23 Nov', said: 'He loses the card after PE' }],
    });
    expect(found.strategies[0]?.counts).toBe('No answer yet');
  });

  it('pressed twice it is one answer; changed, the newer counts and the older stays in the record', async () => {
    await answer([{ line: at.lines[0], version: 1, mark: 'works' }]);
    await answer([{ line: at.lines[0], version: 1, mark: 'works' }]);
    expect(await kept()).toBe(1);
    at.world.clock.set('2026-11-23T10:00:00.000Z');
    await answer([{ line: at.lines[0], version: 1, mark: 'not-tried' }]);
    expect(await kept()).toBe(2);
    expect((await marks()).strategies[0]?.counts).toBe('Not tried by 1');
    at.world.clock.set('2026-11-23T11:00:00.000Z');
    await answer([{ line: at.lines[0], version: 1, mark: null }]);
    expect((await marks()).strategies[0]?.counts).toBe('No answer yet');
  });

  it('duty 4 A3: reading is confirmed for the edition that was read; new words ask again', async () => {
    expect((await answer([], true)).savedWords).toBe('Read, Mon 23 Nov 09:00');
    expect((await mine()).readWords).toBe('You read this Mon 23 Nov');
    await at.reword(at.lines[2], 'Begin the first sentence together, then step back');
    const again = await mine();
    expect(again).toMatchObject({ readWords: null });
    expect(again.changedWords).toMatch(/^Changed /);
  });

  it('a strategy that changed while the card was open is not answered by it; the unchanged ones are, and the reply says so', async () => {
    const { edition } = await mine();
    await at.reword(at.lines[0], 'Show a picture of the task first');
    const { moved, pupil } = await answer(
      [
        { line: at.lines[0], version: 1, mark: 'works' },
        { line: at.lines[1], version: 1, mark: 'works' },
      ],
      true,
      { edition },
    );
    expect(moved).toMatch(/^The strategies changed while this was open/);
    expect(pupil.strategies.map(({ mark }) => mark)).toEqual([null, 'works', null]);
    expect(pupil.readWords).toBeNull();
  });

  it('a teacher moved out of the class while the card was open hears so, and nothing is recorded', async () => {
    const { edition } = await mine();
    await at.leave(at.anna);
    await expect(answer([{ line: at.lines[0], version: 1, mark: 'works' }], true, { edition })).rejects.toMatchObject({
      kind: 'not-found',
      message: 'You no longer teach this class, so nothing was recorded. Tell the coordinator what you saw.',
    });
    expect(await kept()).toBe(0);
    expect((await at.world.casework.openMyStrategies(at.anna, {})).pupils).toEqual([]);
  });

  it('a teacher of another class hears nothing, not even that there is such a pupil', async () => {
    const stranger = await at.world.actorFor('teacher');
    await expect(answer([], true, { edition: 'x', actor: stranger })).rejects.toMatchObject({ kind: 'not-found' });
    await expect(at.world.casework.openMyStrategies(stranger, { class: at.oak })).rejects.toMatchObject({ kind: 'not-found' });
  });
});

describe('who has read what', () => {
  it('shows the coordinator each teacher, with when whoever has not read it is asked', async () => {
    const bo = await at.world.actorFor('teacher');
    await at.teach(bo);
    await answer([{ line: at.lines[0], version: 1, mark: 'works' }], true);
    const { rows, sentence } = await at.world.casework.openReadings(at.ruth, { class: at.oak });
    expect(sentence).toBe('1 pupil of 1 with somebody who has not read what helps. Each is asked by a card of their own.');
    expect(rows[0]?.counts).toBe('1 of 2 have read it · Works for 1');
    expect(rows[0]?.readers.map(({ words }) => words).sort()).toEqual(['Not read yet; card comes Mon 30 Nov', 'Read Mon 23 Nov']);
  });

  it('is not for a teacher', async () => {
    await expect(at.world.casework.openReadings(at.anna, {})).rejects.toMatchObject({ kind: 'not-allowed' });
  });
});

describe('what colleagues say', () => {
  it('stands on the class sheet under the strategy, with who and when, for as long as its words are the same', async () => {
    await answer([{ line: at.lines[0], version: 1, mark: 'works', said: 'Every time' }]);
    const doThis = async () => (await at.world.casework.openClassSheet(at.ruth, { class: at.oak })).rows[0]?.doThis;
    expect((await doThis())?.map(({ said }) => said)).toEqual(['Works: Sam Teacher, Mon 23 Nov', null, null]);
    expect(JSON.stringify(await doThis())).not.toContain('Every time');
    await at.reword(at.lines[0], 'A picture of the task, then words');
    expect((await doThis())?.[0]).toEqual({ words: 'A picture of the task, then words', said: null });
  });
});

describe('who has read what, in a great school', () => {
  it('comes fifty pupils at a time, by surname, and says how many there are', async () => {
    const { world, oak, ruth } = at;
    await world.sql(
      `with made as (insert into waymark.pupil (organisation_id, id, school_id, given_name, surname, stage)
         select $1, gen_random_uuid(), $2, 'Kim', 'Zz' || lpad(n::text, 3, '0'), 'support' from generate_series(1, 60) n returning id)
       , taught as (insert into waymark.class_pupil select $1, $3, id, '2026-09-01', null from made)
       insert into waymark.profile_line (organisation_id, id, pupil_id, kind, rank, words)
         select $1, gen_random_uuid(), id, 'strategy', 1, 'One instruction at a time' from made`,
      [world.organisation, world.school, oak],
    );
    const first = await world.casework.openReadings(ruth, {});
    expect([first.rows.length, first.page, first.pages, first.pupils]).toEqual([50, 1, 2, 61]);
    expect(first.sentence).toContain('1 to 50 of 61 by surname');
    const second = await world.casework.openReadings(ruth, { page: 2 });
    expect(second.rows).toHaveLength(11);
    const seen = [...first.rows, ...second.rows].map(({ pupil }) => pupil.id);
    expect(new Set(seen).size).toBe(61);
    expect((await world.casework.openReadings(ruth, { page: 9 })).page).toBe(2);
  });
});
