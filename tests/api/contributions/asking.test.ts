import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Day } from '#domain/calendar/day.ts';
import { documentText } from '#tests/api/letters/document-text.ts';
import { family } from '#tests/api/meetings/a-case.ts';
import { waitingJobs } from '#tests/api/meetings/queue.ts';
import { DUE, person, type RoundRobin, roundRobin } from './a-request.ts';

let story: RoundRobin;
beforeEach(async () => {
  story = await roundRobin();
});

const entries = async () => (await story.world.casework.openEntries(story.ruth, { pupil: story.pupil, kind: 'contribution' })).entries;

describe('whom one can ask', () => {
  it('the class teachers of the day with their lessons, the team and the family, each with the way they are asked', async () => {
    const { world, ruth, pupil } = story;
    const { people, dueOn, goesOut } = await world.casework.proposeContributions(ruth, { pupil });
    expect(people.map(({ name, words, group, door }) => [name, words, group, door])).toEqual([
      ['Sian Morgan', '9 B Science, 2 lessons a week', 'teachers', 'card'],
      ['Gareth Pugh', '9 B English, 2 lessons a week', 'teachers', 'card'],
      ['Kirsty Bell', 'education officer, Westmere Council', 'outside', 'link'],
      ['Dawn Keeling', 'social care officer, Westmere Council', 'outside', 'link'],
      ['Joanna Tse', 'speech and language, NHS therapy', 'outside', 'link'],
      ['Tomasz Zieliński', 'tutor, maths', 'teachers', 'link'],
      ['Saima Malik', 'mother', 'family', 'link'],
    ]);
    expect({ dueOn, goesOut }).toEqual({ dueOn: '2026-11-30', goesOut: 'Goes out now.' });
  });

  it('a teacher whose class ended with the pupil yesterday is not proposed', async () => {
    const { world, ruth, pupil, sian } = story;
    await world.sql("update waymark.class_teacher set to_day = '2026-11-22' where person_id = $1", [sian.person]);
    const { people } = await world.casework.proposeContributions(ruth, { pupil });
    expect(people.find(({ name }) => name === 'Sian Morgan')).toMatchObject({ door: 'link' }); // still on the timetable, without the record
    await world.sql('delete from waymark.lesson where person_id = $1', [sian.person]);
    const later = await world.casework.proposeContributions(ruth, { pupil });
    expect(later.people.map(({ name }) => name)).not.toContain('Sian Morgan');
  });

  it('duty 6 A1: who must not be contacted is shown, cannot be chosen, and is refused by name', async () => {
    const { world, ruth, pupil } = story;
    const imran = await family(world, pupil, {
      given: 'Imran',
      surname: 'Malik',
      relation: 'father',
      email: 'imran@family.example',
      restriction: 'Court order',
    });
    const { people } = await world.casework.proposeContributions(ruth, { pupil });
    expect(people.find(({ name }) => name === 'Imran Malik')).toMatchObject({ door: null, cannot: 'must not be contacted' });
    await expect(story.ask([person(story.gareth), `contact/${imran}`])).rejects.toMatchObject({
      kind: 'not-allowed',
      message: 'Imran Malik cannot be asked: must not be contacted. Nobody was asked yet.',
    });
    expect(await entries()).toEqual([]);
    expect(await waitingJobs(world)).toEqual([]);
  });

  it('one of the family without e-mail is asked by a letter to print; nothing goes by itself, and nobody is reminded by itself', async () => {
    const { world, ruth, pupil } = story;
    const contact = await family(world, pupil, {
      given: 'Nasreen',
      surname: 'Malik',
      relation: 'grandmother',
      email: null,
      restriction: null,
    });
    await world.sql("update waymark.contact set language = 'Urdu' where id = $1", [contact]);
    const { people } = await world.casework.proposeContributions(ruth, { pupil });
    expect(people.find(({ name }) => name === 'Nasreen Malik')).toMatchObject({ door: 'letter', cannot: null });
    const { request } = await story.ask([`contact/${contact}`]);
    const { requests } = await world.casework.openContributions(ruth, { pupil });
    expect(requests[0]?.people).toMatchObject([{ name: 'Nasreen Malik', door: 'letter', answeredOn: null }]);
    expect((await waitingJobs(world)).filter(({ task }) => task === 'send-link' || task === 'bot-message')).toEqual([]);
    const { links } = await world.casework.openAccess(ruth, { pupil });
    expect(links).toMatchObject([{ to: 'Nasreen Malik, grandmother', way: 'letter', state: 'to-print' }]);
    const { file } = await world.casework.printLinkLetter(ruth, { link: links[0]!.id, code: 'in-letter' });
    const words = await documentText(Buffer.from(file.base64, 'base64'));
    expect(words).toContain('آپ سے چند سوال پوچھتا ہے۔');
    expect(words).toMatch(/[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}/);
    expect(words).toContain('No native speaker has checked them yet.');
    expect(words).not.toContain('Ayaan');
    await expect(world.casework.remindContributions(ruth, { request })).rejects.toMatchObject({
      message: 'There is nobody left to remind.',
    });
  });

  it('a professional of the list of agencies without e-mail is asked by a letter, which is printed where the request is', async () => {
    const { world, ruth, pupil } = story;
    const said = { name: 'NHS therapy', professional: 'Owen Price', role: 'Occupational therapist', from: '2026-09-01' };
    const { id } = await world.casework.recordEntry(ruth, { pupil, kind: 'agency', id: randomUUID(), values: said });
    const { people } = await world.casework.proposeContributions(ruth, { pupil });
    expect(people.find(({ name }) => name === 'Owen Price')).toMatchObject({ key: `agency/${id}`, door: 'letter', cannot: null });
    await story.ask([`agency/${id}`]);
    const waiting = async () => (await world.casework.openContributions(ruth, { pupil })).requests[0]?.people;
    const [owen] = (await waiting()) ?? [];
    expect(owen).toMatchObject({ name: 'Owen Price', door: 'letter', letter: { printed: false } });
    const { file } = await world.casework.printLinkLetter(ruth, { link: owen!.letter!.link, code: 'in-letter' });
    expect(await documentText(Buffer.from(file.base64, 'base64'))).toContain('Owen Price');
    expect(await waiting()).toMatchObject([{ letter: { printed: true } }]);
    expect((await world.casework.proposeContributions(ruth, { pupil })).people.filter(({ name }) => name === 'Owen Price')).toMatchObject([
      { key: expect.stringMatching(/^person\//), door: 'letter' },
    ]);
  });

  it('who has left is shown with the reason, and somebody from outside without an address is asked by letter', async () => {
    const { world, ruth, pupil, people } = story;
    await world.sql("update waymark.person set left_on = '2026-11-13' where id = $1", [people.tomasz.id]);
    await world.sql('update waymark.person set email = null where id = $1', [people.joanna.id]);
    const shown = (await world.casework.proposeContributions(ruth, { pupil })).people;
    expect(shown.find(({ name }) => name === 'Joanna Tse')).toMatchObject({ door: 'letter', cannot: null });
    expect(shown.filter(({ cannot }) => cannot).map(({ name, cannot }) => [name, cannot])).toEqual([['Tomasz Zieliński', 'has left']]);
  });
});

describe('a professional who stands in the list of agencies alone', () => {
  const therapist = { name: 'Westmere physiotherapy', professional: 'Ines Duarte', role: 'Physiotherapist', email: 'ines@physio.example' };
  const listed = (values: object) =>
    story.world.casework.recordEntry(story.ruth, { pupil: story.pupil, kind: 'agency', id: randomUUID(), values: { ...values } });

  it('is offered, gets a link, and is named by the entry from then on; the record opens to her no wider', async () => {
    const { world, ruth, pupil } = story;
    const { id } = await listed(therapist);
    const before = (await world.casework.proposeContributions(ruth, { pupil })).people.find(({ name }) => name === 'Ines Duarte');
    expect(before).toMatchObject({ key: `agency/${id}`, group: 'outside', door: 'link', words: 'physiotherapist, Westmere physiotherapy' });
    const request = randomUUID();
    await story.ask([`agency/${id}`], { request });
    await story.ask([`agency/${id}`], { request });
    expect((await entries()).map(({ values }) => [values.askedOf, values.sort])).toEqual([
      ['Ines Duarte, physiotherapist, Westmere physiotherapy', 'advice'],
    ]);
    const [person] = await world.sql<{ id: string; entra_id: string | null; employer: string }>(
      "select id, entra_id, employer from waymark.person where email = 'ines@physio.example'",
    );
    expect(person).toMatchObject({ entra_id: null, employer: 'Westmere physiotherapy' });
    const { entries: agencies } = await world.casework.openEntries(ruth, { pupil, kind: 'agency' });
    expect(agencies.find((one) => one.id === id)).toMatchObject({ version: 2, values: { person: person?.id } });
    const after = (await world.casework.proposeContributions(ruth, { pupil })).people.filter(({ name }) => name === 'Ines Duarte');
    expect(after).toMatchObject([{ key: `person/${person?.id}`, door: 'link', waiting: 'asked Mon 23 Nov, not answered' }]);
    expect((await world.casework.openAccess(ruth, { pupil })).people.map(({ name }) => name)).not.toContain('Ines Duarte');
  });

  it('is asked by a letter where there is no address, and not at all once the work has ended', async () => {
    await listed({ ...therapist, email: null });
    await listed({ ...therapist, professional: 'Owen Price', to: '2026-10-01' });
    const { people } = await story.world.casework.proposeContributions(story.ruth, { pupil: story.pupil });
    expect(people.filter(({ name }) => /Ines|Owen/.test(name)).map(({ name, door }) => [name, door])).toEqual([['Ines Duarte', 'letter']]);
  });
});

describe('asking', () => {
  it('writes one contribution a person, who asked and when, with the jobs that bring it', async () => {
    const { world, gareth, people, contact } = story;
    const { request } = await story.ask([person(gareth), `person/${people.joanna.id}`, `contact/${contact}`]);
    const written = await entries();
    expect(written.map(({ values }) => [values.askedOf, values.sort, values.forWhat, values.askedOn, values.dueOn]).sort()).toEqual([
      ['Gareth Pugh, 9 B English, 2 lessons a week', 'teacher-view', 'Round-robin about a concern', '2026-11-23', DUE],
      ['Joanna Tse, speech and language, NHS therapy', 'advice', 'Round-robin about a concern', '2026-11-23', DUE],
      ['Saima Malik, mother', 'parent-view', 'Round-robin about a concern', '2026-11-23', DUE],
    ]);
    expect(new Set(written.map(({ madeBy }) => madeBy))).toEqual(new Set(['Ruth Okafor']));
    const jobs = await waitingJobs(world);
    expect(jobs.map(({ task }) => task).sort()).toEqual([
      'bot-message',
      'chase-contributions',
      'chase-contributions',
      'chase-contributions',
      'send-link',
      'send-link',
    ]);
    expect(jobs.filter(({ task }) => task === 'chase-contributions').map(({ runAt }) => runAt)).toEqual([
      '2026-11-27T08:00:00.000Z',
      '2026-12-01T08:00:00.000Z',
      '2026-12-02T08:00:00.000Z',
    ]);
    const trail = await world.sql<{ deed: string; details: object }>(
      "select deed, details from waymark.audit_entry where organisation_id = $1 and deed = 'ask-contributions'",
      [world.organisation],
    );
    expect(trail).toEqual([
      {
        deed: 'ask-contributions',
        details: expect.objectContaining({ request, people: expect.arrayContaining([gareth.person, contact]) }),
      },
    ]);
  });

  it('sent twice with one id it asks once', async () => {
    const request = randomUUID();
    await story.ask([person(story.gareth)], { request });
    await story.world.casework.askContributions(story.ruth, {
      pupil: story.pupil,
      request,
      purpose: 'concern',
      people: [person(story.gareth)],
      questions: [{ id: 'well', words: 'What goes well?' }],
      dueOn: DUE,
    });
    expect(await entries()).toHaveLength(1);
    expect((await waitingJobs(story.world)).filter(({ task }) => task === 'bot-message')).toHaveLength(1);
  });

  it('in the evening nobody is written to before the school opens', async () => {
    const { world, ruth, pupil, gareth, contact } = story;
    world.clock.set('2026-11-20T21:10:00.000Z');
    expect((await world.casework.proposeContributions(ruth, { pupil })).goesOut).toBe(
      'Goes out on Mon 23 Nov at 08:00, when the school opens.',
    );
    await story.ask([person(gareth), `contact/${contact}`]);
    const out = (await waitingJobs(world)).filter(({ task }) => task !== 'chase-contributions');
    expect(out.map(({ runAt }) => runAt)).toEqual(['2026-11-23T08:00:00.000Z', '2026-11-23T08:00:00.000Z']);
  });

  it.each([
    ['a day that is past', { dueOn: '2026-11-22' as Day }, /is past/],
    ['a day too far ahead', { dueOn: '2027-03-01' as Day }, /at most 60 days/],
    ['a concern of another pupil', { about: { kind: 'concern', id: randomUUID() } }, /does not belong to this pupil/],
    ['somebody who is not around the pupil', { people: [`person/${randomUUID()}`] }, /no longer around this pupil/],
  ])('is refused for %s, and nobody is asked', async (_, more, words) => {
    await expect(story.ask([person(story.gareth)], more)).rejects.toThrow(words);
    expect(await entries()).toEqual([]);
    expect(await waitingJobs(story.world)).toEqual([]);
  });

  it('is refused for a pupil who has left', async () => {
    await story.world.sql("update waymark.pupil set left_on = '2026-11-01' where id = $1", [story.pupil]);
    await expect(story.ask([person(story.gareth)])).rejects.toThrow('has left the school');
  });

  it('can be about the concern that started it, whose words stand beside the answers', async () => {
    const id = randomUUID();
    const { world, ruth, pupil, gareth } = story;
    const values = { words: 'Leaves the room at the bell', raisedOn: '2026-11-20', raisedBy: ruth.person };
    await world.casework.recordEntry(ruth, { pupil, kind: 'concern', id, values });
    const { request } = await story.ask([person(gareth)], { about: { kind: 'concern', id } });
    expect((await story.stands(request)).aboutWords).toBe('Leaves the room at the bell');
  });

  it('for several pupils at once: one who cannot be asked about is named, and holds up nobody else', async () => {
    const { world, ruth, pupil } = story;
    const lonely = await world.enrol();
    const ask = {
      request: randomUUID(),
      purpose: 'support-review' as const,
      pupils: [pupil, lonely],
      groups: ['teachers' as const],
      questions: [{ id: 'next', words: 'What should happen next?' }],
      dueOn: DUE,
    };
    const came = await world.casework.askSeveral(ruth, ask);
    expect(came.done).toEqual([{ pupil, request: expect.any(String), asked: 3 }]);
    expect(came.failed).toEqual([{ pupil: lonely, words: 'There is nobody here who could be asked.' }]);
    const again = await world.casework.askSeveral(ruth, ask);
    expect(again.done).toEqual([{ ...came.done[0], asked: 0 }]);
    expect(await entries()).toHaveLength(3);
  });
});

describe('what was asked shows elsewhere', () => {
  it('on the timeline, with how many, for what and by whom', async () => {
    const { world, ruth, pupil } = story;
    await story.ask([person(story.gareth), person(story.sian)]);
    const { entries: timeline } = await world.casework.openTimeline(ruth, { pupil });
    expect(timeline.filter(({ kind }) => kind === 'contribution')).toMatchObject([
      { words: 'Asked 2 people', detail: 'Round-robin about a concern', by: 'Ruth Okafor', on: '2026-11-23' },
    ]);
  });

  it('among the papers of the next review by who was asked; what a closed request did not bring is not waited for', async () => {
    const { world, ruth, pupil, gareth, sian } = story;
    const { request, contributions } = await story.ask([person(gareth), person(sian)], { purpose: 'annual-review' });
    const papers = async () => (await world.casework.proposeReview(ruth, { pupil })).papers.map(({ words, state }) => [words, state]);
    expect(await papers()).toEqual(
      expect.arrayContaining([
        ['Gareth Pugh, 9 B English, 2 lessons a week', 'asked'],
        ['Sian Morgan, 9 B Science, 2 lessons a week', 'asked'],
      ]),
    );
    const answers = [{ question: 'well', words: 'Explains maps.' }];
    await world.casework.answerContribution(gareth, { contribution: contributions['Gareth Pugh'] ?? '', answers });
    await world.casework.endContributions(ruth, { request, as: 'closed' });
    expect(await papers()).toEqual([['Gareth Pugh, 9 B English, 2 lessons a week', 'in']]);
  });
});

describe('how people are reminded', () => {
  it('is the usual until the school says otherwise, and holds for requests made from then on', async () => {
    const { world, ruth, pupil } = story;
    const usual = await world.casework.openChasing(ruth);
    expect(usual).toEqual({ answerWithin: 5, remindBefore: 1, remindAfter: 1, tellAfter: 2, opens: '08:00', closes: '17:00' });
    await world.casework.setChasing(ruth, { ...usual, answerWithin: 3, opens: '10:30' });
    const { dueOn, goesOut } = await world.casework.proposeContributions(ruth, { pupil });
    expect({ dueOn, goesOut }).toEqual({ dueOn: '2026-11-26', goesOut: 'Goes out on Mon 23 Nov at 10:30, when the school opens.' });
  });
});
