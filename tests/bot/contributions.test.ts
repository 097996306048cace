import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { chaseTask } from '#api/contributions/chase-task.ts';
import { botMessageTask } from '#api/conversations/bot-message-task.ts';
import { messenger } from '#bot/reminders/messenger.ts';
import { person, type RoundRobin, roundRobin } from '#tests/api/contributions/a-request.ts';
import { runQueue, waitingJobs } from '#tests/api/meetings/queue.ts';
import { type BotInWorld, botIn, buttonsOf, type ChatAt, readingOf } from './a-chat.ts';

let story: RoundRobin;
let inWorld: BotInWorld;
let gareths: ChatAt;
let ruths: ChatAt;
beforeEach(async () => {
  story = await roundRobin();
  inWorld = await botIn(story.world);
  await story.world.sql('delete from waymark.conversation where organisation_id = $1', [story.world.organisation]);
  gareths = await inWorld.chat('personal', story.gareth);
  ruths = await inWorld.chat('personal', story.ruth);
  await gareths.say('help');
  await ruths.say('help');
});
afterEach(() => inWorld.close());

/** Does what the queue does until `now`: the steps of the chase, then what the bot says of its own accord. */
const runUntil = async (now: `${string}Z`): Promise<void> => {
  const { world } = story;
  world.clock.set(now);
  const task = botMessageTask(messenger(inWorld.parts, inWorld.bot))(world.parts);
  for (const name of ['chase-contributions', 'bot-message'])
    for (const job of (await waitingJobs(world)).filter(({ task: waits, due }) => due && waits === name)) {
      await world.sql('delete from graphile_worker._private_jobs where id = $1', [job.id]);
      await (name === 'bot-message' ? task(job.payload) : chase(job.payload));
    }
};
const chase = (payload: unknown): Promise<void> => chaseTask(story.world.parts)(payload);

const NOW = '2026-11-23T09:00:00.000Z';
const asked = async (...more: Parameters<RoundRobin['ask']>[1][]) => {
  const made = await story.ask([person(story.gareth), person(story.sian)], ...more);
  await runUntil(NOW);
  return made;
};
const kept = async () => (await story.world.casework.openEntries(story.ruth, { pupil: story.pupil, kind: 'contribution' })).entries;
const ofGareth = async () => (await kept()).find(({ values }) => String(values.askedOf).startsWith('Gareth'))?.values;

