import { describe, expect, it } from '@jest/globals';
import type { Casework } from '#api/casework.ts';
import { casework } from '#api/compose.ts';
import type { Parts } from '#api/parts.ts';
import { type AyaansCase, ayaansCase, family } from './a-case.ts';
import { runQueue, waitingJobs } from './queue.ts';

const proposed = async (options: Parameters<typeof ayaansCase>[0] = {}) => {
  const story = await ayaansCase(options);
  const proposal = await story.world.casework.proposeReview(story.ruth, { pupil: story.pupil });
  const slot = proposal.slots.find((one) => one.best)?.id ?? '';
  return { ...story, proposal, ask: { meeting: proposal.meeting, slot, version: proposal.version, agreed: 'phone' as const } };
};

const stateOf = async ({ world }: AyaansCase, meeting: string) =>
  (await world.sql<{ state: string }>('select state from waymark.meeting where id = $1', [meeting]))[0]?.state;
const bookedEvents = ({ world }: AyaansCase) =>
  world.sql("select 1 from waymark.case_event where organisation_id = $1 and kind = 'review-meeting-booked'", [world.organisation]);

describe('booking a review', () => {
  it('books one private event named by the case, with staff and agencies but not the family, and needs two Graph requests', async () => {
    const story = await proposed();
    const { world, graph, ruth, ask, caseRef, people } = story;
    const booked = await world.casework.bookReview(ruth, ask);
    expect(booked).toMatchObject({
      state: 'booked',
      title: 'Annual review',
      caseRef,
      where: 'Teams',
      joinUrl: 'https://teams.example/join',
    });
    expect(booked.afterwards).toMatch(/^Report .+ · decision .+$/);
    const [event] = [...graph.events_.values()];
    expect(event?.subject).toBe(`Review ${caseRef}`);
    expect(event?.invited.map((one) => one.email)).toEqual(expect.arrayContaining([people.kirsty.email, people.tomasz.email]));
    expect(JSON.stringify(event)).not.toMatch(/Malik|saima/i);
    expect(graph.calls).toEqual(['calendars.read', 'events.book']);
    await runQueue(world);
    expect(graph.calls).toEqual(['calendars.read', 'events.book', 'mail.send', 'mail.send']);
  });

  it('writes what must be done before it, counted back and never before today, and the event that starts the clocks', async () => {
    const story = await proposed();
    const { world, ruth, ask } = story;
    await world.casework.bookReview(ruth, ask);
    const actions = await world.sql<{ words: string; due_on: string; owner_name: string }>(
      'select words, due_on::text, owner_name from waymark.action where organisation_id = $1 order by number',
      [world.organisation],
    );
    expect(actions.map(({ words }) => words.replace(/ \(.*/, ''))).toEqual([
      'Ask for the pupil’s view',
      'Ask for the parents’ view',
      'Send the papers to everyone invited',
    ]);
    for (const action of actions) expect(action.due_on >= '2026-11-23' && action.owner_name === 'Ruth Okafor').toBe(true);
    expect(await bookedEvents(story)).toHaveLength(1);
  });

  it('pressed twice books once', async () => {
    const story = await proposed();
    const { world, graph, ruth, ask } = story;
    const [first, second] = await Promise.all([world.casework.bookReview(ruth, ask), world.casework.bookReview(ruth, ask)]);
    expect(first?.startsAt).toBe(second?.startsAt);
    expect(graph.events_.size).toBe(1);
    expect(await bookedEvents(story)).toHaveLength(1);
  });

  it('refuses a card of yesterday: the proposal has moved on', async () => {
    const { world, ruth, pupil, ask } = await proposed();
    await world.casework.proposeReview(ruth, { pupil });
    await expect(world.casework.bookReview(ruth, ask)).rejects.toMatchObject({
      kind: 'changed-meanwhile',
      message: 'This moved on at 09:00. Look at the dates again.',
    });
  });

  it('refuses a slot that another review has taken meanwhile, and says who is taken for what', async () => {
    const story = await proposed();
    const { world, ruth, ask } = story;
    const other = await world.enrol({ givenName: 'Freya', surname: 'Lindqvist', caseRef: 'WM-0777', stage: 'support' });
    await world.sql(
      `insert into waymark.meeting (organisation_id, id, pupil_id, purpose, state, starts_at, ends_at)
       select organisation_id, gen_random_uuid(), $2, 'support-review', 'booked', s.startsat, s.startsat + interval '1 hour'
         from waymark.meeting, lateral (select (proposal->'slots'->0->>'startsAt')::timestamptz as startsat) s where id = $1`,
      [ask.meeting, other],
    );
    await world.sql(
      `insert into waymark.meeting_person (organisation_id, id, meeting_id, person_id, name, role_words, why, required)
       select m.organisation_id, gen_random_uuid(), m.id, $2, 'Ruth Okafor', 'coordinator', 'Must be invited', true
         from waymark.meeting m where m.pupil_id = $1`,
      [other, ruth.person],
    );
    const first = (await world.casework.openProposal(ruth, { meeting: ask.meeting })).slots[0];
    await expect(world.casework.bookReview(ruth, { ...ask, slot: first?.id ?? '' })).rejects.toMatchObject({
      kind: 'changed-meanwhile',
      message: expect.stringContaining('has gone: Ruth Okafor is taken for Review WM-0777'),
    });
  });

  it('looks again at the calendars when the offer is old, and refuses a time somebody has filled since', async () => {
    const { world, graph, ruth, people, ask, at } = await proposed();
    const day = ask.slot.slice(0, 10);
    graph.busy(people.kirsty.email, { from: at(day, '07:00'), to: at(day, '19:00'), how: 'busy' });
    world.clock.set('2026-11-23T11:00:00.000Z');
    await expect(world.casework.bookReview(ruth, ask)).rejects.toMatchObject({
      kind: 'changed-meanwhile',
      message: expect.stringContaining('Kirsty Bell is no longer free'),
    });
  });

  it('tells the person that it is being booked when Microsoft 365 is down, and the queue finishes it', async () => {
    const story = await proposed();
    const { world, graph, ruth, ask } = story;
    graph.failNext('events.book', 'before');
    expect((await world.casework.bookReview(ruth, ask)).state).toBe('being-booked');
    expect((await waitingJobs(world)).map((job) => job.task)).toContain('book-review');
    await runQueue(world);
    expect(await stateOf(story, ask.meeting)).toBe('booked');
    expect(graph.events_.size).toBe(1);
  });
});

describe('the family', () => {
  it('gets one letter in plain words, however often the job runs, and the clock for invitations is met', async () => {
    const { world, graph, ruth, ask, caseRef } = await proposed();
    await world.casework.bookReview(ruth, ask);
    graph.failNext('mail.send', 'before');
    await runQueue(world, ['invite-family']);
    expect(graph.letters).toHaveLength(0);
    await runQueue(world, ['invite-family']);
    await runQueue(world, ['invite-family']);
    expect(graph.letters).toHaveLength(1);
    expect(graph.letters[0]).toMatchObject({ subject: `Review ${caseRef}`, to: [{ name: 'Saima Malik', email: 'saima@family.example' }] });
    expect(graph.letters[0]?.text).toContain('the annual review as we agreed: ');
    const sent = await world.sql("select 1 from waymark.case_event where organisation_id = $1 and kind = 'review-invitations-sent'", [
      world.organisation,
    ]);
    expect(sent).toHaveLength(1);
  });

  it('is not written to where a restriction was made after the booking', async () => {
    const { world, graph, ruth, ask, contact } = await proposed();
    await world.casework.bookReview(ruth, ask);
    await world.sql("update waymark.contact set restriction = 'court order' where id = $1", [contact]);
    await runQueue(world, ['invite-family']);
    expect(graph.letters).toHaveLength(0);
    const { people } = await world.casework.openMeeting(ruth, { meeting: ask.meeting });
    expect(people.map((person) => person.name)).not.toContain('Saima Malik');
  });

  it('without an e-mail address becomes a task on paper, and the invitations have not all gone', async () => {
    const story = await ayaansCase();
    await family(story.world, story.pupil, { given: 'Nadia', surname: 'Malik', relation: 'grandmother', email: null, restriction: null });
    const proposal = await story.world.casework.proposeReview(story.ruth, { pupil: story.pupil });
    const slot = proposal.slots[0]?.id ?? '';
    await story.world.casework.bookReview(story.ruth, { meeting: proposal.meeting, slot, version: proposal.version, agreed: 'phone' });
    await runQueue(story.world);
    const { organisation } = story.world;
    const paper = await story.world.sql(
      "select 1 from waymark.action where organisation_id = $1 and words like 'Send the invitation to Nadia Malik on paper%'",
      [organisation],
    );
    expect(paper).toHaveLength(1);
    const sent = await story.world.sql("select 1 from waymark.case_event where organisation_id = $1 and kind = 'review-invitations-sent'", [
      organisation,
    ]);
    expect(sent).toHaveLength(0);
  });
});

/** Each step makes a school of its own; on a busy machine that takes a while. */
const MANY_SCHOOLS = 120_000;

/** Parts whose nth step (a transaction, or an outside call before or after it has worked) ends the process, as far as the deed can tell. */
const dyingAt = (parts: Parts, step: number): { parts: Parts; steps: () => number } => {
  let taken = 0;
  const die = () => {
    taken += 1;
    if (taken === step) throw new Error('the process died');
  };
  const around = async <T>(work: () => Promise<T>): Promise<T> => {
    die();
    const answer = await work();
    die();
    return answer;
  };
  return {
    steps: () => taken,
    parts: {
      ...parts,
      database: { ...parts.database, within: (scope, work) => around(() => parts.database.within(scope, work)) },
      graph: {
        ...parts.graph,
        events: { ...parts.graph.events, book: (actor, event) => around(() => parts.graph.events.book(actor, event)) },
      },
    },
  };
};

describe('on the day the papers must go', () => {
  it('the coordinator, and nobody else, is told once what is in and what is not, without the pupil’s name', async () => {
    const { world, graph, ruth, ask, pupil, caseRef } = await proposed();
    await world.sql(
      `insert into waymark.contribution (organisation_id, id, pupil_id, asked_of, kind, for_what, asked_on, received_on) values
       ($1, gen_random_uuid(), $2, 'Joanna Tse', 'advice', 'Speech and language', '2026-10-20', '2026-11-10'),
       ($1, gen_random_uuid(), $2, 'Ayaan', 'pupil-view', null, '2026-11-20', null)`,
      [world.organisation, pupil],
    );
    const booked = await world.casework.bookReview(ruth, ask);
    const [job] = (await waitingJobs(world)).filter((one) => one.task === 'remind-of-papers');
    expect(job?.runAt).toBe(`${new Date(Date.parse(booked.startsAt) - 14 * 86_400_000).toISOString().slice(0, 10)}T07:00:00.000Z`);
    await runQueue(world, ['remind-of-papers']);
    expect(graph.letters).toHaveLength(1);
    expect(graph.letters[0]).toMatchObject({ subject: `Papers for Review ${caseRef}`, to: [{ name: 'Ruth Okafor' }] });
    expect(graph.letters[0]?.text).toContain('Speech and language: Tue 10 Nov');
    expect(graph.letters[0]?.text).toContain('The pupil’s view: asked Fri 20 Nov');
    expect(graph.letters[0]?.text).not.toMatch(/Ayaan|Malik/);
  });
});

describe('whatever moment the process dies', () => {
  const attempt = async (step: number) => {
    const story = await proposed();
    const dying = dyingAt(story.world.parts, step);
    const deeds: Casework = casework(dying.parts);
    await deeds.bookReview(story.ruth, story.ask).catch(() => undefined);
    return { story, steps: dying.steps() };
  };

  it(
    'a booking is either not begun or ends, through the queue, as one event and one review',
    async () => {
      const { steps } = await attempt(0);
      expect(steps).toBe(12);
      for (let step = 1; step <= steps; step += 1) {
        const { story } = await attempt(step);
        await runQueue(story.world);
        await runQueue(story.world);
        const state = await stateOf(story, story.ask.meeting);
        const begun = state !== 'proposed';
        expect({ step, state: begun ? state : 'booked', events: story.graph.events_.size }).toEqual({
          step,
          state: 'booked',
          events: begun ? 1 : 0,
        });
        expect(await bookedEvents(story)).toHaveLength(begun ? 1 : 0);
        const again = await story.world.casework.bookReview(story.ruth, story.ask);
        expect(again.state).toBe('booked');
        expect(story.graph.events_.size).toBe(1);
        expect(await bookedEvents(story)).toHaveLength(1);
      }
    },
    MANY_SCHOOLS,
  );

  it(
    'a queue that dies on the way finishes at its next turn',
    async () => {
      for (let step = 1; step <= 6; step += 1) {
        const story = await proposed();
        story.graph.failNext('events.book', 'before');
        await story.world.casework.bookReview(story.ruth, story.ask);
        await runQueue({ ...story.world, parts: dyingAt(story.world.parts, step).parts }, ['book-review']);
        await runQueue(story.world);
        expect(await stateOf(story, story.ask.meeting)).toBe('booked');
        expect(story.graph.events_.size).toBe(1);
        expect(await bookedEvents(story)).toHaveLength(1);
      }
    },
    MANY_SCHOOLS,
  );
});
