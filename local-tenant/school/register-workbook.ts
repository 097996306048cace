import type { Case } from './casework.ts';
import type { FiledWorkbook, RollPupil } from './school.ts';
import { hollinBankStaff } from './staff.ts';
import type { StoryDays } from './story-days.ts';

/** The columns of the sheet, as coordinators write them over their own registers. */
export const HEADINGS = [
  'UPN',
  'Surname',
  'Forename',
  'DOB',
  'Year Group',
  'Reg Group',
  'SEN Status',
  'SEN Need 1',
  'SEN Need 2',
  'Key worker',
  'Strategies',
  '% Attendance',
  'Next annual review',
];
/** How many pupils the workbook has that the record does not have on the register yet. */
const JOINING = 9;

type Row = FiledWorkbook['sheets'][number]['rows'][number];

/**
 * What a coordinator keeps beside the school system: the register with a title above it, nearly as the record has it; with pupils who
 * joined this term, a few things that changed, and the slips that such a sheet collects. Beside it suspensions and part-time timetables.
 */
export const hollinBankWorkbooks = (pupils: readonly RollPupil[], cases: readonly Case[], days: StoryDays): FiledWorkbook[] => {
  const byKey = new Map(pupils.map((pupil) => [pupil.key, pupil]));
  const known = new Set(cases.map(({ pupil }) => pupil));
  const joining = pupils
    .filter(({ key, yearGroup }) => !known.has(key) && yearGroup > 1)
    .filter((_, index) => index % 97 === 5)
    .slice(0, JOINING);
  const staff = new Map(hollinBankStaff().map(({ key, givenName, surname }) => [key, `${givenName.slice(0, 1)} ${surname}`]));
  const rows = cases.flatMap((one, index) => {
    const pupil = byKey.get(one.pupil);
    return pupil ? [rowOf(pupil, one, staff.get(one.keyWorker) ?? null, index)] : [];
  });
  return [
    {
      owner: 'ruth.okafor',
      name: 'SEN register autumn 2026.xlsx',
      filedOn: days.on('2026-11-19'),
      sheets: [
        { name: 'Register', rows: [['SEN register, autumn term'], [], HEADINGS, ...rows, ...joining.map(joiningRow)] },
        {
          name: 'Suspensions',
          rows: [['UPN', 'Name', 'Start date', 'End date', 'Type', 'Sessions', 'Reason'], ...suspensions(cases, byKey, days)],
        },
        {
          name: 'Part-time timetables',
          rows: [['UPN', 'Name', 'Start', 'End', 'Hours per week', 'Review date', 'Reason for PTT'], ...partTime(cases, byKey, days)],
        },
      ],
    },
  ];
};

const yearOf = ({ yearGroup }: RollPupil): string | number => (yearGroup === 0 ? 'R' : yearGroup);

const rowOf = (pupil: RollPupil, one: Case, keyWorker: string | null, index: number): Row => [
  pupil.upn,
  pupil.surname,
  pupil.givenName,
  // A slip: there is no such day.
  index === 57 ? '31/02/2017' : { day: pupil.birthday },
  yearOf(pupil),
  pupil.className,
  // Some registers still say S, as before 2015.
  index === 101 ? 'S' : one.stage === 'plan' ? 'E' : one.stage === 'assessment' ? 'Assessment' : 'K',
  index === 64 || index === 120 ? 'BESD' : (one.needs[0]?.code ?? null),
  one.needs[1]?.code ?? null,
  keyWorker,
  index % 40 === 13 ? [...one.strategies, 'Sits where the board is easy to see'].join('\n') : one.strategies.join('\n'),
  one.attendance === undefined || one.attendance === null ? null : index % 12 === 5 ? one.attendance - 1.2 : one.attendance,
  null,
];

const joiningRow = (pupil: RollPupil, index: number): Row => [
  pupil.upn,
  pupil.surname,
  pupil.givenName,
  { day: pupil.birthday },
  yearOf(pupil),
  pupil.className,
  'K',
  ['SLCN', 'SPLD', 'ASD', 'MLD'][index % 4] ?? 'MLD',
  null,
  null,
  'Short instructions\nTime to answer',
  null,
  null,
];

const someOf = (cases: readonly Case[], byKey: ReadonlyMap<string, RollPupil>, from: number, count: number): RollPupil[] =>
  cases.slice(from, from + count).flatMap(({ pupil }) => byKey.get(pupil) ?? []);

const suspensions = (cases: readonly Case[], byKey: ReadonlyMap<string, RollPupil>, days: StoryDays): Row[] => {
  const spans = [
    ['2026-09-22', '2026-09-24', 6],
    ['2026-10-06', '2026-10-09', 8],
    ['2026-11-12', '2026-11-13', 4],
  ] as const;
  const [one, other, third] = someOf(cases, byKey, 40, 3);
  return [one, one, one, other, third].flatMap((pupil, index): Row[] => {
    const [from, to, sessions] = spans[index % spans.length] ?? spans[0];
    return pupil
      ? [
          [
            pupil.upn,
            `${pupil.surname}, ${pupil.givenName}`,
            { day: days.on(from) },
            { day: days.on(to) },
            'SUSP',
            sessions,
            'Persistent disruptive behaviour',
          ],
        ]
      : [];
  });
};

const partTime = (cases: readonly Case[], byKey: ReadonlyMap<string, RollPupil>, days: StoryDays): Row[] =>
  someOf(cases, byKey, 90, 2).map((pupil) => [
    pupil.upn,
    `${pupil.surname}, ${pupil.givenName}`,
    { day: days.on('2026-11-02') },
    { day: days.on('2026-12-18') },
    15,
    { day: days.on('2026-11-27') },
    'Return after a long absence, agreed with the family',
  ]);
