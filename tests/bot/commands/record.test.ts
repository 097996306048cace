import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Card } from '#bot/cards/card.ts';
import type { AyaansCase } from '#tests/api/meetings/a-case.ts';
import { runningReview } from '#tests/api/meetings/a-meeting.ts';
import { runQueue } from '#tests/api/meetings/queue.ts';
import { type BotInWorld, botIn, buttonsOf, readingOf } from '../a-chat.ts';

let story: AyaansCase & { meeting: string };
let inWorld: BotInWorld;
beforeEach(async () => {
  story = await runningReview();
  inWorld = await botIn(story.world);
});
afterEach(() => inWorld.close());

const meetingNow = () => story.world.casework.openMeeting(story.ruth, { meeting: story.meeting });
const own = (card: Card | null): string => (card ? readingOf(card) : 'nothing');

describe('record', () => {
  it('in the chat with Waymark finds the meeting that runs and takes decisions, actions and views', async () => {
    const chat = await inWorld.chat('personal', story.ruth);
    expect(readingOf(await chat.say('record'))).toMatch(/^Welcome and who is here\nAyaan Malik · 1 of 6/);
    await chat.press('Next item');
    await chat.press('Decision');
    const added = await chat.press('Add', { words: 'Keep outcome 2, raise the measure to 8 of 10.' });
    expect(readingOf(added)).toContain('Decision. Keep outcome 2, raise the measure to 8 of 10.');

    const form = await chat.press('Action');
    const owners = form.body.flatMap((element) =>
      'id' in element && element.id === 'owner' && 'choices' in element ? element.choices : [],
    );
    const tomasz = owners.find((owner) => owner.title === 'Tomasz Zieliński')?.value ?? '';
    expect(tomasz).not.toBe('');
    const acted = await chat.press('Add', { words: 'Break card in every room.', owner: tomasz, due: '2026-12-18' });
    expect(readingOf(acted)).toContain('Action. Break card in every room. Tomasz Zieliński, Fri 18 Dec.');

    await chat.press('View');
    const viewed = await chat.press('Add', { words: 'I like the small room.', saidBy: 'Ayaan Malik' });
    expect(readingOf(viewed)).toContain('View, Ayaan Malik. “I like the small room.”');
    expect((await meetingNow()).entries.map((entry) => [entry.kind, entry.item])).toEqual([
      ['decision', 1],
      ['action', 1],
      ['view', 1],
    ]);
    expect(readingOf(await chat.say('decisions'))).toContain('Keep outcome 2, raise the measure to 8 of 10.');
  });

  it('in a group shows everyone the case, initials and counts, and each person their own view of the same card', async () => {
    const helper = await story.world.actorFor('assistant');
    const chat = await inWorld.chat('group', story.ruth, helper);
    const shown = await chat.say('<at>Waymark</at> record');
    expect(readingOf(shown)).toMatch(new RegExp(`^Review ${story.caseRef}, A\\.M\\.\\nRunning since 14:02`));
    expect(JSON.stringify(shown)).not.toMatch(/Ayaan|Malik/);
    expect(own(await chat.look(story.ruth))).toContain('Ayaan Malik · 1 of 6 · only you see this');
    expect(await chat.look(helper)).toBeNull();

    const mine = (await chat.look(story.ruth))!;
    const form = await chat.press('Decision', {}, { on: mine });
    expect(readingOf(chat.newest())).toContain('Decisions 0');
    await chat.press('Add', { words: 'Ayaan keeps the small room.' }, { on: form });
    expect(readingOf(chat.newest())).toContain('Decisions 1');
    expect(JSON.stringify(chat.messages)).not.toMatch(/Ayaan|Malik|small room/);
  });

  it('an old card says when things moved on, and shows how they stand', async () => {
    const chat = await inWorld.chat('personal', story.ruth);
    const old = await chat.say('record');
    story.world.clock.set('2026-12-08T14:25:00.000Z');
    await story.world.casework.nextItem(story.ruth, { meeting: story.meeting, request: story.world.parts.ids.next() });
    const answered = await chat.press('Next item', {}, { on: old });
    expect(readingOf(answered)).toMatch(/^This moved on at 14:25\.\nAyaan’s view/);
    expect((await meetingNow()).currentItem).toBe(1);
  });

  it('what was typed for one item is not filed under another, and not lost', async () => {
    const chat = await inWorld.chat('personal', story.ruth);
    await chat.say('record');
    const form = await chat.press('Decision');
    await story.world.casework.nextItem(story.ruth, { meeting: story.meeting, request: story.world.parts.ids.next() });
    const again = await chat.press('Add', { words: 'Agreed the agenda.' }, { on: form });
    expect(readingOf(again)).toContain('The record moved on while you wrote.');
    expect(JSON.stringify(again)).toContain('Agreed the agenda.');
    expect((await meetingNow()).entries).toEqual([]);
  });

  it('a press that Teams repeats adds one entry; the same form with other words adds another', async () => {
    const chat = await inWorld.chat('personal', story.ruth);
    await chat.say('record');
    const form = await chat.press('Decision');
    for (const words of ['Keep outcome 2.', 'Keep outcome 2.', 'Raise the measure.']) await chat.press('Add', { words }, { on: form });
    expect((await meetingNow()).entries.map((entry) => entry.words)).toEqual(['Keep outcome 2.', 'Raise the measure.']);
  });

  it('off the record nothing can be noted, and everyone is told', async () => {
    const chat = await inWorld.chat('group', story.ruth);
    await chat.say('record');
    const off = await chat.press('Off the record', {}, { on: (await chat.look(story.ruth))! });
    expect(buttonsOf(off).map((one) => one.title)).toEqual(['Back on the record', 'Who is here']);
    expect(readingOf(chat.newest())).toContain('The minutes keep the times, not the words.');
    await chat.press('Back on the record', {}, { on: off });
    expect(readingOf(chat.newest())).toContain('1 of 6');
  });

  it('someone who was asked to the meeting and does not record it reads along, and finds no button that would be refused', async () => {
    const { world, people } = story;
    await world.sql('update waymark.person set entra_id = gen_random_uuid() where id = $1', [people.tomasz.id]);
    const tomasz = { ...(await world.actorFor('teacher')), person: people.tomasz.id, name: 'Tomasz Zieliński' };
    await world.sql(
      `insert into waymark.role_grant (organisation_id, person_id, school_id, role, from_day) values ($1, $2, $3, 'teacher', '2020-01-01')`,
      [world.organisation, tomasz.person, world.school],
    );
    const chat = await inWorld.chat('group', story.ruth, tomasz);
    const shared = await chat.say('<at>Waymark</at> record');
    expect(buttonsOf(shared).map((one) => one.title)).toEqual(['Show me']);
    const seen = await chat.press('Show me', {}, { as: tomasz });
    expect(readingOf(seen)).toContain('Ayaan Malik');
    expect(buttonsOf(seen)).toEqual([]);
    expect((await world.casework.openMeeting(tomasz, { meeting: story.meeting })).can).toEqual([]);
    const request = world.parts.ids.next();
    await expect(world.casework.nextItem(tomasz, { meeting: story.meeting, request })).rejects.toMatchObject({ kind: 'not-allowed' });
    expect(buttonsOf((await chat.look(story.ruth))!).map((one) => one.title)).toContain('Next item');
  });

  it('attendance is prefilled and saved as it is filled in', async () => {
    const chat = await inWorld.chat('personal', story.ruth);
    await chat.say('record');
    const form = await chat.press('Who is here');
    const saima = form.body.find((element) => 'label' in element && element.label.startsWith('Saima Malik'));
    const field = saima && 'id' in saima ? saima.id : '';
    await chat.press('Save', { [field]: 'online' }, { on: form });
    expect((await meetingNow()).people.find((person) => person.name === 'Saima Malik')?.attended).toBe('online');
  });

  it('finish waits for an owner and a date, then files the minutes', async () => {
    const chat = await inWorld.chat('personal', story.ruth);
    await chat.say('record');
    await chat.press('Action');
    await chat.press('Add', { words: 'Visit the college open evening' });
    for (let item = 1; item < 6; item += 1) await chat.press('Next item');
    const waits = await chat.press('Finish');
    expect(readingOf(waits)).toMatch(/^Finish waits\n/);
    expect(readingOf(waits)).toContain('Action. Visit the college open evening');
    const owner = (await meetingNow()).owners[0]?.id;
    await chat.press('Save the action', { owner, due: '2027-01-21' });
    const done = await chat.press('Finish');
    expect(readingOf(done)).toMatch(/^Minutes ready\n/);
    expect(readingOf(done)).toContain(`File ${story.caseRef} minutes 2026-12-08.docx`);
    expect([...story.graph.files_.keys()].some((name) => name.startsWith(`${story.caseRef}/`))).toBe(true);
  });

  it('says plainly that there is no meeting', async () => {
    await story.world.sql("update waymark.meeting set state = 'held' where id = $1", [story.meeting]);
    const chat = await inWorld.chat('personal', story.ruth);
    expect(readingOf(await chat.say('record'))).toContain('No meeting of yours runs now or is set for today.');
  });
});

describe('actions', () => {
  it('are listed with numbers, and done by word or by button', async () => {
    const chat = await inWorld.chat('personal', story.ruth);
    await runQueue(story.world);
    const listed = readingOf(await chat.say('actions'));
    const number = /^(\d+)\. /m.exec(listed)?.[1];
    expect(number).toBeDefined();
    expect(readingOf(await chat.say(`done ${number}`))).toMatch(new RegExp(`^Action ${number} is done`));
    await chat.say('my actions');
    expect(readingOf(await chat.press('Mark done'))).toMatch(/^Done\n/);
    expect(readingOf(await chat.say('done'))).toContain('Say the number of the action');
    expect(readingOf(await chat.say('done 99999'))).toContain('Not found');
  });
});
