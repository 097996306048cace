import { describe, expect, it } from '@jest/globals';
import { openWorkbook } from '#api/register/workbook/open-workbook.ts';
import type { SheetRow } from '#domain/register/cell.ts';
import { rawXlsx, textRow } from '#tests/builders/raw-xlsx.ts';
import { aRegister, aRegisterWorkbook } from '#tests/builders/register.ts';

const rowsOf = async (bytes: Uint8Array, sheet = 0): Promise<SheetRow[]> => {
  const rows: SheetRow[] = [];
  for await (const row of (await openWorkbook(bytes)).sheets[sheet]?.rows() ?? []) rows.push(row);
  return rows;
};
const text = (content: string): Uint8Array => new TextEncoder().encode(content);

describe('a workbook', () => {
  it('is read with its numbers, days and names as they stand in it, and rows keep their numbers', async () => {
    const [first] = aRegister(3);
    const bytes = await aRegisterWorkbook(aRegister(3), [{ name: 'Notes', rows: [['Ask about the bus']] }]);
    expect((await openWorkbook(bytes)).sheets.map(({ name }) => name)).toEqual(['Register', 'Notes']);
    const rows = await rowsOf(bytes);
    expect(rows.map(({ number }) => number)).toEqual([1, 3, 4, 5, 6]);
    expect(rows[2]?.cells.slice(0, 5)).toEqual([first?.upn, 'O’Neill', 'Sami', { day: first?.born }, 'R']);
    expect(await rowsOf(bytes, 1)).toEqual([{ number: 1, cells: ['Ask about the bus'] }]);
  });

  it('gives the value saved with a formula, and tells a formula without one and an error from an empty cell', async () => {
    const bytes = rawXlsx(
      '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>NOW()</f></c><c r="C1" t="e"><f>VLOOKUP(1,A:B,2)</f><v>#N/A</v></c></row>',
    );
    expect((await rowsOf(bytes))[0]?.cells).toEqual([2, { formula: true }, { error: '#N/A' }]);
  });

  it('shows a cell that is merged over rows beside each of them', async () => {
    const bytes = rawXlsx(
      `${textRow(1, '6 Oak', 'Sami')}<row r="2"><c r="B2" t="inlineStr"><is><t>Erin</t></is></c></row>`,
      {},
      '<mergeCells count="1"><mergeCell ref="A1:A2"/></mergeCells>',
    );
    expect((await rowsOf(bytes)).map(({ cells }) => cells)).toEqual([
      ['6 Oak', 'Sami'],
      ['6 Oak', 'Erin'],
    ]);
  });

  it('counts from 1904 where the workbook does', async () => {
    const styles =
      '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>';
    const workbook =
      '<workbook xmlns="m" xmlns:r="r"><workbookPr date1904="1"/><sheets><sheet name="R" sheetId="1" r:id="rId1"/></sheets></workbook>';
    const bytes = rawXlsx('<row r="1"><c r="A1" s="0"><v>41365</v></c></row>', { 'xl/styles.xml': styles, 'xl/workbook.xml': workbook });
    expect((await rowsOf(bytes))[0]?.cells).toEqual([{ day: '2017-04-02' }]);
  });

  it('says that it takes values from other workbooks, and follows no link', async () => {
    expect((await openWorkbook(rawXlsx(textRow(1, 'x'), { 'xl/externalLinks/externalLink1.xml': '<x/>' }))).notices).toEqual([
      expect.stringMatching(/no link is followed/),
    ]);
  });
});

describe('a CSV file', () => {
  it.each([
    ['with commas and a byte-order mark', '\uFEFFUPN,Name\r\nA1,"Reid, Callum"\r\n'],
    ['with semicolons', 'UPN;Name\nA1;Reid, Callum\n'],
    ['with tabs', 'UPN\tName\nA1\tReid, Callum\n'],
  ])('is read %s', async (_how, content) => {
    expect(await rowsOf(text(content))).toEqual([
      { number: 1, cells: ['UPN', 'Name'] },
      { number: 2, cells: ['A1', 'Reid, Callum'] },
    ]);
  });

  it('is read in older encodings and in UTF-16', async () => {
    expect((await rowsOf(Buffer.from('Name\nZo\xeb\n', 'latin1')))[1]?.cells).toEqual(['Zoë']);
    expect((await rowsOf(Buffer.from('\uFEFFName\nZoë\n', 'utf16le')))[1]?.cells).toEqual(['Zoë']);
  });

  it('keeps the row numbers of a spreadsheet over empty lines and line breaks in a cell', async () => {
    expect((await rowsOf(text('Name\n\n"two\nlines"\nlast\n'))).map(({ number }) => number)).toEqual([1, 3, 4]);
  });
});

