import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { FileLetterRequest } from '#contract/letters.ts';
import type { Day } from '#domain/calendar/day.ts';
import { type FamilyStory, familyStory } from '#tests/api/links/a-link.ts';
import { family } from '#tests/api/meetings/a-case.ts';
import { documentText } from './document-text.ts';

const OWN = { purpose: 'annual-review', more: 'Parking is behind the sports hall.' };

let story: FamilyStory;

beforeEach(async () => {
  story = await familyStory();
});

/** A review booked for Tuesday 8 December, 2 to 3, with those who were asked. */
const booked = async (): Promise<string> => {
  const { world, pupil, contact, people, ruth } = story;
  const id = randomUUID();
  await world.sql(
    `insert into waymark.meeting (organisation_id, id, pupil_id, purpose, state, starts_at, ends_at, place, join_url, organiser_id)
     values ($1, $2, $3, 'annual-review', 'booked', '2026-12-08T14:00:00Z', '2026-12-08T15:00:00Z', 'Room 4', 'https://teams.example/join', $4)`,
    [world.organisation, id, pupil, ruth.person],
  );
  for (const [name, words, ids] of [
    ['Saima Malik', 'mother', { contact }],
    ['Tomasz Zieliński', 'tutor, maths', { person: people.tomasz.id }],
  ] as const)
    await world.sql(
      `insert into waymark.meeting_person (organisation_id, id, meeting_id, person_id, contact_id, name, role_words, why, required)
       values ($1, $2, $3, $4, $5, $6, $7, 'Must be invited', true)`,
      [world.organisation, randomUUID(), id, 'person' in ids ? ids.person : null, 'contact' in ids ? ids.contact : null, name, words],
    );
  return id;
};

const file = (more: Partial<FileLetterRequest> = {}) =>
  story.world.casework.fileLetter(story.ruth, {
    pupil: story.pupil,
    request: randomUUID(),
    kind: 'invitation',
    to: story.contact,
    language: 'en',
    interpreter: 'yes',
    own: OWN,
    ...more,
  });

const onlyFile = () => [...story.graph.files_.values()][0];

describe('an invitation', () => {
  it('is composed from the booked meeting and filed in the case folder, under a name without the child’s', async () => {
    await booked();
    const filed = await file();
    expect(filed.line).toMatchObject({
      title: 'Invitation to a meeting',
      addressee: 'Saima Malik',
      dated: '2026-11-23',
      name: `${story.caseRef} invitation to a meeting 2026-11-23.docx`,
      given: null,
    });
    const text = await documentText(onlyFile()?.bytes);
    expect(text).toContain('Dear Saima Malik,');
    expect(text).toContain('Tuesday 8 December 2026, 2 pm to 3 pm');
    expect(text).toContain('We will send you the papers by Tuesday 24 November 2026.');
    expect(text).toContain('Tomasz Zieliński, tutor, maths');
    expect(text).toContain(OWN.more);
    expect(text).not.toContain('Saima Malik, mother');
  });

  it('proposes the language of the contact, and asks for an interpreter by what the record says', async () => {
    await booked();
    const { addressees } = await story.world.casework.openLetters(story.ruth, { pupil: story.pupil });
    expect(addressees[0]).toMatchObject({ name: 'Saima Malik', language: 'ur', languageWords: 'Urdu: the language of the contact.' });
    const draft = await story.world.casework.composeLetter(story.ruth, { pupil: story.pupil, kind: 'invitation', to: story.contact });
    expect(draft.letter).toMatchObject({ language: 'ur', direction: 'rtl' });
    expect(draft.own[0]?.proposed).toBe('annual-review');
    expect(draft.askInterpreter).toEqual({ words: 'The record says that Saima Malik needs an interpreter for Urdu.', recorded: true });
  });

  it('duty 6 A5: is not filed before somebody has said for this invitation whether an interpreter is needed', async () => {
    await booked();
    await expect(file({ interpreter: undefined })).rejects.toMatchObject({
      kind: 'not-valid',
      message: 'Say whether Saima Malik needs an interpreter for this meeting.',
    });
    await file({ interpreter: 'no' });
    expect(await documentText(onlyFile()?.bytes)).toContain('Do you need an interpreter?');
  });

  it('without a booked meeting is refused with what is missing, and nothing is filed', async () => {
    const draft = await story.world.casework.composeLetter(story.ruth, { pupil: story.pupil, kind: 'invitation', to: story.contact });
    expect(draft.lacking.filter(({ stops }) => stops).map(({ key, mend }) => [key, mend])).toEqual([
      ['meetingWhen', 'find-a-date'],
      ['meetingPlace', 'meetings'],
    ]);
    await expect(file()).rejects.toMatchObject({
      kind: 'not-ready',
      message: expect.stringContaining('No meeting is booked. Find a date first.'),
    });
    expect(story.graph.files_.size).toBe(0);
  });

  it('asked for twice, or after Microsoft 365 did not answer, is filed once', async () => {
    await booked();
    const request = randomUUID();
    story.graph.failNext('files.save', 'after');
    await expect(file({ request })).rejects.toMatchObject({ kind: 'elsewhere-unwell' });
    const filed = await file({ request });
    expect(await file({ request })).toEqual(filed);
    expect(story.graph.files_.size).toBe(1);
    const { letters } = await story.world.casework.openLetters(story.ruth, { pupil: story.pupil });
    expect(letters).toHaveLength(1);
    await file();
    expect([...story.graph.files_.keys()].at(-1)).toContain('invitation to a meeting 2026-11-23 2.docx');
  });
});

