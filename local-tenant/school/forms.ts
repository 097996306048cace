import { PRIMARY_TEACHERS, type SECONDARY_TEACHERS, staffKey } from './staff.ts';

/** A form class: where a pupil belongs, who is its teacher or tutor. */
export type Form = { readonly name: string; readonly yearGroup: number; readonly tutor: string };

const TREES: Readonly<Record<number, readonly string[]>> = { 0: ['Ash', 'Fir', 'Oak'] };
const LETTERS = ['A', 'B', 'C', 'D'];

/** Tutors of 7 A, 7 B … 11 D in order. Tomasz Zieliński has 9 B. */
const TUTORS = [
  'Ingrid Solberg',
  'Rosalind Fenn',
  'Chidinma Eze',
  'Nathan Quaye',
  'Elinor Cray',
  'Dev Patel',
  'Camille Durand',
  'Robert Tranter',
  'Kwabena Mensah-Ward',
  'Tomasz Zieliński',
  'Aoife Gorman',
  'Marcus Thorne',
  'Meera Subramanian',
  'Juno Castellane',
  'Lydia Hargrave',
  'Carl Rossiter',
  'Peter Yarrow',
  'Vikram Sethi',
  'Alun Prosser',
  'Shauna Devine',
];

/** `R Fir`, `6 Oak`, `9 B`: Reception to Year 6 in three trees a year, Year 7 to 11 in four letters. */
export const hollinBankForms = (): Form[] => [
  ...[0, 1, 2, 3, 4, 5, 6].flatMap((yearGroup) =>
    (TREES[yearGroup] ?? ['Ash', 'Elm', 'Oak']).map((tree, index) => ({
      name: `${yearGroup === 0 ? 'R' : yearGroup} ${tree}`,
      yearGroup,
      tutor: staffKey(PRIMARY_TEACHERS[yearGroup * 3 + index]!),
    })),
  ),
  ...[7, 8, 9, 10, 11].flatMap((yearGroup) =>
    LETTERS.map((letter, index) => ({ name: `${yearGroup} ${letter}`, yearGroup, tutor: staffKey(TUTORS[(yearGroup - 7) * 4 + index]!) })),
  ),
];

/** Periods a week of each subject in a secondary form. */
export const PERIODS_A_WEEK: Readonly<Record<keyof typeof SECONDARY_TEACHERS, number>> = {
  Maths: 4,
  English: 4,
  Science: 4,
  History: 2,
  Geography: 2,
  French: 2,
  Art: 2,
  PE: 2,
  Computing: 1,
  Music: 1,
  RE: 1,
};
