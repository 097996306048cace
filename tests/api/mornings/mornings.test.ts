import { beforeEach, describe, expect, it } from '@jest/globals';
import { sendOwnCardTask, setMorningsTask } from '#api/mornings/own-card-tasks.ts';
import type { MorningsChosen } from '#contract/strategies.ts';
import type { Actor } from '#domain/access/actor.ts';
import { type AClass, aClass } from '../classes/a-class.ts';
import { waitingJobs } from '../meetings/queue.ts';

let at: AClass;
beforeEach(async () => {
  at = await aClass();
});

const CHOSEN: MorningsChosen = { morning: { on: true, at: '07:30' }, strategies: { how: 'weekly', on: 1, at: '08:15', units: [] } };
const choose = (actor: Actor, change: Partial<MorningsChosen> = {}) => at.world.casework.setMornings(actor, { ...CHOSEN, ...change });
const jobs = async (task: string) => (await waitingJobs(at.world)).filter((job) => job.task === task);
const send = (payload: object) => sendOwnCardTask(at.world.parts)({ organisation: at.world.organisation, ...payload });
const morning = { card: 'morning', day: '2026-11-24', at: '07:30' };

describe('when the bot writes of its own accord', () => {
  it('is nobody’s choice at first: no morning card, and strategies on Monday', async () => {
    expect(await at.world.casework.openMornings(at.anna)).toMatchObject({
      morning: { on: false },
      strategies: { how: 'weekly', on: 1 },
      next: {
        morning: 'No card is sent.',
        strategies: 'Next on Mon 30 Nov at 07:45; sooner where something changed that you had read.',
      },
    });
  });

  it('is chosen by each for themselves, and set for the next school morning', async () => {
    const chosen = await choose(at.ruth);
    expect(chosen.next.morning).toBe('Next on Tue 24 Nov at 07:30.');
    expect((await jobs('send-own-card')).map(({ payload }) => payload)).toEqual([
      expect.objectContaining({ person: at.ruth.person, ...morning }),
    ]);
    expect((await at.world.casework.openMornings(at.anna)).morning.on).toBe(false);
  });

  it.each([
    ['a time at night', { morning: { on: true, at: '03:00' } }, /from 06:30 and before 17:00/],
    [
      'units without a day to come',
      { strategies: { ...CHOSEN.strategies, how: 'before-units' as const, units: [{ title: 'Rivers', on: '2026-11-02' as never }] } },
      /at least one unit/,
    ],
  ])('%s is refused with what to choose', async (_, change, words) => {
    await expect(choose(at.ruth, change as Partial<MorningsChosen>)).rejects.toMatchObject({
      kind: 'not-valid',
      message: expect.stringMatching(words),
    });
  });

  it('the routine sets a card for whoever chose one and for whoever teaches, once', async () => {
    await choose(at.ruth);
    await setMorningsTask(at.world.parts)({ organisation: at.world.organisation });
    await setMorningsTask(at.world.parts)({ organisation: at.world.organisation });
    const set = (await jobs('send-own-card')).map(({ payload }) => payload as { person: string; card: string });
    expect(set.filter(({ person }) => person === at.ruth.person).map(({ card }) => card)).toEqual(['morning']);
    expect(set.filter(({ person }) => person === at.anna.person).map(({ card }) => card)).toEqual(['strategies']);
  });

  it('the card of a day is one message, however often the queue comes to it', async () => {
    await choose(at.ruth);
    at.world.clock.set('2026-11-24T07:30:00.000Z');
    await send({ person: at.ruth.person, ...morning });
    await send({ person: at.ruth.person, ...morning });
    expect(await jobs('bot-message')).toHaveLength(1);
  });

  it('nothing is said when the choice was changed meanwhile, in the evening, or on another day', async () => {
    await choose(at.ruth);
    at.world.clock.set('2026-11-24T17:30:00.000Z');
    await send({ person: at.ruth.person, ...morning });
    at.world.clock.set('2026-11-24T07:30:00.000Z');
    await choose(at.ruth, { morning: { on: true, at: '08:00' } });
    await send({ person: at.ruth.person, ...morning });
    await send({ person: at.ruth.person, ...morning, day: '2026-11-23' });
    expect(await jobs('bot-message')).toEqual([]);
  });
});