/** A zip whose one large part declares another size than it has. */
const lying = (): Uint8Array => {
  const honest = rawXlsx(textRow(1, 'x'.repeat(5_000_000)));
  const view = new DataView(honest.buffer, honest.byteOffset, honest.byteLength);
  for (let at = 0; at < honest.byteLength - 46; at += 1)
    if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) > 4_000_000) view.setUint32(at + 24, 100_000, true);
  return honest;
};
const ole = (stream: string): Uint8Array =>
  Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(512), Buffer.from(stream, 'utf16le')]);

describe('a file that cannot be a register', () => {
  it.each<[string, () => Uint8Array, RegExp]>([
    ['is 50 MB', () => new Uint8Array(50 * 1024 * 1024), /larger than 25 MB/],
    ['would burst', () => rawXlsx(`<row r="1">${'<c/>'.repeat(3_000_000)}</row>`), /unpack to far more/],
    ['lies about its size', lying, /unpack to far more/],
    ['holds macros', () => rawXlsx(textRow(1, 'x'), { 'xl/vbaProject.bin': 'x' }), /holds macros/],
    ['has a password', () => ole('EncryptedPackage'), /protected by a password/],
    ['is an old .xls', () => ole('Workbook'), /old \.xls format/],
    ['is an .xlsb', () => rawXlsx('', { 'xl/workbook.bin': 'x' }), /does not read/],
    ['is a PDF', () => text('%PDF-1.7 …'), /neither an Excel workbook/],
    ['is a web page with the name of a workbook', () => text('<html><table><tr><td>UPN'), /neither an Excel workbook/],
    ['is empty', () => new Uint8Array(), /holds no rows/],
    ['is cut off', () => rawXlsx(textRow(1, 'x')).subarray(0, 300), /damaged/],
    [
      'has a document type with entities',
      () =>
        rawXlsx('', {
          'xl/worksheets/sheet1.xml':
            '<!DOCTYPE x [<!ENTITY a "b">]><worksheet><sheetData><row r="1"><c r="A1" t="str"><v>&a;</v></c></row></sheetData></worksheet>',
        }),
      /never builds one/,
    ],
    ['has a quotation mark left open', () => text('UPN,Name\nA1,"Reid\n'), /quotation mark may be left open/],
  ])('%s: one sentence', async (_what, make, sentence) => {
    await expect(rowsOf(make())).rejects.toThrow(sentence);
  });

  it('is told by what it is and not by its name: a zip without a workbook is none', async () => {
    const bytes = rawXlsx('');
    const named = Buffer.from(bytes).toString('latin1').replaceAll('xl/workbook.xml', 'wd/workbook.xml');
    await expect(rowsOf(Buffer.from(named, 'latin1'))).rejects.toThrow(/neither an Excel workbook/);
  });
});

describe('a very large workbook', () => {
  it('of 100,000 rows is read row by row, in memory that does not grow with it', async () => {
    const rows = Array.from({ length: 100_000 }, (_, index) => `<row r="${index + 1}">${`<c><v>${index}</v></c>`.repeat(4)}</row>`).join(
      '',
    );
    const bytes = rawXlsx(rows);
    const before = process.memoryUsage().heapUsed;
    let [count, most] = [0, 0];
    for await (const _row of (await openWorkbook(bytes)).sheets[0]?.rows() ?? []) {
      count += 1;
      if (count % 10_000 === 0) most = Math.max(most, process.memoryUsage().heapUsed);
    }
    expect(count).toBe(100_000);
    expect((most - before) / 1_048_576).toBeLessThan(200);
  }, 60_000);
});
