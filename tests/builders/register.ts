import writeXlsxFile from 'write-excel-file/node';
import { HEADINGS } from '#local-tenant/school/register-workbook.ts';

/** One pupil of a made-up register, as a coordinator's own workbook has them. */
export type RegisterPupil = {
  readonly upn: string;
  readonly surname: string;
  readonly forename: string;
  readonly born: string;
  readonly year: number;
  readonly form: string;
  readonly code: 'K' | 'E' | 'N';
  readonly need: string;
  readonly second: string | null;
  readonly worker: string | null;
  readonly strategies: string;
  readonly attendance: number;
};

const SURNAMES = [
  'O’Neill',
  'Haddad',
  'Whitfield',
  'Mazur',
  'Prosser',
  'Said',
  'Şahin',
  'Nguyễn',
  'Okonkwo',
  'Byrne',
  'van der Berg',
  'Łukasik',
  'Achterberg-Hale',
  'Ó Briain',
  'Castellanos',
];
const FORENAMES = [
  'Sami',
  'Erin',
  'Zofia',
  'Dylan',
  'Amira',
  'Noor',
  'Théo',
  'Mei-Lin',
  'Tariq',
  'Gwen',
  'Isla',
  'Jude',
  'Ottilie',
  'Kwame',
  'Freya',
  'Bram',
  'Aoife',
];
const NEEDS = ['SPLD', 'MLD', 'SLCN', 'ASD', 'SEMH', 'HI', 'PD', 'VI', 'OTH', 'DS'];
const STRATEGIES = [
  'Sits near the front; short instructions',
  'Word bank on the desk',
  'Five minutes’ warning before a change\nQuiet start',
  'Reads the question aloud',
];
const LETTERS = 'ABCDEFGHJKLMNPQRTUVWXYZ';

/** A UPN whose letter fits: local authority 826, a school of 4 figures, a year and a serial number. */
export const upnOf = (serial: number): string => {
  const figures = `8262001${String(14 + (serial % 11)).padStart(2, '0')}${String(serial).padStart(3, '0')}`;
  return LETTERS[[...figures].reduce((sum, figure, index) => sum + Number(figure) * (index + 2), 0) % 23] + figures;
};

const pick = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;

/** So many pupils, the same each time: all years, every eighth with a plan, names with accents, apostrophes and particles. */
export const aRegister = (size = 250): readonly RegisterPupil[] =>
  Array.from({ length: size }, (_, index): RegisterPupil => {
    const year = index % 12;
    return {
      upn: upnOf(index),
      surname: pick(SURNAMES, index * 7),
      forename: pick(FORENAMES, index * 5),
      born: `${2021 - year}-${String(1 + (index % 8)).padStart(2, '0')}-${String(1 + (index % 27)).padStart(2, '0')}`,
      year,
      form: `${year === 0 ? 'R' : year} ${pick(['Oak', 'Ash', 'Elm'], index)}`,
      code: index % 8 === 0 ? 'E' : 'K',
      need: pick(NEEDS, index * 3),
      second: index % 4 === 0 ? pick(NEEDS, index * 3 + 1) : null,
      worker: null,
      strategies: pick(STRATEGIES, index),
      attendance: 80 + (index % 200) / 10,
    };
  });

const dateOf = (day: string): Date => new Date(`${day}T00:00:00Z`);

export const registerRow = (pupil: RegisterPupil) => [
  pupil.upn,
  pupil.surname,
  pupil.forename,
  { value: dateOf(pupil.born), type: Date, format: 'dd/mm/yyyy' },
  pupil.year === 0 ? 'R' : pupil.year,
  pupil.form,
  pupil.code,
  pupil.need,
  pupil.second,
  pupil.worker,
  pupil.strategies,
  { value: pupil.attendance / 100, type: Number, format: '0.0%' },
  null,
];

type Sheet = { readonly name: string; readonly rows: readonly (readonly unknown[])[] };

/** A real .xlsx of these sheets. */
export const anXlsx = async (...sheets: readonly Sheet[]): Promise<Uint8Array> =>
  new Uint8Array(await writeXlsxFile(sheets.map(({ name, rows }) => ({ data: rows as never, sheet: name }))).toBuffer());

/** The register as a coordinator keeps it: a title, an empty row, headings, pupils; a second sheet with something else. */
export const aRegisterWorkbook = (pupils: readonly RegisterPupil[] = aRegister(), more: readonly Sheet[] = []): Promise<Uint8Array> =>
  anXlsx({ name: 'Register', rows: [['SEN register autumn 2026'], [], HEADINGS, ...pupils.map(registerRow)] }, ...more);
