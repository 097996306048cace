import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { remindOfDatesTask } from '#api/compliance/remind-of-dates-task.ts';
import { botMessageTask } from '#api/conversations/bot-message-task.ts';
import { tell } from '#api/conversations/tell.ts';
import { messenger } from '#bot/reminders/messenger.ts';
import type { BotMessage } from '#contract/bot-messages.ts';
import type { Day } from '#domain/calendar/day.ts';
import { runningReview } from '#tests/api/meetings/a-meeting.ts';
import { waitingJobs } from '#tests/api/meetings/queue.ts';
import { type BotInWorld, botIn, readingOf } from './a-chat.ts';

let story: Awaited<ReturnType<typeof runningReview>>;
let inWorld: BotInWorld;
beforeEach(async () => {
  story = await runningReview();
  inWorld = await botIn(story.world);
});
afterEach(() => inWorld.close());

const booked = (): BotMessage => ({ about: 'review-booked', meeting: story.meeting, to: story.ruth.person });
const say = (message: BotMessage) => story.world.database.within(story.world.scope, (tx) => tell(tx, message));
const ofBot = async () => (await waitingJobs(story.world)).filter((job) => job.task === 'bot-message');

/** What the queue does with the messages that wait, whenever they are due; answers how many it ran. */
const runMessages = async (): Promise<number> => {
  const task = botMessageTask(messenger(inWorld.parts, inWorld.bot))(story.world.parts);
  const jobs = await ofBot();
  for (const job of jobs) {
    await story.world.sql('delete from graphile_worker._private_jobs where id = $1', [job.id]);
    await task(job.payload);
  }
  return jobs.length;
};

describe('what the bot says of its own accord', () => {
  it('goes into the chat that the person has with Waymark, once, however often it is asked for', async () => {
    const chat = await inWorld.chat('personal', story.ruth);
    await chat.say('help');
    await say(booked());
    await say(booked());
    expect(await runMessages()).toBe(1);
    expect(readingOf(chat.newest())).toContain(`${story.caseRef} is in the calendars`);
    await say(booked());
    await runMessages();
    expect(chat.messages).toHaveLength(2);
    expect(JSON.stringify(chat.messages.at(-1)?.activity.summary)).not.toMatch(/Ayaan|Malik/);
  });

  it('waits as long as Teams asks, then goes out', async () => {
    const chat = await inWorld.chat('personal', story.ruth);
    await chat.say('help');
    inWorld.teams.failNext(chat.id, 429, { 'retry-after': '7' });
    await say(booked());
    await runMessages();
    const [job] = await story.world.sql<{ wait: number }>(
      `select extract(epoch from run_at - $2::timestamptz)::int as wait from graphile_worker._private_jobs where payload ->> 'organisation' = $1 and payload ->> 'attempt' = '2'`,
      [story.world.organisation, story.world.clock.now()],
    );
    expect(job?.wait).toBe(7);
    await runMessages();
    expect(readingOf(chat.newest())).toContain('is in the calendars');
  });

  it.each([403, 404])('goes by e-mail where Teams answers %s, and the chat is closed until the person speaks again', async (status) => {
    const chat = await inWorld.chat('personal', story.ruth);
    await chat.say('help');
    inWorld.teams.failNext(chat.id, status);
    await say(booked());
    await runMessages();
    expect(story.graph.letters.map(({ subject }) => subject)).toEqual([`${story.caseRef}: review booked`]);
    expect(JSON.stringify(story.graph.letters)).not.toMatch(/Ayaan|Malik/);
    const closed = 'select closed_why from waymark.conversation where conversation_id = $1';
    expect(await story.world.sql(closed, [chat.id])).toEqual([{ closed_why: `Teams answered ${status}` }]);
    await chat.say('help');
    expect(await story.world.sql(closed, [chat.id])).toEqual([{ closed_why: null }]);
  });

  it('goes by e-mail to someone who never spoke with Waymark, once', async () => {
    await say(booked());
    await runMessages();
    await say(booked());
    await runMessages();
    expect(story.graph.letters).toHaveLength(1);
  });

  it('stays in the queue while Teams is unwell', async () => {
    const chat = await inWorld.chat('personal', story.ruth);
    await chat.say('help');
    inWorld.teams.failNext(chat.id, 503, {}, 2);
    await say(booked());
    await expect(runMessages()).rejects.toThrow('the channel answered 503');
    expect(story.graph.letters).toEqual([]);
  });

  it('leaves a second between two messages into one chat', async () => {
    const chat = await inWorld.chat('personal', story.ruth);
    await chat.say('help');
    await say(booked());
    await say({ about: 'actions-given', meeting: story.meeting, to: story.ruth.person });
    const started = performance.now();
    await runMessages();
    expect(performance.now() - started).toBeGreaterThan(900);
    expect(chat.messages).toHaveLength(3);
  });

  it('brings the live card into the meeting’s own chat, where nobody reads a name', async () => {
    const chat = await inWorld.chat('group', story.ruth);
    await chat.say('<at>Waymark</at> record');
    await say({ about: 'meeting-started', meeting: story.meeting, by: story.ruth.person });
    await runMessages();
    expect(readingOf(chat.newest())).toContain(`Review ${story.caseRef}, A.M.`);
    expect(JSON.stringify(chat.newest())).not.toMatch(/Ayaan|Malik/);
    expect(chat.messages).toHaveLength(2);
  });
});

