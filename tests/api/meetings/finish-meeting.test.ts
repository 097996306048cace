import { describe, expect, it } from '@jest/globals';
import { casework } from '#api/compose.ts';
import { readDocument } from '#api/plans/document/read.ts';
import { partOf } from '../plans/document/docx-files.ts';
import { press, type RunningReview, runningReview } from './a-meeting.ts';
import { runQueue, waitingJobs } from './queue.ts';

/** A review in which everything happened: a decision, an action, a view, a disagreement, and a time off the record. */
const eventful = async (): Promise<RunningReview> => {
  const story = await runningReview();
  const { world, ruth, opened, change } = story;
  const add = (kind: 'decision' | 'view' | 'disagreement', words: string, saidBy?: string) =>
    world.casework.addEntry(ruth, { ...change(), kind, words, ...(saidBy ? { saidBy } : {}) });
  await world.casework.noteAttendance(ruth, {
    ...change(),
    people: opened.people.slice(0, 3).map(({ id }) => ({ id, attended: 'present' as const })),
  });
  await add('decision', 'Keep outcome 2, raise the measure to 8 of 10.');
  await add('view', 'At home he tells me now.', 'Saima Malik');
  await add('disagreement', 'I do not think two sessions are enough.', 'Saima Malik');
  await world.casework.goOffRecord(ruth, { ...change(), off: true });
  world.clock.set('2026-12-08T14:20:00.000Z');
  await world.casework.goOffRecord(ruth, { ...change(), off: false });
  const owner = opened.owners.find((one) => one.name === 'Tomasz Zieliński')?.id ?? '';
  await world.casework.addEntry(ruth, {
    ...change(),
    kind: 'action',
    words: 'Break card in every room',
    owner,
    due: '2026-12-18' as never,
  });
  world.clock.set('2026-12-08T15:01:00.000Z');
  return story;
};

const fileOf = (story: RunningReview) => story.graph.files_.get(`${story.caseRef}/${story.caseRef} minutes 2026-12-08.docx`);
const sentToRead = ({ world, meeting }: RunningReview) =>
  world.sql('select id from waymark.link where organisation_id = $1 and purpose = $2 and about = $3 and sent_at is not null', [
    world.organisation,
    'read',
    meeting,
  ]);
const heldEvents = ({ world }: RunningReview) =>
  world.sql<{ on_day: string; about: string }>(
    "select on_day::text, details ->> 'about' as about from waymark.case_event where organisation_id = $1 and kind = 'review-meeting-held'",
    [world.organisation],
  );

