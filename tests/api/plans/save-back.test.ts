import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { plainDocx } from '#local-tenant/graph/plain-docx.ts';
import { ADVICE, callumsCase, claiming, typed, withCopiedRow, withoutRow } from './a-draft.ts';

const edited = async (...changes: readonly (readonly [tag: string, words: string])[]) => {
  const story = await callumsCase();
  const drafted = await story.draft();
  const bytes = changes.reduce(
    (file, [tag, words]) =>
      typed(
        file,
        tag.replace(/\{(\w+)\}/, (_, row) => story.rows[row as 'line']),
        words,
      ),
    story.file(),
  );
  const { pane } = await story.world.casework.compareDocument(story.ruth, { bytes, editedBy: 'Anna Devlin' });
  const settle = (take: 'document' | 'record', ...tags: string[]) =>
    story.world.casework.acceptDifferences(story.ruth, {
      plan: pane.plan,
      request: randomUUID(),
      version: pane.version,
      choices: pane.differences
        .filter((one) => tags.length === 0 || tags.some((tag) => one.tag.endsWith(tag)))
        .map(({ id }) => ({ id, take })),
    });
  return { ...story, drafted, bytes, pane, settle };
};

describe('comparing the open document with the record', () => {
  it('finds nothing in a file nobody touched', async () => {
    const { world, ruth, draft, file } = await callumsCase();
    await draft();
    const { pane, unknown } = await world.casework.compareDocument(ruth, { bytes: file() });
    expect(pane.differences).toEqual([]);
    expect(unknown).toEqual([]);
  });

  it('lists what somebody changed, as issued, in the record and in the document', async () => {
    const { pane } = await edited(['strengths', 'Reads aloud fluently and helps in the library.']);
    expect(pane.differences).toEqual([
      expect.objectContaining({
        tag: 'strengths',
        label: 'Strengths',
        asIssued: 'Reads aloud fluently.',
        inRecord: 'Reads aloud fluently.',
        inDocument: 'Reads aloud fluently and helps in the library.',
        state: 'document-changed',
        editedBy: 'Anna Devlin',
      }),
    ]);
  });

  it('marks what both changed, and compared again asks the same once', async () => {
    const { world, ruth, bytes, rows } = await edited(['provision/{line}/timesAWeek', '4']);
    await world.sql('update waymark.provision_line set times_a_week = 3 where id = $1', [rows.line]);
    const { pane } = await world.casework.compareDocument(ruth, { bytes });
    expect(pane.differences).toEqual([expect.objectContaining({ asIssued: '5', inRecord: '3', inDocument: '4', state: 'both-changed' })]);
  });

  it('refuses, in a sentence: a document that is not ours, a damaged one', async () => {
    const { world, ruth, draft, file } = await callumsCase();
    await draft();
    const compare = (bytes: Uint8Array) => world.casework.compareDocument(ruth, { bytes });
    await expect(compare(plainDocx(ADVICE))).rejects.toMatchObject({
      kind: 'not-valid',
      message: 'This document is not linked to a case.',
    });
    await expect(compare(file().slice(0, 400))).rejects.toMatchObject({ kind: 'not-valid' });
  });

  it('does not compare a file of an older draft, and says which one to open', async () => {
    const { world, ruth, draft, file } = await callumsCase();
    await draft();
    const older = file();
    await draft();
    const { pane, older: found } = await world.casework.compareDocument(ruth, { bytes: older });
    expect(found).toEqual({ version: 1, newest: 2, words: 'This is version 1. Open version 2 of Mon 23 Nov and save that one back.' });
    expect(pane).toMatchObject({ version: 2, differences: [] });
    expect(pane.document?.webUrl).toMatch(/^https:/);
  });

  it('looks nothing up that is no id, whatever a file claims', async () => {
    const { world, ruth, draft, file } = await callumsCase();
    const { plan } = await draft();
    const forged = claiming(file(), plan, "x' or true --");
    await expect(world.casework.compareDocument(ruth, { bytes: forged })).rejects.toMatchObject({
      kind: 'not-valid',
      message: 'This document is not linked to a case.',
    });
    await expect(world.casework.compareDocument(ruth, { bytes: claiming(file(), plan, randomUUID()) })).rejects.toMatchObject({
      kind: 'not-found',
    });
  });

  it('refuses another pupil’s document to whoever may not work on that pupil, as if it did not exist', async () => {
    const { draft, file, world } = await callumsCase();
    await draft();
    const stranger = await world.actorFor('teacher');
    await expect(world.casework.compareDocument(stranger, { bytes: file() })).rejects.toMatchObject({ kind: 'not-found' });
    const elsewhere = await callumsCase();
    await expect(elsewhere.world.casework.compareDocument(elsewhere.ruth, { bytes: file() })).rejects.toMatchObject({ kind: 'not-found' });
  });
});

