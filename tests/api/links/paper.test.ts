import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { readLetterKey } from '#domain/access/letter-key.ts';
import type { Day } from '#domain/calendar/day.ts';
import { documentText } from '#tests/api/letters/document-text.ts';
import { family } from '#tests/api/meetings/a-case.ts';
import { waitingJobs } from '#tests/api/meetings/queue.ts';
import { type FamilyStory, familyStory } from './a-link.ts';

const UNTIL = '2026-12-18' as Day;

/** Ayaan's grandmother, who has a telephone and no e-mail, and a link to her by letter. */
const grandmother = async () => {
  const story = await familyStory();
  const contact = await family(story.world, story.pupil, {
    given: 'Nasreen',
    surname: 'Malik',
    relation: 'grandmother',
    email: null,
    restriction: null,
  });
  await story.world.sql("update waymark.contact set phone = '01632 960114' where id = $1", [contact]);
  const link = randomUUID();
  const ask = {
    pupil: story.pupil,
    request: link,
    contact,
    purpose: 'view',
    forWhat: 'Annual review',
    until: UNTIL,
    way: 'letter',
  } as const;
  const { links } = await story.world.casework.sendLink(story.ruth, ask);
  return { ...story, contact, link, links };
};

/** The printed letter: its words, its key, and its code where there is one. */
const printed = async ({ world, ruth }: FamilyStory, link: string, code: 'in-letter' | 'by-telephone' = 'in-letter') => {
  const { file, access } = await world.casework.printLinkLetter(ruth, { link, code });
  const words = await documentText(Buffer.from(file.base64, 'base64'));
  return { words, key: /\b(\w{4}(?:-\w{4}){6})\b/.exec(words)?.[1] ?? '', code: /\b(\d{6})\b/.exec(words)?.[1] ?? '', file, access };
};