describe('the card that asks', () => {
  it('comes by itself with the questions; the notification names the case and no child', async () => {
    await asked();
    expect(readingOf(gareths.newest())).toMatch(
      /^Round-robin about a concern\nAyaan Malik · 9 B · WM-\d+\nRuth Okafor asks\. By Mon 30 Nov, 7 days left\.\nWhat goes well\?/,
    );
    const { activity } = gareths.messages.at(-1)!;
    expect(activity.summary).toBe(`${story.caseRef}: Ruth Okafor asks for your contribution.`);
    expect(JSON.stringify([activity.summary, gareths.newest().speak, gareths.newest().fallbackText])).not.toMatch(/Ayaan|Malik/);
  });

  it('goes by link to a teacher who has no chat with Waymark, so that they can answer all the same', async () => {
    await asked();
    await runQueue(story.world, ['send-link']);
    expect(story.graph.letters.map(({ to }) => to[0]?.name)).toEqual(['Sian Morgan']);
    expect(JSON.stringify(story.graph.letters)).not.toMatch(/Ayaan|Malik/);
  });

  it('takes the answer where it stands, and becomes a stub that says when, with the case in place of the name', async () => {
    await asked();
    const form = gareths.newest();
    const answered = await gareths.press('Send', { 'answer-well': 'Explains maps to others.' }, { on: form });
    expect(readingOf(answered)).toContain(
      `${story.caseRef}: answered\nAnswered Mon 23 Nov, 09:00. It stands in the record with your name.`,
    );
    expect(JSON.stringify(gareths.newest())).not.toMatch(/Ayaan|Malik/);
    expect(await ofGareth()).toMatchObject({ words: 'What goes well?\nExplains maps to others.', receivedOn: '2026-11-23' });
  });

  it('keeps what was typed where nothing can be kept of it, and says by how much it is too long', async () => {
    await asked();
    const empty = await gareths.press('Send', { 'answer-well': '  ' }, { on: gareths.newest() });
    expect(readingOf(empty)).toMatch(/^Nothing is written yet/);
    const long = await gareths.press(
      'Send',
      { 'answer-well': 'x'.repeat(3000), 'answer-hard': 'y'.repeat(3000) },
      { on: gareths.newest() },
    );
    expect(readingOf(long)).toMatch(/^The answers are longer than the record takes\. Shorten them by 2,0\d\d characters\./);
    expect(JSON.stringify(long)).toContain('y'.repeat(3000));
    expect((await ofGareth())?.receivedOn).toBeNull();
  });

  it('answered twice: a repeated press is one answer, other words take its place, and it can be changed from the stub', async () => {
    await asked();
    const form = gareths.newest();
    for (let press = 0; press < 3; press += 1) await gareths.press('Send', { 'answer-well': 'Maps.' }, { on: form });
    const again = await gareths.press('Change my answer');
    expect(readingOf(again)).toContain('What you send now takes its place.');
    expect(JSON.stringify(again)).toContain('"value":"Maps."');
    await gareths.press('Send', { 'answer-well': 'Maps and timetables.' }, { on: again });
    const { editions } = await story.world.casework.entryHistory(story.ruth, {
      pupil: story.pupil,
      kind: 'contribution',
      entry: (await kept()).find(({ values }) => String(values.askedOf).startsWith('Gareth'))?.id ?? '',
    });
    expect(editions.map(({ by }) => by)).toEqual(['Gareth Pugh', 'Gareth Pugh', 'Ruth Okafor']);
  });

  it('after the due day is taken and says so', async () => {
    await asked();
    story.world.clock.set('2026-12-03T10:00:00.000Z');
    const late = await gareths.press('Send', { 'answer-well': 'Maps.' }, { on: gareths.newest() });
    expect(readingOf(late)).toContain('after the day it was due');
  });

  it.each([
    ['the request was withdrawn', 'withdrawn', /Ruth Okafor withdrew this on Mon 23 Nov/],
    ['the request was closed', 'closed', /Ruth Okafor closed this on Mon 23 Nov/],
  ] as const)('after %s takes nothing, and what was typed stands on it', async (_, as, words) => {
    const { request } = await asked();
    const form = gareths.newest();
    await story.world.casework.endContributions(story.ruth, { request, as });
    const ended = await gareths.press('Send', { 'answer-well': 'Maps.' }, { on: form });
    expect(readingOf(ended)).toMatch(words);
    expect(readingOf(ended)).toContain('What goes well?\nMaps.');
  });

  it('duty 3 A3: after the teacher left the class takes nothing, names no child, and what was typed stands on it', async () => {
    await asked();
    const form = gareths.newest();
    await story.world.sql("update waymark.class_teacher set to_day = '2026-11-22' where person_id = $1", [story.gareth.person]);
    const ended = await gareths.press('Send', { 'answer-well': 'Maps.' }, { on: form });
    expect(readingOf(ended)).toContain('You do not work with this pupil any more');
    expect(readingOf(ended)).toContain('Maps.');
    expect(JSON.stringify(ended)).not.toMatch(/Ayaan|Malik/);
    expect((await ofGareth())?.receivedOn).toBeNull();
  });

  it('is found again by saying asked', async () => {
    await asked();
    expect(readingOf(await gareths.say('asked'))).toContain('Round-robin about a concern, asked by Ruth Okafor · Mon 30 Nov · 7 days left');
    const form = await gareths.press('Answer');
    await gareths.press('Send', { 'answer-well': 'Maps.' }, { on: form });
    expect(readingOf(await gareths.say('what am I asked?'))).toContain('Nothing waits for your answer.');
  });
});

