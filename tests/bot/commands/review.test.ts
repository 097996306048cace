import { afterEach, describe, expect, it } from '@jest/globals';
import { ayaansCase } from '#tests/api/meetings/a-case.ts';
import { type BotInWorld, botIn, buttonsOf, readingOf } from '../a-chat.ts';

let open: BotInWorld[] = [];
afterEach(async () => {
  await Promise.all(open.map((one) => one.close()));
  open = [];
});

const ayaan = async () => {
  const story = await ayaansCase();
  const inWorld = await botIn(story.world);
  open.push(inWorld);
  return { ...story, ...inWorld };
};

describe('review <pupil>', () => {
  it('offers dates on a card, and the date that is pressed is booked and takes the card’s place', async () => {
    const { chat, ruth, caseRef, graph } = await ayaan();
    const mine = await chat('personal', ruth);
    const offered = await mine.say('review Ayaan');
    expect(readingOf(offered)).toMatch(/^Annual review, Ayaan Malik\n/);
    expect(buttonsOf(offered).filter((one) => one.title === 'Choose')).toHaveLength(3);

    const booked = await mine.press('Choose');
    expect(readingOf(booked)).toMatch(new RegExp(`^Review booked\\n${caseRef}`));
    expect(graph.events_.size).toBe(1);
    expect(mine.newest()).toEqual(expect.objectContaining({ fallbackText: booked.fallbackText }));
    expect(mine.messages).toHaveLength(1);
  });

  it('pressed twice books one event', async () => {
    const { chat, ruth, graph } = await ayaan();
    const mine = await chat('personal', ruth);
    const offered = await mine.say('review Ayaan Malik');
    const [first, second] = await Promise.all([mine.press('Choose', {}, { on: offered }), mine.press('Choose', {}, { on: offered })]);
    expect(readingOf(first)).toContain('Review booked');
    expect(readingOf(second)).toContain('Review booked');
    expect(graph.events_.size).toBe(1);
  });

  it('understands "before", and offers nothing after it', async () => {
    const { chat, ruth } = await ayaan();
    const mine = await chat('personal', ruth);
    const offered = await mine.say('book a review for Ayaan before Fri 11 Dec');
    const slots = buttonsOf(offered).flatMap(({ title, data }) => (title === 'Choose' ? [String(data.slot)] : []));
    expect(slots.length).toBeGreaterThan(0);
    for (const slot of slots) expect(slot.slice(0, 10) < '2026-12-11').toBe(true);
    expect(readingOf(await mine.say('review Ayaan before Tue 11 Dec'))).toContain('11 Dec 2026 is a Friday');
  });

  it('names no child where others read along: the group sees a case, the asker sees the dates', async () => {
    const { chat, ruth, world } = await ayaan();
    const other = await world.actorFor('teacher');
    const group = await chat('group', ruth, other);
    const shown = await group.say('review Ayaan');
    expect(JSON.stringify(shown)).not.toMatch(/Ayaan|Malik/);
    const own = await group.look(ruth);
    expect(own && readingOf(own)).toContain('Ayaan Malik');
    expect(await group.look(other)).toBeNull();

    await group.press('Choose', {}, { on: own ?? shown });
    expect(JSON.stringify(group.newest())).not.toMatch(/Ayaan|Malik/);
    expect(readingOf(group.newest())).toContain('Review booked');
  });

  it('does not say whether a case exists to someone who may not know of it', async () => {
    const { chat, world } = await ayaan();
    const mine = await chat('personal', await world.actorFor('teacher'));
    expect(readingOf(await mine.say('review Ayaan'))).toContain('No pupil of yours matches “Ayaan”.');
  });
});
