import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { digestOf, readToken } from '#api/links/secrets.ts';
import { visitAddresses } from '#contract/visits.ts';
import type { Day } from '#domain/calendar/day.ts';
import { family } from '#tests/api/meetings/a-case.ts';
import { runQueue, waitingJobs } from '#tests/api/meetings/queue.ts';
import { aDoor } from '#tests/builders/http-door.ts';
import { type FamilyStory, familyStory, offered } from './a-link.ts';

const UNTIL = '2026-12-18' as Day;
const askView = ({ world, ruth, pupil, contact }: FamilyStory, more: object = {}) =>
  world.casework.sendLink(ruth, {
    pupil,
    request: randomUUID(),
    contact,
    purpose: 'view',
    forWhat: 'Annual review',
    until: UNTIL,
    ...more,
  });

/** Everything the record holds, as text. */
const wholeRecord = async ({ world }: FamilyStory): Promise<string> => {
  const tables = await world.sql<{ name: string }>(
    "select tablename as name from pg_tables where schemaname in ('waymark','graphile_worker')",
  );
  const rows = await Promise.all(
    tables.map(({ name }) =>
      world.sql(`select t::text as row from ${name.startsWith('_') ? 'graphile_worker' : 'waymark'}.${name} t`).catch(() => []),
    ),
  );
  return JSON.stringify(rows);
};

describe('a link to the family', () => {
  it('goes to the address of record, names no child and no case but by its number, and says what it does', async () => {
    const story = await familyStory();
    await askView(story);
    expect(await story.post()).toEqual(['send-link']);
    const [letter] = story.graph.letters;
    expect(letter?.to).toEqual([{ name: 'Saima Malik', email: 'saima@family.example' }]);
    expect(`${letter?.subject} ${letter?.text}`).not.toContain('Ayaan');
    expect(letter?.text).toContain('https://waymark.example/link/#');
    expect(letter?.text).toContain('Saima Malik');
    expect(letter?.text).toContain('جمعہ، 18 دسمبر، 2026');
    expect(letter?.text).toContain('No native speaker has checked them yet.');
  });

  it('is nowhere but in the letter: the record and the queue hold neither the link nor the code', async () => {
    const story = await familyStory();
    await askView(story);
    const queued = JSON.stringify(await waitingJobs(story.world));
    await story.post();
    const secret = readToken(story.token())?.secret ?? '';
    await story.visits.code({ token: story.token() });
    await story.post();
    const kept = await wholeRecord(story);
    expect(secret).toHaveLength(43);
    for (const found of [queued, kept]) {
      expect(found).not.toContain(secret);
      expect(found).not.toContain(story.code());
    }
    expect(kept).toContain(digestOf(secret).toString('hex'));
  });

  it('opens before the code without a child’s name, however often, and nothing is changed by it', async () => {
    const story = await familyStory();
    await askView(story);
    await story.post();
    const before = await wholeRecord(story);
    for (let time = 0; time < 3; time += 1) {
      const door = await story.visits.open({ token: story.token() });
      expect(door).toEqual({
        state: 'code-needed',
        school: { name: 'Hollin Bank School', telephone: null, person: 'Ruth Okafor' },
        codeBy: 'email',
        sentTo: 's…@family.example',
        language: 'Urdu',
      });
    }
    expect(await wholeRecord(story)).toBe(before);
  });

  it('takes a view in the parent’s own words, which can be changed until the link ends', async () => {
    const story = await familyStory();
    await askView(story);
    await story.post();
    const visit = await story.enter();
    expect(await story.visits.page(visit)).toMatchObject({
      purpose: 'view',
      hello: 'Saima',
      child: 'Ayaan',
      question: { about: 'Annual review', given: null },
    });
    await story.visits.answer({ ...visit, words: 'وہ اب حساب سے نہیں ڈرتا۔ 🙂' });
    const page = await story.visits.answer({ ...visit, words: 'He is no longer afraid of maths.' });
    expect(page.question).toMatchObject({ given: 'He is no longer afraid of maths.', givenOn: '2026-11-23' });
    const rows = await story.world.sql('select words, received_on, contact_id from waymark.contribution where pupil_id = $1', [
      story.pupil,
    ]);
    expect(rows).toEqual([{ words: 'He is no longer afraid of maths.', received_on: expect.anything(), contact_id: story.contact }]);
    const { links, seen } = await story.world.casework.openAccess(story.ruth, { pupil: story.pupil });
    expect(links).toMatchObject([{ to: 'Saima Malik, mother', state: 'answered' }]);
    expect(seen.map(({ who, what }) => `${who}: ${what}`)).toEqual(
      expect.arrayContaining(['Saima Malik, mother: Answered by link', 'Saima Malik, mother: Opened what was sent by link']),
    );
  });

  it('does what it was made for and nothing else', async () => {
    const story = await familyStory();
    await askView(story);
    await story.post();
    const visit = await story.enter();
    await expect(story.visits.answer({ ...visit, time: { slot: 'a' }, words: 'x' })).rejects.toMatchObject({ kind: 'not-allowed' });
    await expect(story.visits.answer({ ...visit, time: 'phone-me' })).rejects.toMatchObject({ kind: 'not-allowed' });
    expect(await story.visits.page(visit)).toMatchObject({ time: null, reading: null });
  });

  it('of a plan shows the plan to read, without its gaps', async () => {
    const story = await familyStory();
    const { world, pupil } = story;
    const plan = randomUUID();
    const blocks = JSON.stringify([
      { label: 'Strengths', text: 'Good with his hands', kind: 'text' },
      { label: 'Needs', text: 'Gap: no date', kind: 'gap' },
    ]);
    await world.sql(
      "insert into waymark.plan (organisation_id, id, pupil_id, kind, state, current_version) values ($1, $2, $3, 'senSupport', 'in-force', 3)",
      [world.organisation, plan, pupil],
    );
    await world.sql(
      "insert into waymark.plan_version (organisation_id, plan_id, version, template, template_version, fields, blocks) values ($1, $2, 3, 't', 1, '{}', $3)",
      [world.organisation, plan, blocks],
    );
    await askView(story, { purpose: 'read', about: plan, forWhat: undefined });
    await story.post();
    const visit = await story.enter();
    expect((await story.visits.page(visit)).reading).toEqual({
      title: 'SEN support plan, version 3',
      parts: [{ heading: 'Strengths', paragraphs: ['Good with his hands'] }],
    });
    await expect(askView(story, { purpose: 'read', about: randomUUID(), forWhat: undefined })).rejects.toMatchObject({ kind: 'not-ready' });
  });
});