describe('dates that somebody owes', () => {
  it('duty 3 A2: come as one card into the owner’s own chat, whose notification names nobody; the coordinator’s says who was told first', async () => {
    const { world, pupil, ruth } = story;
    const anna = await world.actorFor('teacher', { pupil, relation: 'teaches' });
    await world.sql(
      `insert into waymark.action (organisation_id, id, number, pupil_id, words, owner_id, owner_name, due_on)
       values ($1, gen_random_uuid(), 901, $2, 'Break card in every room', $3, $4, '2026-12-07')`,
      [world.organisation, pupil, anna.person, anna.name],
    );
    const [hers, ruths] = [await inWorld.chat('personal', anna), await inWorld.chat('personal', ruth)];
    await hers.say('help');
    await ruths.say('help');
    const morning = async (on: string) => {
      world.clock.set(`${on}T07:30:00.000Z` as `${string}Z`);
      await remindOfDatesTask(world.parts)({ organisation: world.organisation, day: on });
      // settled before school, said once the school is open
      world.clock.set(`${on}T08:00:00.000Z` as `${string}Z`);
      await runMessages();
    };
    await morning('2026-12-08');
    expect(readingOf(hers.newest())).toContain('901. Break card in every room');
    expect(hers.messages.at(-1)?.activity.summary).toBe('Waymark has answered');
    expect(readingOf(ruths.newest())).not.toContain('Break card');
    await morning('2026-12-10');
    expect(readingOf(ruths.newest())).toContain(`Still with ${anna.name}, who was told first`);
    await hers.press('Mark done');
    expect((await world.casework.openActions(anna, {})).rows).toEqual([]);
  });
});

describe('dates that somebody outside owes', () => {
  it('duty 3 A2: go to them by e-mail: the case, what and by when, and whom to answer; no child’s name, and no list that they could not open', async () => {
    const { world, pupil, caseRef } = story;
    const joanna = await world.actorFor('specialist', { pupil, relation: 'advises' });
    await world.sql("update waymark.person set entra_id = null, email = 'joanna.tse@westmere-nhs.example' where id = $1", [joanna.person]);
    await world.sql(
      `with asked as (insert into waymark.case_event (organisation_id, id, pupil_id, kind, on_day) values ($1, gen_random_uuid(), $2, 'advice-requested', '2026-10-26') returning id)
       insert into waymark.clock (organisation_id, pupil_id, rule, trigger_id, due_on, owed_by, state, shown)
       select $1, $2, 'eng.advice.response', id, '2026-12-07', 'agency', 'running', $3 from asked`,
      [
        world.organisation,
        pupil,
        JSON.stringify({ on: '2026-10-26', about: 'Speech and language advice', owner: { person: joanna.person } }),
      ],
    );
    world.clock.set('2026-12-08T06:30:00.000Z');
    await remindOfDatesTask(world.parts)({ organisation: world.organisation, day: '2026-12-08' });
    world.clock.set('2026-12-08T08:00:00.000Z');
    await runMessages();
    const letter = story.graph.letters.find(({ to }) => to[0]?.email === 'joanna.tse@westmere-nhs.example');
    expect(letter?.subject).toBe(`${caseRef}: dates that are yours`);
    expect(letter?.text).toContain(`- ${caseRef}: Speech and language advice, was due on Mon 7 Dec 2026`);
    expect(letter?.text).toContain('tell the school: answer this e-mail');
    expect(JSON.stringify(letter)).not.toMatch(/Ayaan|Malik|Open Waymark/);
  });
});

describe('a meeting’s chat', () => {
  it('is known by its join address, and gets the live card when the meeting starts', async () => {
    const { world, meeting, ruth } = story;
    const chat = await inWorld.chat('group', ruth);
    await world.sql("update waymark.meeting set state = 'booked', started_at = null, current_item = null, join_url = $2 where id = $1", [
      meeting,
      `https://teams.microsoft.com/l/meetup-join/${encodeURIComponent(chat.id)}/0?context=x`,
    ]);
    const entra = (await world.sql<{ id: string }>('select entra_id as id from waymark.person where id = $1', [ruth.person]))[0]?.id;
    await inWorld.post({
      type: 'event',
      name: 'application/vnd.microsoft.meetingStart',
      channelId: 'msteams',
      serviceUrl: inWorld.teams.url,
      from: { id: '29:ruth', aadObjectId: entra },
      recipient: { id: '28:waymark' },
      conversation: { id: chat.id, isGroup: true, tenantId: world.organisation },
      value: { Title: 'Review', Id: 'x', JoinUrl: 'x', MeetingType: 'Scheduled', StartTime: '2026-12-08T14:00:00Z' },
    });
    expect(readingOf(chat.newest())).toContain(`Review ${story.caseRef}, A.M.`);
    await chat.press('Start the record', {}, { on: (await chat.look(ruth))! });
    expect((await world.casework.openMeeting(ruth, { meeting })).state).toBe('running');
    expect(readingOf(chat.newest())).toContain('Running since 14:02');
  });
});

describe('after a meeting', () => {
  it('those who were given something to do hear of it, and the one who finished does not', async () => {
    const { world, meeting, ruth, change } = story;
    const { owners } = await world.casework.openMeeting(ruth, { meeting });
    const idOf = (name: string) => owners.find((owner) => owner.name === name)?.id ?? '';
    for (const name of ['Tomasz Zieliński', 'Ruth Okafor'])
      await world.casework.addEntry(ruth, {
        ...change(),
        kind: 'action',
        words: 'Break card in every room.',
        owner: idOf(name),
        due: '2026-12-18' as Day,
      });
    await world.casework.finishMeeting(ruth, change());
    expect((await ofBot()).map((job) => (job.payload as { message: BotMessage }).message)).toEqual([
      { about: 'actions-given', meeting, to: story.people.tomasz.id },
    ]);
    await runMessages();
    expect(story.graph.letters.map(({ to, subject }) => [to[0]?.name, subject])).toContainEqual([
      'Tomasz Zieliński',
      `${story.caseRef}: actions for you`,
    ]);
  });
});
