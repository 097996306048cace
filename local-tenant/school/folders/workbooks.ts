import type { FiledWorkbook } from '../school.ts';
import type { StoryDays } from '../story-days.ts';

/** A workbook that lies in a case folder: what teachers filled in, or a count that an assistant keeps. */
export type StoryWorkbook = {
  readonly folder: string;
  readonly title: string;
  readonly on: string;
  readonly by: string;
  readonly from: string;
  readonly sheets: (days: StoryDays) => FiledWorkbook['sheets'];
};

type Row = FiledWorkbook['sheets'][number]['rows'][number];

/** Weeks of the autumn until the review, half-term left out: how often each of two sessions took place, and why one fell away. */
const WEEKS: readonly (readonly [monday: string, maths: number, words: number, why: string | null])[] = [
  ['2026-09-07', 2, 2, null],
  ['2026-09-14', 2, 2, null],
  ['2026-09-21', 1, 2, 'Trip to the museum'],
  ['2026-09-28', 2, 2, null],
  ['2026-10-05', 2, 0, 'Hannah Brook on a course'],
  ['2026-10-12', 2, 2, null],
  ['2026-10-19', 2, 2, null],
  ['2026-11-02', 1, 1, 'Ayaan away on Tuesday'],
  ['2026-11-09', 2, 2, null],
];

const trackerRows = (days: StoryDays): Row[] =>
  WEEKS.flatMap(([monday, maths, words, why]): Row[] => [
    [{ day: days.on(monday) }, 'Maths pre-teach', 2, maths, why],
    [{ day: days.on(monday) }, 'Key words with a picture', 2, words, why],
  ]);

/** Workbooks among the documents of the case folders. */
export const CONTRIBUTED_WORKBOOKS: readonly StoryWorkbook[] = [
  {
    folder: 'WM-0412',
    title: 'teacher feedback, class 6 Oak',
    on: '2026-11-18',
    by: 'anna.devlin',
    from: 'Teachers of 6 Oak',
    sheets: () => [
      {
        name: 'Feedback',
        rows: [
          ['Feedback for the autumn reviews, class 6 Oak'],
          ['Pupil', 'Subject', 'Teacher', 'What goes well', 'What is hard', 'What helps'],
          [
            'Reid, Callum',
            'Science',
            'Anna Devlin',
            'Knows the names of every part of a circuit.',
            'Waits until somebody tells him to begin.',
            'The first step written on his whiteboard before the talk begins.',
          ],
          ['Reid, Callum', 'PE', 'Gareth Pugh', 'Referees fairly.', 'The changing room.', 'Changes two minutes before the others.'],
          ['Whitlock, Isla', 'Science', 'Anna Devlin', 'Draws what she sees.', 'Long texts.', 'The text read to her once.'],
        ],
      },
    ],
  },
  {
    folder: 'WM-0398',
    title: 'provision tracker, autumn',
    on: '2026-11-13',
    by: 'tomasz.zielinski',
    from: 'Tomasz Zieliński',
    sheets: (days) => [
      {
        name: 'Tracker',
        rows: [['Provision tracker, WM-0398'], ['Week of', 'Provision', 'Planned sessions', 'Given', 'Why not'], ...trackerRows(days)],
      },
    ],
  },
];