describe('who can be sent a link', () => {
  it('duty 6 A1: a restricted contact can never be sent one, nor read one that was sent before', async () => {
    const story = await familyStory();
    const { world, pupil } = story;
    await askView(story);
    await story.post();
    const visit = await story.enter();
    await world.sql("update waymark.contact set restriction = 'Court order' where id = $1", [story.contact]);
    await expect(askView(story)).rejects.toMatchObject({
      kind: 'not-allowed',
      message: 'Saima Malik must not be contacted. Nothing can be sent to them.',
    });
    expect(await story.visits.open({ token: visit.token })).toMatchObject({ state: 'ended' });
    await expect(story.visits.page(visit)).rejects.toMatchObject({ kind: 'not-ready' });
    await expect(story.visits.code({ token: visit.token })).rejects.toMatchObject({ kind: 'not-ready' });
    const { family: reachable } = await world.casework.openAccess(story.ruth, { pupil });
    expect(reachable).toEqual([]);
  });

  it('duty 6 A1: a restriction that comes between the press and the post still holds the letter back', async () => {
    const story = await familyStory();
    await askView(story);
    await story.world.sql("update waymark.contact set restriction = 'Court order' where id = $1", [story.contact]);
    await story.post();
    expect(story.graph.letters).toEqual([]);
  });

  it('nobody of another case, nobody without an address, nobody who is not on the team', async () => {
    const story = await familyStory();
    const other = await family(story.world, await story.world.enrol(), {
      given: 'Ann',
      surname: 'Other',
      relation: 'mother',
      email: 'a@o.example',
      restriction: null,
    });
    await expect(askView(story, { contact: other })).rejects.toMatchObject({ kind: 'not-valid' });
    const noAddress = await family(story.world, story.pupil, {
      given: 'Imran',
      surname: 'Malik',
      relation: 'uncle',
      email: null,
      restriction: null,
    });
    await expect(askView(story, { contact: noAddress })).rejects.toMatchObject({
      kind: 'not-ready',
      message: 'There is no e-mail address for Imran Malik. Add one, or send the link by letter.',
    });
    const stranger = await story.world.actorFor('specialist');
    await expect(askView(story, { contact: undefined, person: stranger.person, purpose: 'advice' })).rejects.toMatchObject({
      kind: 'not-valid',
    });
  });

  it('a therapist without an account gives advice by link, and it stands in the record', async () => {
    const story = await familyStory();
    await askView(story, { contact: undefined, person: story.people.joanna.id, purpose: 'advice', forWhat: 'Speech and language' });
    await story.post();
    const visit = await story.enter();
    await story.visits.answer({ ...visit, words: 'Five key words before each unit.' });
    const rows = await story.world.sql("select words from waymark.contribution where kind = 'advice' and person_id = $1", [
      story.people.joanna.id,
    ]);
    expect(rows).toEqual([{ words: 'Five key words before each unit.' }]);
  });
});

