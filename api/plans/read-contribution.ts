import { type ContributionSheet, contributionIn, type Whose } from '#domain/plans/contribution-workbook.ts';
import { openWorkbook } from '../register/workbook/open-workbook.ts';
import { UnreadableWorkbook } from '../register/workbook/unreadable.ts';
import type { Reading } from './document-records.ts';

/** The largest workbook that is fetched from a case folder: what teachers write about one pupil has a hundredth of it. */
export const MOST_BYTES = 5 * 1024 * 1024;
export const TOO_BIG = 'This workbook is larger than 5 MB, so it was not opened. Take out pictures and sheets that are not needed.';
/** Rows of all sheets together; memory holds no more of a workbook than these. */
const MOST_ROWS = 2_000;

/**
 * Reads a workbook of the case folder: forms and tables as sections, trackers as counts. One that is protected, holds macros, was built to
 * burst or is no workbook is not read, and says why in the words of the register import.
 */
export const readContribution = async (bytes: Uint8Array, whose: Whose): Promise<Reading> => {
  try {
    const sheets = await sheetsOf(bytes);
    const read = contributionIn(sheets, whose);
    if (!read) return { kind: 'none', why: 'No row of this workbook names this pupil by name and surname, or by the case.' };
    if (read.sections.length === 0 && read.tracked.length === 0)
      return { kind: 'none', why: 'Neither questions with answers nor a table with headings was found in this workbook.' };
    return { kind: 'advice', ...read };
  } catch (error) {
    if (error instanceof UnreadableWorkbook) return { kind: 'none', why: error.message };
    throw error;
  }
};

const sheetsOf = async (bytes: Uint8Array): Promise<readonly ContributionSheet[]> => {
  if (bytes.byteLength > MOST_BYTES) throw new UnreadableWorkbook('too-big', TOO_BIG);
  const { sheets } = await openWorkbook(bytes);
  const read: ContributionSheet[] = [];
  let left = MOST_ROWS;
  for (const sheet of sheets.filter(({ hidden }) => !hidden)) {
    const rows: ContributionSheet['rows'][number][] = [];
    for await (const { cells } of sheet.rows()) {
      left -= 1;
      if (left < 0)
        throw new UnreadableWorkbook('too-many-rows', 'This workbook has more than 2,000 rows, more than a contribution about one pupil.');
      rows.push(cells);
    }
    read.push({ name: sheet.name, rows });
  }
  return read;
};
