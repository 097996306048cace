import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { botMessageTask } from '#api/conversations/bot-message-task.ts';
import { tell } from '#api/conversations/tell.ts';
import { messenger } from '#bot/reminders/messenger.ts';
import type { BotMessage } from '#contract/bot-messages.ts';
import { dueCounts } from '#domain/caseload/today.ts';
import { type AClass, aClass } from '#tests/api/classes/a-class.ts';
import { waitingJobs } from '#tests/api/meetings/queue.ts';
import { type BotInWorld, botIn, buttonsOf, readingOf } from './a-chat.ts';

let at: AClass;
let inWorld: BotInWorld;
beforeEach(async () => {
  at = await aClass();
  inWorld = await botIn(at.world);
});
afterEach(() => inWorld.close());

const titles = (card: Parameters<typeof buttonsOf>[0]) => buttonsOf(card).map(({ title }) => title);

/** The queue brings a message that waits. */
const bring = async (message: BotMessage) => {
  const { world } = at;
  await world.database.within(world.scope, (tx) => tell(tx, message));
  const task = botMessageTask(messenger(inWorld.parts, inWorld.bot))(world.parts);
  for (const job of (await waitingJobs(world)).filter((one) => one.task === 'bot-message')) {
    await world.sql('delete from graphile_worker._private_jobs where id = $1', [job.id]);
    await task(job.payload);
  }
};

const promise = () =>
  at.world.sql(
    `insert into waymark.log_entry (organisation_id, id, pupil_id, kind, on_day, words, promise, promise_due, by_person)
     values ($1, gen_random_uuid(), $2, 'call', '2026-11-18', 'Rang home', 'Send the timetable', '2026-11-24', $3)`,
    [at.world.organisation, at.callum, at.ruth.person],
  );

describe('the morning card', () => {
  it('says the same as Today: the same counts, the same nearest row, one step each', async () => {
    await promise();
    const chat = await inWorld.chat('personal', at.ruth);
    const card = await chat.say('today');
    const page = await at.world.casework.openToday(at.ruth);
    const counts = dueCounts(page.rows, page.today);
    expect(counts.everyone).toBeGreaterThan(0);
    for (const line of [page.sentence, `Everyone ${counts.everyone}`, `Mine ${counts.mine}`, `Waiting on others ${counts.waiting}`])
      expect(readingOf(card)).toContain(line);
    const said = readingOf(card);
    const places = page.rows.slice(0, 6).map(({ title }) => said.indexOf(title));
    expect(places).toEqual([...places].sort((one, other) => one - other));
    expect(said).toContain('Callum Reid: Send the timetable');
    expect(readingOf(await chat.press('Mark kept'))).not.toContain('Send the timetable');
  });

  it('comes by itself once it is asked for, once a day, and its notification names nobody', async () => {
    await promise();
    const chat = await inWorld.chat('personal', at.ruth);
    await chat.say('today');
    expect(readingOf(await chat.press('Send me this at 07:45'))).toContain('This card comes by itself. Next on Tue 24 Nov at 07:45.');
    const before = chat.messages.length;
    const message = { about: 'morning', day: '2026-11-23' as never, to: at.ruth.person } as const;
    await bring(message);
    await bring(message);
    expect(chat.messages).toHaveLength(before + 1);
    expect(titles(chat.newest())).toContain('Stop this morning card');
    expect(`${chat.messages.at(-1)?.activity.summary} ${chat.newest().speak}`).not.toMatch(/Callum|Reid/);
  });

  it('a card that came by itself leaves the changes new until somebody looks', async () => {
    const looked = () => at.world.sql('select 1 from waymark.last_look where person_id = $1', [at.ruth.person]);
    await inWorld.chat('personal', at.ruth).then((chat) => chat.say('help'));
    await bring({ about: 'morning', day: '2026-11-23' as never, to: at.ruth.person });
    expect(await looked()).toEqual([]);
    await at.world.casework.openToday(at.ruth);
    expect(await looked()).toHaveLength(1);
  });

  it('shows nothing of a pupil in a group', async () => {
    await promise();
    const chat = await inWorld.chat('group', at.ruth, at.anna);
    expect(JSON.stringify(await chat.say('<at>Waymark</at> today'))).not.toMatch(/Callum|Reid|timetable/);
  });
});