describe('what stops a stranger', () => {
  it('a token that is wrong by one character opens nothing, in the same words as one that never was', async () => {
    const story = await familyStory();
    await askView(story);
    await story.post();
    const token = story.token();
    const wrong = [
      `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`,
      `${'A'.repeat(22)}.${'A'.repeat(22)}.${'A'.repeat(43)}`,
      'x'.repeat(60),
    ];
    for (const one of wrong)
      await expect(story.visits.open({ token: one })).rejects.toMatchObject({
        kind: 'not-found',
        message: expect.stringMatching(/^This link does not work/),
      });
  });

  it('a code works once, for ten minutes, and only the newest', async () => {
    const story = await familyStory();
    await askView(story);
    await story.post();
    const token = story.token();
    await story.visits.code({ token });
    await story.post();
    const first = story.code();
    await story.visits.code({ token });
    await story.post();
    if (first !== story.code()) await expect(story.visits.enter({ token, code: first })).rejects.toMatchObject({ kind: 'not-allowed' });
    await story.visits.enter({ token, code: story.code() });
    await expect(story.visits.enter({ token, code: story.code() })).rejects.toMatchObject({
      message: 'That code no longer works. Ask for a new one.',
    });
    await story.visits.code({ token });
    await story.post();
    story.world.clock.set('2026-11-23T09:10:00.000Z');
    await expect(story.visits.enter({ token, code: story.code() })).rejects.toMatchObject({
      message: 'That code no longer works. Ask for a new one.',
    });
  });

  it('a mail scanner that opens everything first spends nothing and changes nothing: no address of a visit answers a GET', async () => {
    const story = await familyStory();
    await askView(story);
    await story.post();
    const before = await wholeRecord(story);
    const door = await aDoor(story.world, story.ruth, { visits: story.visits });
    for (const url of Object.values(visitAddresses))
      for (const method of ['GET', 'HEAD'] as const)
        for (const query of ['', `?token=${encodeURIComponent(story.token())}`])
          expect((await door.server.inject({ method, url: `${url}${query}` })).statusCode).toBe(405);
    await door.close();
    expect(await wholeRecord(story)).toBe(before);
    expect((await story.visits.open({ token: story.token() })).state).toBe('code-needed');
    await story.enter();
  });

  it('codes to one address are limited over all of its links, and it is said when to come again', async () => {
    const story = await familyStory();
    const tokens: string[] = [];
    for (const forWhat of ['Annual review', 'Swimming', 'Trip']) {
      await askView(story, { forWhat });
      await story.post();
      tokens.push(story.token());
    }
    await story.world.sql('update waymark.link set withdrawn_at = null where organisation_id = $1', [story.world.organisation]);
    const refused: unknown[] = [];
    for (const token of [...tokens, ...tokens, ...tokens])
      await story.visits.code({ token }).catch((fault: unknown) => refused.push(fault));
    expect(refused).toEqual([expect.objectContaining({ message: expect.stringContaining('8 codes were sent'), seconds: 3_660 })]);
  });

  it('five wrong tries end a code, also when they come at once; the right one is then too late', async () => {
    const story = await familyStory();
    await askView(story);
    await story.post();
    const token = story.token();
    await story.visits.code({ token });
    await story.post();
    const wrong = story.code() === '000000' ? '000001' : '000000';
    const said = await Promise.all(
      [1, 2, 3, 4, 5].map(() =>
        story.visits.enter({ token, code: wrong }).then(
          () => 'in',
          (fault: Error) => fault.message,
        ),
      ),
    );
    expect(said.sort()).toEqual([
      'That is not the code. 1 try left.',
      'That is not the code. 2 tries left.',
      'That is not the code. 3 tries left.',
      'That is not the code. 4 tries left.',
      'That is not the code. Ask for a new one.',
    ]);
    await expect(story.visits.enter({ token, code: story.code() })).rejects.toMatchObject({
      message: 'That code no longer works. Ask for a new one.',
    });
  });

  it('three codes an hour; after fifteen wrong tries the link closes by itself and the coordinator sees it', async () => {
    const story = await familyStory();
    await askView(story);
    await story.post();
    const token = story.token();
    for (let round = 0; round < 3; round += 1) {
      await story.visits.code({ token });
      await story.post();
      const wrong = story.code() === '000000' ? '000001' : '000000';
      for (let time = 0; time < 5; time += 1) await expect(story.visits.enter({ token, code: wrong })).rejects.toBeTruthy();
      if (round < 2) continue;
      await expect(story.visits.code({ token })).rejects.toMatchObject({ kind: 'not-ready' });
    }
    expect(await story.visits.open({ token })).toMatchObject({ state: 'ended' });
    const { links } = await story.world.casework.openAccess(story.ruth, { pupil: story.pupil });
    expect(links[0]).toMatchObject({ state: 'locked', stateWords: expect.stringContaining('too many wrong codes') });
  });

  it('a fourth code within the hour is refused, and given again after it', async () => {
    const story = await familyStory();
    await askView(story);
    await story.post();
    const token = story.token();
    for (let time = 0; time < 3; time += 1) await story.visits.code({ token });
    await expect(story.visits.code({ token })).rejects.toMatchObject({
      kind: 'not-ready',
      message: expect.stringContaining('3 codes were sent in the last hour'),
    });
    story.world.clock.set('2026-11-23T10:01:00.000Z');
    await expect(story.visits.code({ token })).resolves.toMatchObject({ sentTo: 's…@family.example' });
  });

  it('a withdrawn link closes at once, also for somebody who is reading; an ended one on the day after its last', async () => {
    const story = await familyStory();
    const { links } = await askView(story);
    await story.post();
    const visit = await story.enter();
    await story.world.casework.withdrawLink(story.ruth, { link: links[0]?.id ?? '' });
    await expect(story.visits.page(visit)).rejects.toMatchObject({ kind: 'not-ready' });

    await askView(story);
    await story.post();
    story.world.clock.set('2026-12-18T23:00:00.000Z');
    expect(await story.visits.open({ token: story.token() })).toMatchObject({ state: 'code-needed' });
    story.world.clock.set('2026-12-19T00:01:00.000Z');
    expect(await story.visits.open({ token: story.token() })).toMatchObject({ state: 'ended', sentTo: '' });
  });

  it('a visit runs out after an hour, and nobody else’s visit takes its place', async () => {
    const story = await familyStory();
    await askView(story);
    await story.post();
    const visit = await story.enter();
    await expect(story.visits.page({ token: visit.token, visit: 'x'.repeat(43) })).rejects.toMatchObject({ kind: 'not-allowed' });
    story.world.clock.set('2026-11-23T10:00:00.000Z');
    await expect(story.visits.page(visit)).rejects.toMatchObject({ kind: 'not-allowed', message: expect.stringContaining('run out') });
  });

  it('a newer letter about the same takes the place of the older link; a letter that left twice opens by its second copy alone', async () => {
    const story = await familyStory();
    await askView(story);
    await story.post();
    const first = story.token();
    await askView(story);
    await story.post();
    expect(await story.visits.open({ token: first })).toMatchObject({ state: 'ended' });
    expect(await story.visits.open({ token: story.token() })).toMatchObject({ state: 'code-needed' });

    const again = await familyStory();
    await askView(again);
    again.graph.failNext('mail.send', 'after');
    await again.post();
    const lost = again.token();
    await again.post();
    expect(again.token()).not.toBe(lost);
    await expect(again.visits.open({ token: lost })).rejects.toMatchObject({ kind: 'not-found' });
  });
});

