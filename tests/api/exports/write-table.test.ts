import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import type { Table } from '#api/exports/table.ts';
import { writeTable } from '#api/exports/write-table.ts';
import { openWorkbook } from '#api/register/workbook/open-workbook.ts';
import { asDay } from '#domain/calendar/day.ts';
import { itWithReference, reference } from '#tests/reference.ts';

const table = (...texts: string[]): Table => ({
  title: 'Caseload',
  columns: [
    { title: 'Pupil', width: 30 },
    { title: 'Due', width: 12 },
    { title: 'Days left', width: 10 },
  ],
  rows: texts.map((text, index) => [text, { day: asDay('2026-11-23') }, index]),
});

const readBack = async (bytes: Uint8Array) => {
  const rows = [];
  for await (const { cells } of (await openWorkbook(bytes)).sheets[0]!.rows()) rows.push(cells);
  return rows;
};

describe('a table written as a workbook', () => {
  it('holds text as text, days as days and numbers as numbers', async () => {
    expect(await readBack(await writeTable(table('O’Neill, Ada', '=1+1'), 'xlsx'))).toEqual([
      ['Pupil', 'Due', 'Days left'],
      ['O’Neill, Ada', { day: '2026-11-23' }, 0],
      ['=1+1', { day: '2026-11-23' }, 1],
    ]);
  });

  it('holds no formula, keeps its head in sight and its columns wide enough', async () => {
    const parts = unzipSync(await writeTable(table("=cmd|' /C calc'!A0", '-2+3', '@SUM(A1)'), 'xlsx'));
    const sheet = strFromU8(Object.entries(parts).find(([name]) => name.includes('worksheets/sheet'))![1]);
    expect(sheet).not.toMatch(/<f[ >]/);
    expect(sheet).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
    expect(sheet).toMatch(/<col [^>]*width="30"/);
  });
});

describe('a table written as CSV', () => {
  it('guards what a spreadsheet would run, and nothing else', async () => {
    const csv = Buffer.from(
      await writeTable(table('=1+1', '+44 20', '-2', '@here', '\tx', ' =1', '＝1', 'plain', 'O’Neill', "it's"), 'csv'),
    ).toString('utf8');
    expect(
      csv
        .slice(1)
        .split('\r\n')
        .map((line) => line.split(',')[0]),
    ).toEqual(['Pupil', "'=1+1", "'+44 20", "'-2", "'@here", "'\tx", "' =1", "'＝1", 'plain', 'O’Neill', "it's", '']);
  });

  it('keeps a text of several lines in one cell, whichever way its lines end', async () => {
    const texts = ['Five minutes’ warning\nQuiet start', 'First\r\nsecond', 'He said “no”, "never"'];
    const csv = Buffer.from(await writeTable(table(...texts), 'csv')).toString('utf8');
    expect(csv).toContain('"Five minutes’ warning\nQuiet start",2026-11-23,0\r\n');
    expect((await readBack(Buffer.from(csv))).slice(1).map(([text]) => String(text).replace('\r\n', '\n'))).toEqual(
      texts.map((text) => text.replace('\r\n', '\n')),
    );
  });

  it('writes days as 2026-11-23 and begins with the mark by which Excel knows UTF-8', async () => {
    const csv = Buffer.from(await writeTable(table('Zoë'), 'csv')).toString('utf8');
    expect(csv).toBe('\uFEFFPupil,Due,Days left\r\nZoë,2026-11-23,0\r\n');
  });

  itWithReference('lets none of the known injections through', async () => {
    const { payloads } = JSON.parse(readFileSync(reference('security', 'csv-injection.json'), 'utf8')) as { payloads: string[] };
    const rows = await readBack(await writeTable(table(...payloads), 'csv'));
    for (const [text] of rows.slice(1)) expect(text).not.toMatch(/^\s*[=+\-@＝＋－＠]/);
  });
});
