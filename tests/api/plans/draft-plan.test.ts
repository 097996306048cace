import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { casework } from '#api/compose.ts';
import { readDocument } from '#api/plans/document/read.ts';
import { callumsCase, fileAdvice, typed } from './a-draft.ts';
import { partOf } from './document/docx-files.ts';

const textOf = (bytes: Uint8Array): string => {
  const read = readDocument(bytes);
  if (!read.ok) throw new Error(read.words);
  return read.text;
};

describe('drafting a plan', () => {
  it('composes it from the record and from the case folder, each passage with its source', async () => {
    const { draft, file, caseRef, rows } = await callumsCase();
    const pane = await draft();
    expect(pane).toMatchObject({ version: 1, state: 'draft', title: 'SEN support plan', pupil: { name: 'Callum Reid', caseRef } });
    expect(pane.document?.name).toBe(`${caseRef} SEN support plan 2026-11-23.docx`);
    const text = textOf(file());
    expect(text).toContain('Give instructions one step at a time, with a picture of the finished task.');
    expect(text).toContain('Reads aloud fluently.');
    const goal = pane.passages.find((passage) => passage.tag === `goals/${rows.goal}/text`);
    expect(goal).toMatchObject({ composed: true, accepted: false, gap: false });
    expect(goal?.text).toContain('By Fri 26 Mar 2027');
    const advice = pane.passages.find((passage) => passage.tag.startsWith('advice/') && passage.text.startsWith('Give instructions'));
    expect(pane.sources.find((source) => source.number === advice?.sources[0])).toMatchObject({
      kind: 'file',
      on: '2026-10-07',
      webUrl: expect.stringMatching(/^https:/),
    });
  });

  it('draws on what people contributed: answers to a round-robin and advice sent in, each named among the sources', async () => {
    const { world, ruth, pupil, draft, file } = await callumsCase();
    const contribution = (askedOf: string, sort: string, words: string) =>
      world.casework.recordEntry(ruth, {
        pupil,
        kind: 'contribution',
        id: randomUUID(),
        values: { askedOf, sort, words, askedOn: '2026-11-09', receivedOn: '2026-11-16' },
      });
    await contribution(
      'Gareth Pugh, 6 Oak',
      'teacher-view',
      'What is hard, when and where?\nCopying from the board.\n\nWhat helps, and should go on?\nA copy of the board on his table.',
    );
    await contribution('Ines Duarte, physiotherapist', 'advice', 'Two movement breaks in each lesson.');
    const pane = await draft();
    const text = textOf(file());
    expect(text).toContain('A copy of the board on his table.');
    expect(text).not.toContain('Copying from the board.');
    const passage = pane.passages.find((one) => one.text === 'Two movement breaks in each lesson.');
    expect(pane.sources.filter(({ number }) => passage?.sources.includes(number))).toEqual([
      expect.objectContaining({ kind: 'record', words: 'Ines Duarte, physiotherapist, contribution', on: '2026-11-16' }),
    ]);
    expect(pane.sources.map(({ words }) => words)).toContain('Gareth Pugh, 6 Oak, contribution');
  });

  it('says under a strategy what staff answered to it, by whom and when, each answer a source; other words later are not answered yet', async () => {
    const { world, pupil, rows, draft, file } = await callumsCase();
    const anna = await world.actorFor('teacher', { pupil, relation: 'teaches' });
    const answer = async (mark: 'works' | 'does-not', said: string) => {
      const read = (await world.casework.openMyStrategies(anna, {})).pupils[0]!;
      await world.casework.answerStrategies(anna, {
        pupil,
        edition: read.edition,
        answers: [{ line: rows.strategy, version: read.strategies[0]!.version, mark, said }],
        read: true,
      });
    };
    await answer('does-not', 'He loses the card after PE');
    const pane = await draft();
    const said = pane.passages.find(({ tag }) => tag === `strategies/${rows.strategy}-said/text`);
    expect(said?.text).toBe('Does not work, says Sam Teacher, Mon 23 Nov: “He loses the card after PE”');
    expect(textOf(file())).toContain('Does not work, says Sam Teacher, Mon 23 Nov');
    expect(pane.sources.filter(({ number }) => said?.sources.includes(number))).toEqual([
      expect.objectContaining({ kind: 'record', words: 'Sam Teacher, what works in class', on: '2026-11-23' }),
    ]);
    await world.sql("update waymark.profile_line set words = 'A picture first', version = version + 1 where id = $1", [rows.strategy]);
    expect((await draft(randomUUID())).passages.some(({ tag }) => tag.includes('-said'))).toBe(false);
  });

  it('carries the add-in where one is deployed, so that Word opens the pane with the document', async () => {
    const { world, ruth, pupil, file } = await callumsCase();
    const addIn = { id: 'c1a6d8f0-4b7e-4f3a-9d25-0e8b7c6a5f41', version: '0.1.0.0', store: 'EXCatalog', storeType: 'EXCatalog' } as const;
    await casework({ ...world.parts, addIn }).draftPlan(ruth, { pupil, request: randomUUID(), kind: 'senSupport' });
    expect(partOf(file(), 'word/webextensions/webextension1.xml')).toContain(addIn.id);
  });

  it('says what is missing by rule, which phrases nobody can be held to, and names no restricted contact', async () => {
    const { draft, file, rows } = await callumsCase();
    const pane = await draft();
    expect(pane.missing.filter((gap) => gap.severity === 'stops').map((gap) => gap.tag)).toContain(`goals/${rows.vague}/text`);
    expect(pane.wording.map((point) => point.phrase)).toEqual(expect.arrayContaining(['Regular access to', 'more often']));
    expect(pane.checksPassed).toBeGreaterThan(3);
    expect(textOf(file())).toContain('Fiona Reid');
    expect(JSON.stringify(pane) + textOf(file())).not.toContain('Mark');
  });

  it('asks Graph twice, and once more only for what changed since it was last read', async () => {
    const story = await callumsCase();
    await story.draft();
    expect(story.graph.calls).toEqual(['files.list', 'files.read', 'files.save']);
    story.graph.calls.length = 0;
    await story.draft();
    expect(story.graph.calls).toEqual(['files.list', 'files.save']);
    await fileAdvice(story, ['Sentence starters, fifteen minutes, four times a week.']);
    story.graph.calls.length = 0;
    await story.draft();
    expect(story.graph.calls).toEqual(['files.list', 'files.read', 'files.save']);
    expect(textOf(story.file())).toContain('Sentence starters, fifteen minutes, four times a week.');
  });

  it('the same request again is the same plan, and files nothing', async () => {
    const { draft, graph } = await callumsCase();
    const request = randomUUID();
    const first = await draft(request);
    graph.calls.length = 0;
    const again = await draft(request);
    expect([again.plan, again.version]).toEqual([first.plan, 1]);
    expect(graph.calls).toEqual([]);
  });

  it('a draft that dies after its file was saved is found again by the next try, as one plan and one file', async () => {
    const { world, draft, graph, pupil } = await callumsCase();
    const request = randomUUID();
    graph.failNext('files.save', 'after');
    await expect(draft(request)).rejects.toMatchObject({ kind: 'elsewhere-unwell' });
    expect((await draft(request)).version).toBe(1);
    expect(await world.sql('select 1 from waymark.plan where pupil_id = $1', [pupil])).toHaveLength(1);
    expect([...graph.files_.keys()]).toHaveLength(2);
  });

  it('carries on what somebody edited in the last draft, and makes the next version of the same plan', async () => {
    const { draft, file, graph, caseRef } = await callumsCase();
    const first = await draft();
    await graph.files.save(
      null,
      caseRef,
      `${caseRef} SEN support plan 2026-11-23.docx`,
      typed(file(), 'strengths', 'Reads aloud to the little ones.'),
    );
    const second = await draft();
    expect([second.plan, second.version]).toEqual([first.plan, 2]);
    expect(second.passages.find((passage) => passage.tag === 'strengths')?.text).toBe('Reads aloud to the little ones.');
    expect(textOf(file())).toContain('Reads aloud to the little ones.');
    const third = await draft();
    expect(third.passages.find((passage) => passage.tag === 'strengths')?.text).toBe('Reads aloud to the little ones.');
  });

  it('shows both where the record moved on after somebody edited the draft', async () => {
    const { world, draft, file, graph, caseRef, pupil } = await callumsCase();
    await draft();
    await graph.files.save(
      null,
      caseRef,
      `${caseRef} SEN support plan 2026-11-23.docx`,
      typed(file(), 'strengths', 'Reads aloud to the little ones.'),
    );
    await world.sql("update waymark.profile_line set words = 'Knows every map' where pupil_id = $1 and kind = 'strength'", [pupil]);
    const pane = await draft();
    expect(textOf(file())).toContain('Knows every map.');
    const page = partOf(file(), 'word/document.xml');
    expect(page).toContain('was changed to “Reads aloud to the little ones.”. Settle which stands.');
    expect(pane.passages.find((passage) => passage.tag === 'strengths')?.gap).toBe(true);
  });

  it('does not overwrite a file that was saved while the plan was being composed', async () => {
    const { draft, graph, file, caseRef } = await callumsCase();
    await draft();
    const name = `${caseRef} SEN support plan 2026-11-23.docx`;
    const { read } = graph.files;
    Object.assign(graph.files, {
      read: async (...call: Parameters<typeof read>) => {
        const bytes = await read(...call);
        await graph.files.save(null, caseRef, name, typed(file(), 'strengths', 'Written by Anna meanwhile.'));
        return bytes;
      },
    });
    await fileAdvice({ graph, caseRef }, ['One more.']);
    await expect(draft()).rejects.toMatchObject({ kind: 'changed-meanwhile' });
    expect(textOf(file())).toContain('Written by Anna meanwhile.');
  });

  it('no longer draws on advice that was taken out of the folder', async () => {
    const { world, ruth, draft, graph, caseRef, file } = await callumsCase();
    await draft();
    graph.files_.delete(`${caseRef}/${caseRef} speech and language advice 2026-10-07.docx`);
    const pane = await draft();
    expect(pane.passages.map((passage) => passage.text)).not.toContain(
      'Give instructions one step at a time, with a picture of the finished task.',
    );
    expect((await world.casework.compareDocument(ruth, { bytes: file() })).pane.differences).toEqual([]);
  });

  it('takes nothing from a document of another case that was filed here by mistake', async () => {
    const other = await callumsCase();
    await other.draft();
    const { draft, graph, caseRef, file } = await callumsCase();
    await graph.files.save(
      null,
      caseRef,
      `${caseRef} advice on writing 2026-11-02.docx`,
      typed(other.file(), 'strengths', 'Somebody else’s strength.'),
    );
    const pane = await draft();
    expect(textOf(file())).not.toContain('Somebody else’s strength.');
    expect(pane.missing.find((gap) => gap.id.startsWith('file:'))?.detail).toBe(`This document belongs to another case, ${other.caseRef}.`);
  });

  it('leaves out advice that cannot be opened, and says so', async () => {
    const { draft, graph, caseRef } = await callumsCase();
    await graph.files.save(
      null,
      caseRef,
      `${caseRef} occupational therapy advice 2026-11-02.docx`,
      new TextEncoder().encode('not a document'),
    );
    const pane = await draft();
    expect(pane.missing.find((gap) => gap.id.startsWith('file:'))).toMatchObject({
      title: `${caseRef} occupational therapy advice 2026-11-02.docx was not read`,
      detail: 'This file is not a Word document (.docx).',
    });
  });

  it('stops a plan that names another pupil of the school', async () => {
    const { world, draft, graph, ruth, file, caseRef } = await callumsCase();
    await world.enrol({ givenName: 'Jaydon', surname: 'Osei' });
    await draft();
    const bytes = typed(file(), 'strengths', 'Jaydon Osei likes maps.');
    const { pane } = await world.casework.compareDocument(ruth, { bytes });
    expect(pane.missing[0]).toMatchObject({ severity: 'stops', title: 'Another pupil is named' });
    expect(graph.files_.has(`${caseRef}/${caseRef} SEN support plan 2026-11-23.docx`)).toBe(true);
  });

  it('is for the coordinator: a class teacher may read the pupil and not draft, a stranger learns nothing', async () => {
    const { world, draft, pupil } = await callumsCase();
    const pane = await draft();
    const teacher = await world.actorFor('teacher', { pupil, relation: 'teaches' });
    await expect(world.casework.draftPlan(teacher, { pupil, request: randomUUID(), kind: 'profile' })).rejects.toMatchObject({
      kind: 'not-allowed',
    });
    const stranger = await world.actorFor('teacher');
    await expect(world.casework.openPlan(stranger, { plan: pane.plan })).rejects.toMatchObject({ kind: 'not-found' });
  });
});