describe('choosing a time', () => {
  it('the family is offered the three times; who must not be reached gets nothing', async () => {
    const story = await familyStory();
    await family(story.world, story.pupil, {
      given: 'Omar',
      surname: 'Malik',
      relation: 'father',
      email: 'omar@family.example',
      restriction: 'Court order',
    });
    const proposal = await story.world.casework.proposeReview(story.ruth, { pupil: story.pupil });
    const asked = await story.world.casework.askFamily(story.ruth, { meeting: proposal.meeting, version: proposal.version });
    expect(asked).toEqual({ asked: ['Saima Malik'], notAsked: [], words: 'Asked Mon 23 Nov 09:00: Saima Malik.' });
    await story.post();
    expect(story.graph.letters.flatMap(({ to }) => to.map(({ email }) => email))).toEqual(['saima@family.example']);
  });

  it('the page shows the child’s first name, the times with what to know of each, the interpreter and who will be there', async () => {
    const story = await offered();
    const page = await story.visits.page(await story.enter());
    expect(page).toMatchObject({
      purpose: 'time',
      child: 'Ayaan',
      time: { purpose: 'annual-review', minutes: 60, interpreter: 'Urdu', chosen: null },
    });
    expect(page.time?.slots).toHaveLength(3);
    expect(page.time?.coming.join()).toContain('Kirsty Bell');
    expect(JSON.stringify(page)).not.toContain(story.caseRef);
  });

  it('the chosen time is booked once, in the name of whoever asked, with the view beside it', async () => {
    const story = await offered();
    const visit = await story.enter();
    const answer = { ...visit, time: { slot: story.slots[0] ?? '' }, words: 'College, with the cars.' };
    const page = await story.visits.answer(answer);
    expect(page).toMatchObject({
      time: { chosen: { joinUrl: 'https://teams.example/join' }, slots: [] },
      question: { given: 'College, with the cars.' },
    });
    await story.visits.answer(answer);
    expect(story.graph.events_.size).toBe(1);
    const [meeting] = await story.world.sql<{ state: string; agreed_how: string; organiser_id: string }>(
      'select state, agreed_how, organiser_id from waymark.meeting where id = $1',
      [story.meeting],
    );
    expect(meeting).toEqual({ state: 'booked', agreed_how: 'link', organiser_id: story.ruth.person });
    const [reply] = await story.world.sql<{ reply: string }>(
      'select reply from waymark.meeting_person where meeting_id = $1 and contact_id = $2',
      [story.meeting, story.contact],
    );
    expect(reply?.reply).toBe('yes');
  });

  it('a time that has gone says so in plain words, offers the rest, and keeps what was written', async () => {
    const story = await offered();
    const visit = await story.enter();
    await expect(story.visits.answer({ ...visit, time: { slot: 'long-gone' }, words: 'Keep this.' })).rejects.toMatchObject({
      kind: 'changed-meanwhile',
      message: 'That time has gone meanwhile. Choose another one, or ask us to telephone you. What you wrote is kept.',
    });
    expect((await story.visits.page(visit)).question?.given).toBe('Keep this.');
  });

  it('none of these: one task to telephone, however often it is pressed', async () => {
    const story = await offered();
    const visit = await story.enter();
    await story.visits.answer({ ...visit, time: 'phone-me' });
    expect((await story.visits.answer({ ...visit, time: 'phone-me' })).time?.phoneAsked).toBe(true);
    const { rows } = await story.world.casework.openActions(story.ruth, {});
    expect(rows.map(({ words }) => words)).toEqual([`Telephone Saima Malik: none of the times suits (Review ${story.caseRef})`]);
  });

  it('when it was booked by telephone meanwhile, the page says when, and offers nothing', async () => {
    const story = await offered();
    const visit = await story.enter();
    const proposal = await story.world.casework.openProposal(story.ruth, { meeting: story.meeting });
    await story.world.casework.bookReview(story.ruth, {
      meeting: story.meeting,
      slot: story.slots[1] ?? '',
      version: proposal.version,
      agreed: 'phone',
    });
    expect((await story.visits.page(visit)).time).toMatchObject({ slots: [], chosen: { day: proposal.slots[1]?.day } });
    await expect(story.visits.answer({ ...visit, time: { slot: story.slots[0] ?? '' } })).rejects.toMatchObject({
      kind: 'changed-meanwhile',
    });
    await runQueue(story.world);
  });
});