describe('the card about strategies', () => {
  const brought = async () => {
    const chat = await inWorld.chat('personal', at.anna);
    await chat.say('help');
    await bring({ about: 'strategies', day: '2026-11-23' as never, to: at.anna.person });
    return chat;
  };
  const field = (index: 0 | 1 | 2) => `mark-${at.lines[index]}-1`;

  it('asks about one pupil, three strategies with three answers each and a line', async () => {
    const chat = await brought();
    expect(readingOf(chat.newest())).toContain('Callum Reid: what to do');
    expect(readingOf(chat.newest())).toContain('2. Ten minutes’ warning of any change');
    expect(chat.newest().speak).toBe(`What helps a pupil you teach: This week. ${at.caseRef}.`.replace(/\.$/, ''));
  });

  it('becomes the receipt with the case in place of the name, and can be changed', async () => {
    const chat = await brought();
    const receipt = await chat.press('I have read this', {
      [field(0)]: 'works',
      [field(1)]: 'does-not',
      said: 'He loses the card after PE',
    });
    expect(readingOf(receipt)).toContain(at.caseRef);
    expect(readingOf(receipt)).toContain('Strategy 2 Does not work: “He loses the card after PE”');
    expect(readingOf(receipt)).toContain('Strategy 3 No answer');
    expect(JSON.stringify(receipt)).not.toMatch(/Callum|Reid/);
    expect(readingOf(await chat.press('Change my answer', {}, { on: receipt }))).toContain('Callum Reid: what to do');
    const { strategies, sentence } = await at.world.casework.openStrategyMarks(at.ruth, { pupil: at.callum });
    expect(sentence).toBe('The 1 who teaches this pupil has read it');
    expect(strategies.map(({ counts }) => counts)).toEqual(['Works for 1', 'Does not for 1', 'No answer yet']);
  });

  it('a line that belongs to no answer is asked about, and stays typed', async () => {
    const chat = await brought();
    const again = await chat.press('I have read this', { said: 'He loses the card' });
    expect(readingOf(again)).toContain('Choose what your line is about');
    expect(JSON.stringify(again)).toContain('He loses the card');
  });

  it('a teacher moved out of the class meanwhile is told so; what they wrote stays on the card, and nothing is recorded', async () => {
    const chat = await brought();
    await at.leave(at.anna);
    const card = await chat.press('I have read this', { [field(0)]: 'works', said: 'Goes well' });
    expect(readingOf(card)).toContain('You no longer teach this class, so nothing was recorded.');
    expect(readingOf(card)).toContain('Goes well');
    expect(await at.world.sql('select 1 from waymark.strategy_mark where pupil_id = $1', [at.callum])).toEqual([]);
  });

  it('once all is read and answered nothing is asked', async () => {
    const chat = await brought();
    await chat.press('I have read this', { [field(0)]: 'works', [field(1)]: 'works', [field(2)]: 'works' });
    expect(readingOf(await chat.say('strategies'))).toContain('All read');
  });

  it('is not sent where there is nothing to ask, nor the day after', async () => {
    const chat = await brought();
    await chat.press('I have read this', { [field(0)]: 'works', [field(1)]: 'works', [field(2)]: 'works' });
    const before = chat.messages.length;
    at.world.clock.set('2026-11-24T07:45:00.000Z');
    await bring({ about: 'strategies', day: '2026-11-24' as never, to: at.anna.person });
    await bring({ about: 'morning', day: '2026-11-23' as never, to: at.anna.person });
    expect(chat.messages).toHaveLength(before);
    await at.reword(at.lines[0], 'Show a picture of the task first');
    at.world.clock.set('2026-11-25T07:45:00.000Z');
    await bring({ about: 'strategies', day: '2026-11-25' as never, to: at.anna.person });
    expect(readingOf(chat.newest())).toContain('Changed since you read it');
  });

  it('a press that was made by hand answers as an older card', async () => {
    const chat = await brought();
    expect(readingOf(await chat.press('I have read this', { [field(0)]: 'excellent' }))).toContain('from an older card');
  });
});
