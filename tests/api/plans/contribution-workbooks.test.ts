import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { plainXlsx } from '#local-tenant/graph/plain-xlsx.ts';
import { type CallumsCase, callumsCase } from './a-draft.ts';

const FEEDBACK = [
  ['Pupil', 'Subject', 'What goes well', 'What helps'],
  ['Reid, Callum', 'Science', 'Knows every part of a circuit.', 'The first step written on his whiteboard.'],
  ['Whitlock, Isla', 'Science', 'Draws what she sees.', 'The text read to her once.'],
] as const;

const xlsx = (rows: readonly (readonly (string | number | null)[])[]) => plainXlsx({ sheets: [{ name: 'Sheet1', rows }] });

const filed = async (bytes: Uint8Array, title = 'teacher feedback 2026-11-18.xlsx', story?: CallumsCase) => {
  const one = story ?? (await callumsCase());
  await one.graph.files.save(null, one.caseRef, `${one.caseRef} ${title}`, bytes);
  return one;
};

describe('a workbook that lies in the case folder', () => {
  it('is a source of the draft: what helps stands under advice, with the workbook, its edition and day among the sources', async () => {
    const { draft, caseRef } = await filed(await xlsx(FEEDBACK));
    const pane = await draft();
    const advice = pane.passages.find(({ text }) => text === 'Science: The first step written on his whiteboard.');
    expect(advice?.tag).toMatch(/^advice\//);
    expect(pane.sources.find(({ number }) => number === advice?.sources[0])).toMatchObject({
      kind: 'file',
      on: '2026-11-18',
      words: expect.stringContaining('Teacher feedback'),
      webUrl: expect.stringContaining(encodeURIComponent(`${caseRef} teacher feedback 2026-11-18.xlsx`)),
    });
  });

  it('about a whole class never brings another pupil into the plan', async () => {
    const { draft, world, pupil } = await filed(await xlsx(FEEDBACK));
    const pane = await draft();
    const kept = await world.sql<{ reading: unknown }>('select reading from waymark.document where pupil_id = $1', [pupil]);
    expect(JSON.stringify([pane, kept])).not.toMatch(/Isla|read to her once/);
  });

  it('is fetched once, and again only when it changed', async () => {
    const story = await filed(await xlsx(FEEDBACK));
    await story.draft();
    story.graph.calls.length = 0;
    await story.draft();
    expect(story.graph.calls).toEqual(['files.list', 'files.save']);
    await filed(await xlsx([...FEEDBACK, ['Reid, Callum', 'PE', 'Referees fairly.', 'Changes first.']]), undefined, story);
    story.graph.calls.length = 0;
    const pane = await story.draft();
    expect(story.graph.calls).toEqual(['files.list', 'files.read', 'files.save']);
    expect(pane.passages.map(({ text }) => text)).toContain('PE: Changes first.');
  });

  it('that counts sessions says in an annual review how much was given, and is named as the source', async () => {
    const story = await callumsCase();
    const rows = [
      ['Provision', 'Planned sessions', 'Given', 'Why not'],
      ['Sentence starters', 45, 38, 'Trips'],
    ] as const;
    await filed(await xlsx(rows), 'provision tracker 2026-11-13.xlsx', story);
    const pane = await story.world.casework.draftPlan(story.ruth, { pupil: story.pupil, request: randomUUID(), kind: 'annualReview' });
    const given = pane.passages.find(({ text }) => text === '38 of 45 sessions');
    expect(given?.tag).toBe(`provision/${story.rows.line}/delivered`);
    expect(pane.sources.find(({ number }) => number === given?.sources[0])?.words).toContain('Provision tracker');
  });

  it('of a person who must not be contacted is left where it lies', async () => {
    const story = await callumsCase();
    await filed(
      await xlsx([
        ['Question', 'Answer'],
        ['What helps?', 'Time with me.'],
      ]),
      'feedback 2026-11-18.xlsx',
      story,
    );
    for (const one of story.graph.files_.values()) if (one.file.name.endsWith('.xlsx')) Object.assign(one.file, { changedBy: 'Mark Reid' });
    expect((await story.draft()).passages.map(({ text }) => text)).not.toContain('Time with me.');
  });
});

describe('a workbook that cannot be read', () => {
  const why = async (bytes: Uint8Array, title?: string) => {
    const pane = await (await filed(bytes, title)).draft();
    return pane.missing.find(({ citation }) => citation === 'Case folder')?.detail;
  };

  it('because of a password, macros, an old format or damage says so, and the plan is drafted without it', async () => {
    const { strToU8, zipSync } = await import('fflate');
    const compound = (stream: string) => Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from(stream, 'utf16le')]);
    expect(await why(compound('EncryptedPackage'))).toMatch(/^This workbook is protected by a password\./);
    expect(await why(compound('Workbook'), 'teacher feedback 2026-11-18.xls')).toMatch(/old \.xls format/);
    expect(await why(zipSync({ 'xl/vbaProject.bin': strToU8('x'), 'xl/workbook.xml': strToU8('<workbook/>') }))).toMatch(/holds macros/);
    expect(await why(Buffer.from('PK\u0003\u0004 nothing more'))).toMatch(/^This file is damaged/);
  });

  it('because it would burst is not unpacked, and one that is too large is not even fetched', async () => {
    const { zipSync } = await import('fflate');
    expect(await why(zipSync({ 'xl/workbook.xml': new Uint8Array(8 * 1024 * 1024) }))).toMatch(/unpack to far more/);
    const large = await filed(new Uint8Array(6 * 1024 * 1024));
    const pane = await large.draft();
    expect(pane.missing.find(({ citation }) => citation === 'Case folder')?.detail).toMatch(/larger than 5 MB/);
    expect(large.graph.calls.filter((call) => call === 'files.read')).toHaveLength(1);
  });

  it('because it has more rows than a contribution ever has says how many are too many', async () => {
    const rows = Array.from({ length: 2_001 }, (_, index) => ['What helps?', `Line ${index}`]);
    expect(await why(await xlsx(rows))).toMatch(/more than 2,000 rows/);
  });

  it('because it is about other pupils alone says that nobody is named who is this one', async () => {
    expect(await why(await xlsx([FEEDBACK[0], FEEDBACK[2]]))).toMatch(/^No row of this workbook names this pupil/);
  });
});
