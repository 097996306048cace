import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { PaperFile } from '#contract/classes.ts';
import type { Actor } from '#domain/access/actor.ts';
import type { Day } from '#domain/calendar/day.ts';
import { canCountSides, sidesOf } from '#tests/builders/pages-of.ts';
import { aWorld } from '#tests/world.ts';
import type { World } from '#tests/world-of.ts';

let world: World;
let ruth: Actor;
const itWithSides = canCountSides ? it : it.skip;

beforeAll(async () => {
  world = await aWorld();
  ruth = await world.actorFor('coordinator');
});

const says = (pupil: string, kind: string, words: readonly string[]) =>
  world.sql(
    `insert into waymark.profile_line (organisation_id, id, pupil_id, kind, rank, words)
       select $1, gen_random_uuid(), $2, $3, n, words from unnest($4::text[]) with ordinality as line (words, n)`,
    [world.organisation, pupil, kind, words],
  );

const LONG = 'Ten minutes before any change of room or person, show the card with the picture of what comes next and wait for a nod';
const SHORT = 'Show, then tell: a picture of the task first';

/** A class of so many pupils, each with three things to do of the same words. */
const aClass = async (name: string, size: number, words: string): Promise<{ id: string; pupils: string[] }> => {
  const id = randomUUID();
  await world.sql('insert into waymark.class (organisation_id, id, school_id, name) values ($1, $2, $3, $4)', [
    world.organisation,
    id,
    world.school,
    name,
  ]);
  const pupils: string[] = [];
  for (let at = 0; at < size; at += 1) {
    const caseRef = `WM-${1000 + Math.floor(Math.random() * 800_000)}`;
    const pupil = await world.enrol({ givenName: `Zieliński${at}`, surname: `Reid${at}`, caseRef });
    pupils.push(pupil);
    await world.sql("insert into waymark.class_pupil values ($1, $2, $3, '2026-09-01', null)", [world.organisation, id, pupil]);
    await says(pupil, 'strength', ['Reads aloud fluently', 'maps', 'facts']);
    await says(pupil, 'strategy', [words, `${words} again`, `${words} once more`]);
    await says(pupil, 'if-wrong', ['Goes quiet: offer the quiet room, no questions', words]);
  }
  return { id, pupils };
};

const sheet = (id: string, format: 'docx' | 'pdf', paper: 'A4' | 'Letter', actor = ruth) =>
  world.casework.takeClassSheet(actor, { class: id, format, paper });

describe('the class sheet on paper', () => {
  itWithSides(
    'duty 4 A1: eight pupils keep to one side of A4 and of US Letter, in Word and in PDF, however long the lines',
    async () => {
      const papers: PaperFile[] = [];
      for (const words of [SHORT, LONG]) {
        const { id } = await aClass(`8 ${words.length}`, 8, words);
        for (const paper of ['A4', 'Letter'] as const)
          for (const format of ['docx', 'pdf'] as const) papers.push(await sheet(id, format, paper));
      }
      expect(await sidesOf(papers)).toEqual(papers.map(() => 1));
      expect(papers[0]?.words).toBe('The whole sheet is on the paper.');
      expect(papers.at(-1)?.words).toMatch(/^\d+ lines are shortened to keep to one side\.$/);
    },
    180_000,
  );

  itWithSides('nine pupils run on to a second side and nothing is cut', async () => {
    const { id } = await aClass('9', 12, LONG);
    const paper = await sheet(id, 'pdf', 'A4');
    expect((await sidesOf([paper]))[0]).toBeGreaterThan(1);
    expect(paper.words).toBe('The whole sheet is on the paper.');
  });

  it('the file is named by the class and the day, and A4 is the paper in England', async () => {
    const { id } = await aClass('6/Oak', 1, SHORT);
    const paper = await world.casework.takeClassSheet(ruth, { class: id, format: 'docx' });
    expect(paper.name).toBe(`6-Oak what helps ${world.today}.docx`);
  });

  it('duty 4 A6: a cover teacher takes it on the one day and never a profile', async () => {
    const { id, pupils } = await aClass('6 Elm', 1, SHORT);
    const dev = await world.actorFor('teacher');
    await expect(sheet(id, 'docx', 'A4', dev)).rejects.toMatchObject({ kind: 'not-found' });
    await world.casework.arrangeCover(ruth, { class: id, person: dev.person, day: world.today as Day });
    await expect(sheet(id, 'docx', 'A4', dev)).resolves.toMatchObject({ type: expect.stringContaining('wordprocessingml') });
    expect((await world.casework.openClassSheet(dev, { class: id })).rows[0]?.profile).toBe(false);
    await expect(world.casework.takeProfile(dev, { pupil: pupils[0]!, format: 'pdf' })).rejects.toMatchObject({ kind: 'not-found' });
  });
});

describe('the one-page profile', () => {
  const profile = (pupil: string, format: 'docx' | 'pdf', paper: 'A4' | 'Letter' = 'A4') =>
    world.casework.takeProfile(ruth, { pupil, format, paper });

  it('says what people like, what matters and how to help, in the pupil’s own words, and what nobody wrote down yet', async () => {
    const pupil = await world.enrol({ givenName: 'Callum', surname: 'Reid', caseRef: 'WM-0412' });
    await says(pupil, 'liked', ['He makes us laugh']);
    await says(pupil, 'important', ['My drawings stay where I put them']);
    const shown = await world.casework.openProfile(ruth, { pupil });
    expect(shown.sections.map(({ heading, lines }) => [heading, lines])).toEqual([
      ['What people like about me', ['He makes us laugh']],
      ['What matters to me', ['My drawings stay where I put them']],
      ['How to help me', []],
    ]);
    expect(shown.words).toBe('Not in the record yet: how to help. Add it under Needs, strengths.');
    expect((await profile(pupil, 'docx')).name).toBe(`WM-0412 one-page profile ${world.today}.docx`);
  });

  itWithSides(
    'is one page with far too much text, and says how much was left out',
    async () => {
      const pupil = await world.enrol({ givenName: 'Petra', surname: 'Novak', caseRef: 'WM-0413' });
      for (const kind of ['liked', 'important', 'strategy', 'if-wrong'])
        await says(
          pupil,
          kind,
          Array.from({ length: 12 }, (_, at) => `${at} ${LONG}. ${LONG}. ${LONG}. ${LONG}.`),
        );
      const papers = [
        await profile(pupil, 'docx'),
        await profile(pupil, 'pdf'),
        await profile(pupil, 'docx', 'Letter'),
        await profile(pupil, 'pdf', 'Letter'),
      ];
      expect(await sidesOf(papers)).toEqual([1, 1, 1, 1]);
      expect(papers[0]?.words).toMatch(/^48 lines are shortened\. \d+ lines found no room on one page: the record has them\.$/);
    },
    180_000,
  );

  it('a PDF of words in a script that it cannot show is refused, and Word is named', async () => {
    const pupil = await world.enrol({ givenName: 'Amina', surname: 'Said', caseRef: 'WM-0414' });
    await says(pupil, 'important', ['أحب الرسم']);
    await expect(profile(pupil, 'pdf')).rejects.toMatchObject({
      kind: 'not-ready',
      message: expect.stringContaining('Take the Word document'),
    });
    await expect(profile(pupil, 'docx')).resolves.toBeDefined();
  });
});