describe('accepting differences', () => {
  it('writes a new version and the value of the row that the tag names', async () => {
    const { world, ruth, bytes, rows, settle } = await edited(
      ['provision/{line}/timesAWeek', '4'],
      ['provision/{line}/howLong', '20 minutes'],
      ['provision/{line}/until', '18 December 2026'],
      ['needs/{need}/text', 'Follows one spoken step at a time'],
      ['strategies/{strategy}/text', 'Show first'],
    );
    const pane = await settle('document');
    expect(pane).toMatchObject({ version: 2, differences: [] });
    const [line] = await world.sql(
      'select times_a_week::float as times, minutes, to_day::text as until from waymark.provision_line where id = $1',
      [rows.line],
    );
    expect(line).toEqual({ times: 4, minutes: 20, until: '2026-12-18' });
    expect(await world.sql('select description from waymark.need where id = $1', [rows.need])).toEqual([
      { description: 'Follows one spoken step at a time' },
    ]);
    expect(await world.sql('select words from waymark.profile_line where id = $1', [rows.strategy])).toEqual([{ words: 'Show first' }]);
    const again = await world.casework.compareDocument(ruth, { bytes });
    expect(again.pane.differences).toEqual([]);
  });

  it('keeps both texts in the history, whichever was taken', async () => {
    const { world, pane, settle } = await edited(['strengths', 'Kind to younger pupils.']);
    await settle('record');
    const history = await world.sql('select as_issued, in_document, choice from waymark.plan_difference where plan_id = $1', [pane.plan]);
    expect(history).toEqual([{ as_issued: 'Reads aloud fluently.', in_document: 'Kind to younger pupils.', choice: 'record' }]);
    const versions = await world.sql(
      "select version, fields ->> 'strengths' as strengths from waymark.plan_version where plan_id = $1 order by 1",
      [pane.plan],
    );
    expect(versions).toEqual([
      { version: 1, strengths: 'Reads aloud fluently.' },
      { version: 2, strengths: 'Reads aloud fluently.' },
    ]);
  });

  it('settles one and leaves the rest waiting', async () => {
    const { settle } = await edited(['strengths', 'Kind to younger pupils.'], ['provision/{line}/timesAWeek', '4']);
    const pane = await settle('document', 'strengths');
    expect(pane.differences.map((one) => one.inDocument)).toEqual(['4']);
  });

  it('what was taken for a passage without a row of its own stands in the next draft; what was refused does not', async () => {
    const kept = await edited(['strengths', 'Kind to younger pupils.']);
    await kept.settle('document');
    await kept.graph.files.save(null, kept.caseRef, `${kept.caseRef} SEN support plan 2026-11-23.docx`, kept.bytes);
    expect((await kept.draft()).passages.find((one) => one.tag === 'strengths')?.text).toBe('Kind to younger pupils.');
    const refused = await edited(['strengths', 'Kind to younger pupils.']);
    await refused.settle('record');
    await refused.graph.files.save(null, refused.caseRef, `${refused.caseRef} SEN support plan 2026-11-23.docx`, refused.bytes);
    expect((await refused.draft()).passages.find((one) => one.tag === 'strengths')?.text).toBe('Reads aloud fluently.');
  });

  it('adds the line that somebody added in Word, with all its values, and the next draft has it', async () => {
    const { world, ruth, pupil, rows, draft, file } = await callumsCase();
    await draft();
    const bytes = withCopiedRow(file(), `provision/${rows.line}/what`, 'Sentence starters', 'Reading partner');
    const { pane } = await world.casework.compareDocument(ruth, { bytes });
    expect(pane.differences.every((one) => one.tag.startsWith('provision/new-1/') && one.inRecord === null)).toBe(true);
    const choices = pane.differences.map(({ id }) => ({ id, take: 'document' as const }));
    await world.casework.acceptDifferences(ruth, { plan: pane.plan, request: randomUUID(), version: 1, choices });
    const [line] = await world.sql(
      "select who, minutes, times_a_week::float as times, to_day::text as until from waymark.provision_line where pupil_id = $1 and what = 'Reading partner'",
      [pupil],
    );
    expect(line).toEqual({ who: 'Sian Morgan', minutes: 15, times: 5, until: '2027-03-26' });
    const next = await draft();
    expect(next.passages.filter((one) => one.text === 'Reading partner')).toHaveLength(1);
  });

  it('ends the line that somebody took out in Word, and only that one', async () => {
    const { world, ruth, pupil, rows, draft, file } = await callumsCase();
    await draft();
    const { pane } = await world.casework.compareDocument(ruth, { bytes: withoutRow(file(), `provision/${rows.line}/what`) });
    expect(new Set(pane.differences.map((one) => one.state))).toEqual(new Set(['removed-in-document']));
    const choices = pane.differences.map(({ id }) => ({ id, take: 'document' as const }));
    await world.casework.acceptDifferences(ruth, { plan: pane.plan, request: randomUUID(), version: 1, choices });
    const lines = await world.sql<{ what: string; to_day: string | null }>(
      'select what, to_day::text from waymark.provision_line where pupil_id = $1 order by rank',
      [pupil],
    );
    expect(lines).toEqual([
      { what: 'Sentence starters', to_day: '2026-11-22' },
      { what: 'Regular access to quiet room', to_day: null },
    ]);
    expect((await draft()).passages.map((one) => one.text)).not.toContain('Sentence starters');
  });

  it('refuses a value that is none, says why, and changes nothing', async () => {
    const { world, pane, rows, settle } = await edited(['provision/{line}/timesAWeek', 'often'], ['provision/{line}/who', 'Gareth Pugh']);
    await expect(settle('document')).rejects.toMatchObject({ kind: 'not-valid', message: '“often” is not a number of times a week.' });
    expect(await world.sql('select who, times_a_week::float as times from waymark.provision_line where id = $1', [rows.line])).toEqual([
      { who: 'Sian Morgan', times: 5 },
    ]);
    expect(await world.sql('select 1 from waymark.plan_version where plan_id = $1', [pane.plan])).toHaveLength(1);
  });

  it('tells the second of two people that the plan has moved on', async () => {
    const { pane, world, ruth, settle } = await edited(['strengths', 'Kind to younger pupils.']);
    await settle('document');
    await expect(settle('record')).rejects.toMatchObject({
      kind: 'changed-meanwhile',
      message: 'This plan is at version 2 now. Compare again.',
    });
    const accept = world.casework.acceptPassages(ruth, { plan: pane.plan, request: randomUUID(), version: 1, tags: ['strengths'] });
    await expect(accept).rejects.toMatchObject({ kind: 'changed-meanwhile' });
  });

  it('refuses where the row was changed in the record after the comparison', async () => {
    const { world, rows, settle } = await edited(['provision/{line}/timesAWeek', '4']);
    await world.sql('update waymark.provision_line set times_a_week = 2 where id = $1', [rows.line]);
    await expect(settle('document')).rejects.toMatchObject({
      kind: 'changed-meanwhile',
      message: '“Sentence starters, times a week” has been changed in the record meanwhile. Compare again.',
    });
  });

  it('refuses two answers to one question', async () => {
    const { world, ruth, pane } = await edited(['strengths', 'Kind to younger pupils.']);
    const choices = (['document', 'record'] as const).map((take) => ({ id: pane.differences[0]?.id ?? '', take }));
    const twice = world.casework.acceptDifferences(ruth, { plan: pane.plan, request: randomUUID(), version: 1, choices });
    await expect(twice).rejects.toMatchObject({ kind: 'not-valid' });
  });

  it('the same request again is done once', async () => {
    const { world, ruth, pane } = await edited(['strengths', 'Kind to younger pupils.']);
    const ask = {
      plan: pane.plan,
      request: randomUUID(),
      version: 1,
      choices: pane.differences.map(({ id }) => ({ id, take: 'document' as const })),
    };
    const [first, second] = [await world.casework.acceptDifferences(ruth, ask), await world.casework.acceptDifferences(ruth, ask)];
    expect([first.version, second.version]).toEqual([2, 2]);
  });
});

describe('accepting composed passages', () => {
  it('takes the mark away until the words change', async () => {
    const { world, ruth, draft, rows } = await callumsCase();
    const pane = await draft();
    const tag = `goals/${rows.goal}/text`;
    const accepted = await world.casework.acceptPassages(ruth, { plan: pane.plan, request: randomUUID(), version: 1, tags: [tag] });
    expect(accepted.passages.find((one) => one.tag === tag)).toMatchObject({ composed: true, accepted: true });
    await world.sql('update waymark.measurement set value = 43 where goal_id = $1', [rows.goal]);
    const next = await draft();
    expect(next.passages.find((one) => one.tag === tag)).toMatchObject({ composed: true, accepted: false });
  });
});