describe('a contact who must not be contacted', () => {
  it('duty 6 A1: cannot be chosen, is refused with the reason, and what was written before is not sent', async () => {
    await booked();
    const { world, ruth, pupil } = story;
    const father = await family(world, pupil, {
      given: 'Imran',
      surname: 'Malik',
      relation: 'father',
      email: 'imran@family.example',
      restriction: 'Court order, seen by R. Okafor',
    });
    const { addressees } = await world.casework.openLetters(ruth, { pupil });
    expect(addressees.find(({ to }) => to === father)?.blocked).toContain('Court order');
    await expect(file({ to: father })).rejects.toMatchObject({
      kind: 'not-allowed',
      message: 'Imran Malik must not be contacted. No letter can be written to them.',
    });
    const filed = await file();
    await world.sql("update waymark.contact set restriction = 'Court order', restricted_on = '2026-11-23' where id = $1", [story.contact]);
    for (const how of ['link', 'post', 'hand'] as const)
      await expect(
        world.casework.giveLetter(ruth, { letter: filed.line.id, request: randomUUID(), how, on: '2026-11-23' as Day }),
      ).rejects.toMatchObject({ kind: 'not-allowed' });
    expect(await story.post()).toEqual([]);
    expect(story.graph.letters).toEqual([]);
  });
});

describe('a learner of age', () => {
  it('duty 6 A4: stands first among those a letter can go to, and the family only with the learner’s agreement', async () => {
    const { world, ruth, pupil } = story;
    await world.sql("update waymark.pupil set birthday = '2009-12-01' where id = $1", [pupil]);
    const { addressees, rights } = await world.casework.openLetters(ruth, { pupil });
    expect(rights).toEqual({
      holder: 'learner',
      words: 'Ayaan holds the rights to decisions since Sat 27 Jun 2026. Letters go to Ayaan first.',
    });
    expect(addressees.map(({ name, words }) => `${name}, ${words}`)).toEqual([
      'Ayaan Malik, the learner, who holds the rights',
      'Saima Malik, mother, parental responsibility, with the learner’s agreement',
    ]);
    const draft = await world.casework.composeLetter(ruth, { pupil, kind: 'rights-transfer', to: 'learner' });
    expect(draft.askInterpreter).toBeNull();
    expect(JSON.stringify(draft.letter)).toContain('you are a young person in law');
  });
});

