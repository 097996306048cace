import { asDay } from '#domain/calendar/day.ts';
import type { PlanRecord, ProvisionLine, Reading, Stated } from '#domain/plans/plan.ts';
import type { FileSource, RecordSource } from '#domain/plans/source.ts';
import type { StoredDocument } from '#domain/plans/stored.ts';

/** The case that the pictures of the Word pane show: Callum Reid, WM-0412, version 4 of his SEN support plan. */

export const day = asDay;

const from = (id: string, field: string, on: string, words: string): RecordSource => ({ kind: 'record', id, field, on: day(on), words });

export const speechAdvice: FileSource = {
  kind: 'file',
  driveItemId: '01WMSPEECHADVICE0412',
  version: '2.0',
  name: 'WM-0412 speech and language advice.docx',
  on: day('2026-10-07'),
  words: 'Speech and language advice, Joanna Tse, page 3',
};

const contribution = from('contribution-devlin', 'strengths', '2026-11-13', 'Class teacher’s contribution, Anna Devlin');

const readings = (start: string, words: readonly string[]): Reading[] =>
  words.map((one, week) => ({ on: day(addWeeks(start, week)), value: Number(one), words: one }));

function addWeeks(start: string, weeks: number): string {
  const date = new Date(`${start}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 7 * weeks);
  return date.toISOString().slice(0, 10);
}

export const aLine = (line: Partial<ProvisionLine> & Pick<ProvisionLine, 'id' | 'what'>): ProvisionLine => ({
  who: 'Sian Morgan',
  minutes: 15,
  timesAWeek: 4,
  groupSize: 1,
  place: 'classroom',
  from: day('2026-09-08'),
  until: day('2027-03-26'),
  annualCost: 68400,
  needs: ['need-1'],
  source: from(line.id, 'what', '2026-09-08', `Provision map, ${line.what}`),
  ...line,
});

const stated = (id: string, text: string, source: RecordSource | FileSource = contribution): Stated => ({ id, text, source });

export const callum: PlanRecord = {
  planId: 'plan-0412-4',
  kind: 'senSupport',
  version: 4,
  state: 'draft',
  dated: day('2026-11-20'),
  jurisdiction: 'england',
  caseRef: 'WM-0412',
  school: { name: 'Hollin Bank School', address: 'Bank Lane, Westmere' },
  coordinator: 'Ruth Okafor',
  pupil: { givenName: 'Callum', familyName: 'Reid', born: day('2016-03-14'), year: 'Year 6', className: '6 Oak', stage: 'SEN Support' },
  strengths: [
    stated('s1', 'Callum reads aloud fluently and remembers facts, maps and timetables.'),
    stated('s2', 'He is kind to younger pupils and helps in the Year 1 library session on Fridays.'),
  ],
  pupilView: {
    id: 'view-callum',
    from: 'Callum Reid',
    role: 'pupil',
    asked: [{ on: day('2026-10-12'), how: 'in person' }],
    words: 'I like it when I know what is next. I do not like the bell.',
    source: from('view-callum', 'words', '2026-10-12', 'Views sheet with symbols'),
  },
  parentViews: [
    {
      id: 'view-fiona',
      from: 'Fiona Reid',
      role: 'parent',
      asked: [
        { on: day('2026-11-09'), how: 'e-mail' },
        { on: day('2026-11-18'), how: 'phone' },
      ],
      words: null,
      source: null,
    },
  ],
  needs: [
    {
      id: 'need-1',
      text: 'Understands spoken instructions of one step; loses the thread at three or more.',
      code: 'SLCN',
      area: 'communication-and-interaction',
      rank: 1,
      source: speechAdvice,
    },
    {
      id: 'need-2',
      text: 'Unplanned change causes distress: 7 times in October he left the room.',
      code: 'ASD',
      area: 'communication-and-interaction',
      rank: 2,
      source: from('log-october', 'entries', '2026-10-30', 'Log: 7 entries, 1 to 30 Oct'),
      composed: true,
    },
  ],
  goals: [
    {
      id: 'goal-1',
      statement: 'Callum will write 60 words in ten minutes on his own',
      needs: ['need-1'],
      baseline: { on: day('2026-09-08'), value: 22, words: '22' },
      measure: 'counted weekly',
      criterion: '60 words in ten minutes',
      by: day('2027-03-26'),
      measurements: readings('2026-09-15', ['24', '26', '27', '30', '31', '34', '36', '38', '40', '41']),
      source: from('goal-1', 'statement', '2026-11-17', '10 measurements, 8 Sep to 17 Nov'),
    },
    {
      id: 'goal-2',
      statement: 'Callum will ask for help more often.',
      needs: ['need-2'],
      baseline: { on: day('2026-09-22'), value: 1, words: '1 lesson of 5' },
      measure: null,
      criterion: 'more often',
      by: null,
      measurements: [],
      source: from('goal-2', 'statement', '2026-09-22', 'Planning meeting, Ruth Okafor'),
    },
  ],
  provision: [
    aLine({ id: 'line-1', what: 'Sentence starters' }),
    aLine({ id: 'line-2', what: 'Now–next card check', who: 'Anna Devlin', minutes: 5, timesAWeek: 5, groupSize: 1, annualCost: null }),
    aLine({
      id: 'line-3',
      what: 'Regular access to quiet room',
      who: null,
      minutes: null,
      timesAWeek: null,
      groupSize: null,
      place: null,
      until: null,
      annualCost: null,
      logged: { leastMinutes: 10, mostMinutes: 15, daysAWeek: 4, when: 'at the start of each afternoon', who: 'Sian Morgan' },
    }),
  ],
  accommodations: [
    stated('a1', 'Five minutes’ warning before the bell.'),
    stated('a2', 'A quiet way in at 08:40 through the library door.'),
  ],
  strategies: [
    stated('t1', 'Give one instruction at a time, and let him say it back.'),
    stated('t2', 'Show the now–next card before each change.'),
    stated('t3', 'Praise in private, by name, for what he did.'),
  ],
  contacts: [
    { id: 'c1', name: 'Fiona Reid', role: 'mother', mayBeNamed: true, source: contribution },
    { id: 'c2', name: 'Darren Reid', role: 'father', mayBeNamed: false, source: contribution },
  ],
  sections: {
    'review.impact': [
      stated(
        'i1',
        'Writing alone went from 22 to 41 words in ten minutes.',
        from('goal-1', 'statement', '2026-11-17', '10 measurements, 8 Sep to 17 Nov'),
      ),
    ],
    'review.nextStep': [stated('n1', 'Move from sentence starters to a paragraph plan after half term.')],
  },
  agreements: [
    { id: 'g1', name: 'Callum Reid', role: 'pupil', how: 'read with Sian Morgan', on: day('2026-11-19') },
    { id: 'g2', name: 'Fiona Reid', role: 'parent', how: null, on: null },
    { id: 'g3', name: 'Ruth Okafor', role: 'coordinator', how: null, on: null },
  ],
  nextReview: day('2027-02-12'),
};

/** What lies in his folder: the therapist's report. */
export const inTheFolder: readonly StoredDocument[] = [
  {
    kind: 'advice',
    file: speechAdvice,
    by: 'Joanna Tse',
    sections: [
      { heading: 'What was found', paragraphs: ['Callum follows one-step instructions.'] },
      {
        heading: 'Recommendations',
        paragraphs: ['Give instructions in steps of one, with a picture.', 'Check understanding by asking Callum to show, not to tell.'],
      },
    ],
  },
];