describe('finishing a meeting', () => {
  it('waits for an action without owner or date, and goes on when it has both', async () => {
    const { world, ruth, opened, change } = await runningReview();
    const request = press();
    const open = await world.casework.addEntry(ruth, {
      meeting: opened.id,
      request,
      kind: 'action',
      words: 'Visit the college open evening',
    });
    expect(open.blockers).toEqual(['“Visit the college open evening” needs an owner and a date.']);
    await expect(world.casework.finishMeeting(ruth, change())).rejects.toMatchObject({
      kind: 'not-ready',
      message: '“Visit the college open evening” needs an owner and a date.',
    });
    const saima = opened.owners.find((one) => one.name === 'Saima Malik')?.id ?? '';
    const settled = await world.casework.settleAction(ruth, { ...change(), action: request, owner: saima, due: '2027-01-21' });
    expect(settled.blockers).toEqual([]);
    expect((await world.casework.finishMeeting(ruth, change())).state).toBe('held');
  });

  it('files the minutes as a Word document named by case and day, and starts the clocks', async () => {
    const story = await eventful();
    const { world, ruth, meeting, caseRef, change } = story;
    const held = await world.casework.finishMeeting(ruth, change());
    expect(held).toMatchObject({ state: 'held', minutes: { name: `${caseRef} minutes 2026-12-08.docx` } });
    expect(await heldEvents(story)).toEqual([{ on_day: '2026-12-08', about: meeting }]);
    expect((await waitingJobs(world)).map((job) => job.task)).toContain('recount-clocks');
  });

  it('the minutes open the pane by themselves, as plans do', async () => {
    const story = await eventful();
    const addIn = { id: 'c1a6d8f0-4b7e-4f3a-9d25-0e8b7c6a5f41', version: '0.1.0.0', store: 'EXCatalog', storeType: 'EXCatalog' } as const;
    await casework({ ...story.world.parts, addIn }).finishMeeting(story.ruth, story.change());
    expect(partOf(fileOf(story)?.bytes ?? new Uint8Array(), 'word/webextensions/webextension1.xml')).toContain(addIn.id);
  });

  it('duty 3 A5: the minutes keep dissent and each view in its own words, and of the time off the record only the times', async () => {
    const story = await eventful();
    await story.world.casework.finishMeeting(story.ruth, story.change());
    const read = readDocument(fileOf(story)?.bytes ?? new Uint8Array());
    if (!read.ok) throw new Error(read.words);
    expect(read.text).toContain('I do not think two sessions are enough.');
    expect(read.text).toContain('“At home he tells me now.”');
    expect(read.text).toContain('Keep outcome 2, raise the measure to 8 of 10.');
    expect(read.text).toContain('Break card in every room');
    expect(read.text).toContain('14:02 to 14:20');
    expect(read.pupilCaseRef).toBe(story.caseRef);
  });

  it('sends the minutes once to each of those who were asked and may be written to: to the family and people from outside by a link of their own', async () => {
    const story = await eventful();
    const { world, graph, ruth, caseRef, change } = story;
    await runQueue(world);
    const before = graph.letters.length;
    await world.casework.finishMeeting(ruth, change());
    graph.failNext('mail.send', 'before');
    for (let turn = 0; turn < 4; turn += 1) await runQueue(world);
    const letters = graph.letters.slice(before);
    expect(letters.map((letter) => letter.to[0]?.name).sort()).toEqual([
      'Dawn Keeling',
      'Joanna Tse',
      'Kirsty Bell',
      'Ruth Okafor',
      'Saima Malik',
      'Tomasz Zieliński',
    ]);
    const inSchool = letters.filter(({ text }) => text.includes('sharepoint.example'));
    expect(inSchool.map((letter) => letter.to[0]?.name).sort()).toEqual(['Ruth Okafor', 'Tomasz Zieliński']);
    for (const letter of inSchool) expect(letter.subject).toBe(`Minutes, Review ${caseRef}`);
    for (const { text, subject } of letters.filter((letter) => !inSchool.includes(letter))) {
      expect(text).toMatch(/\/link\/#/);
      expect(text).toMatch(/We will add your words\.|ہم آپ کے الفاظ شامل کر دیں گے۔/);
      expect(text + subject).not.toMatch(/Ayaan|sharepoint/);
    }
    expect(await sentToRead(story)).toHaveLength(4);
    await runQueue(world);
    expect(graph.letters.length - before).toBe(6);
  });

  it('does not send them to a contact who must not be reached any more', async () => {
    const { world, graph, ruth, change, ...story } = await eventful();
    await runQueue(world);
    await world.sql("update waymark.contact set restriction = 'court order' where organisation_id = $1", [world.organisation]);
    const before = graph.letters.length;
    await world.casework.finishMeeting(ruth, change());
    for (let turn = 0; turn < 4; turn += 1) await runQueue(world);
    expect(graph.letters.slice(before).map((letter) => letter.to[0]?.name)).not.toContain('Saima Malik');
    expect(await sentToRead({ ...story, world } as RunningReview)).toHaveLength(3);
  });

  it('holds the meeting although Microsoft 365 is down; the queue files the minutes later, once', async () => {
    const story = await eventful();
    const { world, graph, ruth, meeting, change } = story;
    graph.failNext('files.save', 'after');
    const held = await world.casework.finishMeeting(ruth, change());
    expect(held).toMatchObject({ state: 'held', minutes: null });
    await runQueue(world);
    await runQueue(world);
    expect((await world.casework.openMeeting(ruth, { meeting })).minutes?.name).toBe(fileOf(story)?.file.name);
    expect([...graph.files_.values()]).toHaveLength(1);
    const documents = await world.sql("select 1 from waymark.document where organisation_id = $1 and kind = 'minutes'", [
      world.organisation,
    ]);
    expect(documents).toHaveLength(1);
  });

  it('whatever moment the process dies in, the queue leaves one set of minutes and one held event', async () => {
    for (let step = 1; step <= 8; step += 1) {
      const story = await eventful();
      const { world } = story;
      let taken = 0;
      const around = async <T>(work: () => Promise<T>): Promise<T> => {
        if (++taken === step) throw new Error('the process died');
        const answer = await work();
        if (++taken === step) throw new Error('the process died');
        return answer;
      };
      const dying = casework({
        ...world.parts,
        database: { ...world.parts.database, within: (scope, work) => around(() => world.parts.database.within(scope, work)) },
        graph: {
          ...world.parts.graph,
          files: { ...world.parts.graph.files, save: (...call) => around(() => world.parts.graph.files.save(...call)) },
        },
      });
      const change = story.change();
      await dying.finishMeeting(story.ruth, change).catch(() => undefined);
      await runQueue(world);
      const held = await world.casework.finishMeeting(story.ruth, change);
      expect({ step, state: held.state, minutes: held.minutes?.name }).toEqual({ step, state: 'held', minutes: fileOf(story)?.file.name });
      expect(await heldEvents(story)).toHaveLength(1);
      expect(story.graph.files_.size).toBe(1);
    }
  }, 120_000);

  it('finished twice is finished once, and nothing can be added afterwards', async () => {
    const { world, ruth, change } = await eventful();
    const once = change();
    await world.casework.finishMeeting(ruth, once);
    await expect(world.casework.finishMeeting(ruth, once)).resolves.toMatchObject({ state: 'held' });
    await expect(world.casework.addEntry(ruth, { ...change(), kind: 'decision', words: 'Too late' })).rejects.toMatchObject({
      kind: 'not-ready',
      message: 'This meeting is finished. What was recorded stands.',
    });
  });
});