describe('a request for assessment', () => {
  it('carries the evidence of the record: delivered minutes of logged sessions alone, costs to the penny, and no view of one who is restricted', async () => {
    const { world, pupil, contact } = story;
    const { organisation } = world;
    const line = randomUUID();
    await world.sql(
      "insert into waymark.need (organisation_id, id, pupil_id, rank, code, description, source) values ($1, $2, $3, 1, 'SPLD', 'Reads below his age', 'Reading test')",
      [organisation, randomUUID(), pupil],
    );
    await world.sql(
      `insert into waymark.provision_line (organisation_id, id, pupil_id, rank, what, who, minutes, times_a_week, from_day, yearly_cost)
       values ($1, $2, $3, 1, 'Phonics group', 'Gareth Pugh', 20, 3, '2026-09-07', 6120.50)`,
      [organisation, line, pupil],
    );
    for (const [on, state, minutes] of [
      ['2026-11-16', 'delivered', 20],
      ['2026-11-17', 'not-delivered', null],
    ])
      await world.sql(
        'insert into waymark.session (organisation_id, id, pupil_id, line_id, on_day, state, planned, minutes) values ($1, $2, $3, $4, $5, $6, 20, $7)',
        [organisation, randomUUID(), pupil, line, on, state, minutes],
      );
    const father = await family(world, pupil, {
      given: 'Imran',
      surname: 'Malik',
      relation: 'father',
      email: null,
      restriction: 'Court order',
    });
    for (const [who, from, words] of [
      [contact, 'Saima Malik, mother', 'He reads to me now.'],
      [father, 'Imran Malik, father', 'Ring me instead.'],
    ])
      await world.sql(
        `insert into waymark.contribution (organisation_id, id, pupil_id, asked_of, contact_id, kind, received_on, words)
         values ($1, $2, $3, $4, $5, 'parent-view', '2026-11-10', $6)`,
        [organisation, randomUUID(), pupil, from, who, words],
      );
    await file({
      kind: 'assessment-request',
      to: 'authority',
      own: { to: 'Westmere Council\nSEND team', why: 'Eight weeks brought three words.' },
    });
    const text = await documentText(onlyFile()?.bytes);
    expect(text).toContain('20 of 40 min in 2 logged sessions');
    expect(text).toContain('£6,120.50 a year for 1 line of provision.');
    expect(text).toContain('£120.50 of it lies above the £6,000.00 a year');
    expect(text).toContain('“He reads to me now.”');
    expect(text).not.toContain('Ring me instead.');
    expect(text).toContain('Westmere Council');
    expect(text).toContain('Eight weeks brought three words.');
    expect(text).toContain('Specific learning difficulty');
    expect(text).not.toContain('SPLD');
  });

  it('has each day in one form, and says that an assessment is already under way until it has ended', async () => {
    const { world, ruth, pupil } = story;
    const happened = (kind: string, on: string, details = {}) =>
      world.sql(
        `insert into waymark.case_event (organisation_id, id, pupil_id, kind, on_day, details, recorded_by, recorded_at)
         values ($1, $2, $3, $4, $5, $6, $7, '2026-11-20T09:00:00Z')`,
        [world.organisation, randomUUID(), pupil, kind, on, JSON.stringify(details), ruth.person],
      );
    const draft = () => world.casework.composeLetter(ruth, { pupil, kind: 'assessment-request', to: 'authority' });
    const before = await draft();
    expect(before.warning).toBeNull();
    expect(before.letter.head).toContain('23 Nov 2026');
    await happened('request-received', '2026-07-15');
    await happened('assessment-decision-sent', '2026-08-26', { outcome: 'assess' });
    expect((await draft()).warning).toBe('An assessment is already under way, requested Wed 15 Jul 2026.');
    await happened('no-plan-decision-sent', '2026-11-02');
    expect((await draft()).warning).toBeNull();
  });
});

