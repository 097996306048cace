/** Why a workbook is not read. */
export type Why =
  | 'too-big'
  | 'bomb'
  | 'too-many-rows'
  | 'not-a-workbook'
  | 'old-format'
  | 'other-format'
  | 'password'
  | 'macros'
  | 'damaged'
  | 'unsafe'
  | 'empty';

const SENTENCES: Readonly<Record<Why, string>> = {
  'too-big':
    'This file is larger than 25 MB, and a register never is. Take out pictures and sheets that are not needed, and save it again.',
  bomb: 'This file would unpack to far more than a workbook of a school holds, so it was not opened.',
  'too-many-rows': 'This workbook has more than 100,000 rows. Import one school’s register at a time.',
  'not-a-workbook': 'This is neither an Excel workbook (.xlsx) nor a CSV file, whatever its name says.',
  'old-format': 'This workbook is in the old .xls format. Open it in Excel and save it as .xlsx.',
  'other-format': 'This workbook is in a format that Waymark does not read (.ods or .xlsb). Open it and save it as .xlsx.',
  password: 'This workbook is protected by a password. Remove the password in Excel, or save a copy without one, and choose it again.',
  macros: 'This workbook holds macros, and Waymark opens none that do. Save it as .xlsx, which leaves them out.',
  damaged: 'This file is damaged and cannot be read. Open it in Excel, let Excel repair it, and save it again.',
  unsafe: 'This file is built in a way Excel never builds one, so it was not opened.',
  empty: 'This workbook holds no rows.',
};

/** A workbook that cannot be read, with one sentence fit to show a person. Nothing of it is kept. */
export class UnreadableWorkbook extends Error {
  override readonly name = 'UnreadableWorkbook';
  readonly why: Why;

  constructor(why: Why, words: string = SENTENCES[why]) {
    super(words);
    this.why = why;
  }
}