describe('a link by letter, for somebody without e-mail', () => {
  it('waits to be printed and sends nothing by itself', async () => {
    const { world, links } = await grandmother();
    expect(links).toMatchObject([
      { to: 'Nasreen Malik, grandmother', way: 'letter', state: 'to-print', stateWords: 'Letter not printed yet' },
    ]);
    expect(await waitingJobs(world)).toEqual([]);
  });

  it('is a letter with the page, a key and a code; it names no child, and its file no more than the case', async () => {
    const story = await grandmother();
    const { words, key, code, file, access } = await printed(story, story.link);
    expect(words).toContain('Dear Nasreen Malik');
    expect(words).toContain('open this page: waymark.example/link');
    expect(words).not.toContain('Ayaan');
    expect(file.name).toMatch(/^WM-\d{4} letter with a link 2026-11-23\.docx$/);
    expect(readLetterKey(key)).toHaveLength(28);
    expect(code).toHaveLength(6);
    expect(access.links).toMatchObject([{ state: 'open', sentWords: expect.stringContaining('By letter') }]);
    expect(access.seen.map(({ what }) => what)).toContain('Printed a letter with a link');
  });

  it('opens by the key however it is typed, and lets her in by the code, once', async () => {
    const story = await grandmother();
    const { key, code } = await printed(story, story.link);
    const token = ` ${key.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o')} `;
    expect(await story.visits.open({ token })).toMatchObject({ state: 'code-needed', codeBy: 'letter', sentTo: '' });
    const { visit } = await story.visits.enter({ token, code });
    await story.visits.answer({ token, visit, words: 'She reads to me now.' });
    await expect(story.visits.enter({ token, code })).rejects.toMatchObject({ message: 'That code no longer works. Ask for a new one.' });
    await expect(story.visits.code({ token })).rejects.toMatchObject({
      kind: 'not-ready',
      message: expect.stringContaining('in your letter'),
    });
    const rows = await story.world.sql('select words from waymark.contribution where contact_id = $1', [story.contact]);
    expect(rows).toEqual([{ words: 'She reads to me now.' }]);
  });

  it('takes a code that is read out on the telephone: for ten minutes, and the code before it no more', async () => {
    const story = await grandmother();
    const { key, code: inLetter } = await printed(story, story.link);
    const read = await story.world.casework.readLinkCode(story.ruth, { link: story.link });
    expect(read).toMatchObject({ minutes: 10, to: 'Nasreen Malik, grandmother', telephone: '01632 960114' });
    expect(read.access.seen.map(({ what }) => what)).toContain('Read out a code for a link on the telephone');
    if (inLetter !== read.code)
      await expect(story.visits.enter({ token: key, code: inLetter })).rejects.toMatchObject({
        message: 'That is not the code. 4 tries left.',
      });
    expect(await story.visits.enter({ token: key, code: read.code })).toMatchObject({ page: { purpose: 'view', hello: 'Nasreen' } });
    const late = await story.world.casework.readLinkCode(story.ruth, { link: story.link });
    story.world.clock.set('2026-11-23T23:00:00.000Z');
    await expect(story.visits.enter({ token: key, code: late.code })).rejects.toMatchObject({ kind: 'not-allowed' });
  });

  it('leaves the code out of the letter where it is to be read out, and gives none before there is a letter', async () => {
    const story = await grandmother();
    await expect(story.world.casework.readLinkCode(story.ruth, { link: story.link })).rejects.toMatchObject({ kind: 'not-ready' });
    const { words, code } = await printed(story, story.link, 'by-telephone');
    expect(code).toBe('');
    expect(words).toContain('3. Ask Ruth Okafor for a code of six figures.');
  });

  it('closes by itself after too many wrong codes, however they were got', async () => {
    const story = await grandmother();
    const { key } = await printed(story, story.link);
    for (let round = 0; round < 3; round += 1) {
      const { code } = await story.world.casework.readLinkCode(story.ruth, { link: story.link });
      const wrong = code === '000000' ? '000001' : '000000';
      for (let tries = 0; tries < 5; tries += 1) await story.visits.enter({ token: key, code: wrong }).catch(() => null);
    }
    expect(await story.visits.open({ token: key })).toMatchObject({ state: 'ended' });
    await expect(story.world.casework.readLinkCode(story.ruth, { link: story.link })).rejects.toMatchObject({
      message: 'This link has ended. Send a new one.',
    });
  });

  it('printed anew opens by the new letter alone, and a key that was never printed opens nothing', async () => {
    const story = await grandmother();
    const first = await printed(story, story.link);
    const second = await printed(story, story.link);
    await expect(story.visits.open({ token: first.key })).rejects.toMatchObject({ kind: 'not-found' });
    expect(await story.visits.open({ token: second.key })).toMatchObject({ state: 'code-needed' });
    await expect(story.visits.open({ token: '7KQM-2F9X-04TB-WZ3H' })).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('duty 6 A1: is not printed for somebody who must not be contacted by now', async () => {
    const story = await grandmother();
    await story.world.sql("update waymark.contact set restriction = 'order of the court' where id = $1", [story.contact]);
    await expect(story.world.casework.printLinkLetter(story.ruth, { link: story.link, code: 'in-letter' })).rejects.toMatchObject({
      kind: 'not-allowed',
      message: 'Nasreen Malik must not be contacted. Nothing can be sent to them.',
    });
  });

  it('asked for a time of a review, who has no e-mail address gets a letter to print', async () => {
    const story = await grandmother();
    const { world, ruth } = story;
    const proposal = await world.casework.proposeReview(ruth, { pupil: story.pupil });
    await world.sql(
      'update waymark.contact set email = null where id = (select contact_id from waymark.meeting_person where meeting_id = $1 and contact_id is not null limit 1)',
      [proposal.meeting],
    );
    const said = await world.casework.askFamily(ruth, { meeting: proposal.meeting, version: proposal.version });
    expect(said.words).toContain('print the letter with the link');
    const { links } = await world.casework.openAccess(ruth, { pupil: story.pupil });
    expect(links.filter(({ way, what }) => way === 'letter' && what.startsWith('Choose a time'))).toHaveLength(1);
  });
});