describe('a filed letter', () => {
  it('is sent as a link, read after the code in its own language, and stands on the timeline', async () => {
    await booked();
    const { line } = await file({ language: 'ur' });
    const { world, ruth, pupil } = story;
    const sent = await world.casework.giveLetter(ruth, { letter: line.id, request: randomUUID(), how: 'link', on: '2026-11-23' as Day });
    expect(sent.line.given).toBe('Sent as a link, Mon 23 Nov 2026');
    await story.post();
    expect(`${story.graph.letters[0]?.subject} ${story.graph.letters[0]?.text}`).not.toContain('Ayaan');
    const page = await story.visits.page(await story.enter());
    expect(page.reading?.title).toBe('ملاقات کی دعوت');
    expect(JSON.stringify(page.reading)).toContain('\u2068Ayaan\u2069');
    const { entries } = await world.casework.openTimeline(ruth, { pupil });
    expect(entries.map(({ words, detail }) => `${words}: ${detail}`).join('\n')).toContain(
      'Invitation to a meeting, in Urdu, sent as a link',
    );
  });

  it('can be changed as it was seen until it has gone; a newer version, or an edit in Word, is not covered', async () => {
    await booked();
    const { line } = await file();
    const { world, ruth, graph } = story;
    const again = (version: number, more: string) => world.casework.changeLetter(ruth, { letter: line.id, version, own: { ...OWN, more } });
    const changed = await again(1, 'Parking is at the front.');
    expect(changed.line.version).toBe(2);
    expect(await documentText(onlyFile()?.bytes)).toContain('Parking is at the front.');
    await expect(again(1, 'No parking.')).rejects.toMatchObject({ kind: 'changed-meanwhile' });
    await graph.files.save(ruth, story.caseRef, line.name, new Uint8Array([1]));
    await expect(again(2, 'No parking.')).rejects.toMatchObject({ kind: 'changed-meanwhile' });
    await world.casework.giveLetter(ruth, { letter: line.id, request: randomUUID(), how: 'hand', on: '2026-11-23' as Day });
    await expect(again(3, 'No parking.')).rejects.toMatchObject({
      kind: 'not-ready',
      message: 'This letter has gone already. Write another one.',
    });
  });

  it('that went by post stands in what the school says it has sent about the pupil', async () => {
    await booked();
    const { line } = await file();
    const { world, ruth, pupil } = story;
    await world.casework.giveLetter(ruth, { letter: line.id, request: randomUUID(), how: 'post', on: '2026-11-23' as Day });
    const { seen } = await world.casework.openAccess(ruth, { pupil });
    expect(seen.filter(({ kind }) => kind === 'sent').map(({ who, what }) => `${who}: ${what}`)).toEqual([
      'Saima Malik: Sent. Letter: Come to a meeting',
    ]);
  });

  it('is downloaded as it lies in the folder', async () => {
    await booked();
    const { line } = await file();
    const found = await story.world.casework.downloadLetter(story.ruth, { letter: line.id, as: 'docx' });
    expect(found.name).toBe(line.name);
    expect(Buffer.from(found.base64, 'base64').equals(Buffer.from(onlyFile()?.bytes ?? []))).toBe(true);
  });
});

describe('a language', () => {
  it('duty 6 A6: is marked as reviewed by whom and when; from then on its letters carry no note, until the mark is taken back', async () => {
    await booked();
    const { world, ruth, pupil, contact } = story;
    const unchecked = async () =>
      (await world.casework.composeLetter(ruth, { pupil, kind: 'invitation', to: contact, language: 'ur' })).letter.unchecked.length;
    expect(await unchecked()).toBe(2);
    const { languages } = await world.casework.reviewLanguage(ruth, { language: 'ur', by: 'Nadia Shah, teacher', on: '2026-11-20' as Day });
    expect(languages.find(({ language }) => language === 'ur')).toMatchObject({
      reviewed: { by: 'Nadia Shah, teacher', on: '2026-11-20' },
      outdated: false,
    });
    expect(await unchecked()).toBe(0);
    await world.sql("update waymark.language_review set phrases = 'of another edition'");
    expect(await unchecked()).toBe(2);
    await world.casework.forgetLanguageReview(ruth, { language: 'ur' });
    expect((await world.casework.openLanguages(ruth, undefined)).languages.every(({ reviewed }) => reviewed === null)).toBe(true);
  });

  it('cannot have been reviewed tomorrow, nor can English be', async () => {
    const review = (language: 'en' | 'pl', on: string) =>
      story.world.casework.reviewLanguage(story.ruth, { language, by: 'A', on: on as Day });
    await expect(review('pl', '2026-11-24')).rejects.toMatchObject({ kind: 'not-valid' });
    await expect(review('en', '2026-11-20')).rejects.toMatchObject({ kind: 'not-valid' });
  });
});

describe('a letter in Urdu', () => {
  it('is written from right to left, with names in Latin letters kept in order', async () => {
    await booked();
    await file({ language: 'ur' });
    const xml = await documentText(onlyFile()?.bytes, true);
    expect(xml).toContain('<w:bidi/>');
    expect(xml).toContain('<w:rPr><w:rtl/></w:rPr><w:t xml:space="preserve">ہم چاہتے ہیں کہ آپ </w:t>');
    expect(xml).toContain('\u200EAyaan\u200E');
    expect(xml).toContain('<w:bidiVisual/>');
  });
});