describe('those who have not answered', () => {
  it('duty 3 A2: are reminded twice, on school days in school hours, then whoever asked is told once', async () => {
    const { request } = await asked();
    await runUntil('2026-11-27T07:30:00.000Z');
    expect(gareths.messages).toHaveLength(2);
    await runUntil('2026-11-27T08:00:00.000Z');
    expect(readingOf(gareths.newest())).toMatch(/^A reminder: this has no answer from you yet\./);
    await runUntil('2026-12-01T08:00:00.000Z');
    expect(gareths.messages).toHaveLength(4);
    await runUntil('2026-12-02T08:00:00.000Z');
    expect(gareths.messages).toHaveLength(4);
    expect(ruths.messages.at(-1)?.activity.summary).toBe(`${story.caseRef}: 0 of 2 have answered.`);
    expect(readingOf(ruths.newest())).toContain(
      'Gareth Pugh, 9 B English, 2 lessons a week: has not answered, reminded Fri 27 Nov and Tue 1 Dec',
    );
    expect(buttonsOf(ruths.newest()).map(({ title }) => title)).toEqual(['Remind now', 'Close the request']);
    for (const step of ['first', 'second', 'tell']) await chase({ organisation: story.world.organisation, request, step });
    await runUntil('2026-12-02T09:00:00.000Z');
    expect(gareths.messages).toHaveLength(4);
    expect(ruths.messages).toHaveLength(2);
  });

  it('a day that turns out to be closed is waited out, and so is the evening', async () => {
    await asked();
    const calendar = { name: 'Hollin Bank School', years: [{ from: '2026-09-02', to: '2026-12-18' }] };
    await story.world.sql('update waymark.school set calendar = $2 where organisation_id = $1', [
      story.world.organisation,
      JSON.stringify({ ...calendar, closures: [{ on: '2026-11-27', reason: 'snow' }] }),
    ]);
    await runUntil('2026-11-27T10:00:00.000Z');
    expect(gareths.messages).toHaveLength(2);
    await runUntil('2026-11-30T08:00:00.000Z');
    expect(gareths.messages).toHaveLength(3);
  });

  it('once everybody has answered nobody is reminded, and whoever asked hears of it at once', async () => {
    const { contributions } = await asked();
    await gareths.press('Send', { 'answer-well': 'Maps.' });
    await story.world.casework.answerContribution(story.sian, {
      contribution: contributions['Sian Morgan'] ?? '',
      answers: [{ question: 'hard', words: 'Group work.' }],
    });
    await runUntil(NOW);
    expect(readingOf(ruths.newest())).toContain(`${story.caseRef}: 2 of 2 have answered`);
    const before = gareths.messages.length;
    await runUntil('2026-12-02T08:00:00.000Z');
    expect(gareths.messages).toHaveLength(before);
    expect(ruths.messages).toHaveLength(2);
  });

  it('can be reminded now, but nobody twice on one day; and the request can be closed from the card', async () => {
    await asked();
    for (const day of ['2026-11-27', '2026-12-01', '2026-12-02'] as const) await runUntil(`${day}T08:00:00.000Z`);
    const [before, card] = [gareths.messages.length, ruths.newest()];
    expect(readingOf(await ruths.press('Remind now'))).toContain('Those who have not answered are reminded.');
    await runUntil('2026-12-02T08:00:00.000Z');
    expect(gareths.messages).toHaveLength(before + 1);
    expect(readingOf(await ruths.press('Remind now'))).toContain('was reminded today');
    expect(readingOf(await ruths.press('Close the request', {}, { on: card }))).toContain('Closed. Nobody is reminded any more.');
    await runUntil('2026-12-03T08:00:00.000Z');
    expect(gareths.messages).toHaveLength(before + 1);
  });
});
