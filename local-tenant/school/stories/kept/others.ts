import { type Kept, READING, readingOf } from './kept.ts';

const PRE_TEACH = { line: 1, person: 'gareth.pugh', planned: 30 } as const;

/** Ayaan Malik: what goes to his annual review. */
const AYAAN: Kept = [
  {
    kind: 'assessment',
    by: 'gareth.pugh',
    values: {
      sort: 'test',
      instrument: 'Progress in Number 9',
      on: '2026-10-06',
      raw: 14,
      rawMost: 50,
      standard: 71,
      normGroup: 'United Kingdom 2018, ages 13 to 14',
      mean: 100,
      sd: 15,
      reliability: 0.92,
      level: '95',
      method: 'true-score',
      language: 'English',
      by: 'gareth.pugh',
      readWith: 'Questions read aloud; numbers shown as objects for the first six.',
    },
  },
  {
    kind: 'session',
    by: 'gareth.pugh',
    values: { ...PRE_TEACH, on: '2026-11-17', state: 'delivered', minutes: 30, note: 'Hundred square, carrying.' },
  },
  { kind: 'session', by: 'gareth.pugh', values: { ...PRE_TEACH, on: '2026-11-19', state: 'delivered', minutes: 25 } },
  {
    kind: 'session',
    by: 'gareth.pugh',
    values: { ...PRE_TEACH, on: '2026-11-12', state: 'not-delivered', whyNot: 'timetable', note: 'Mock exams.' },
  },
  {
    kind: 'intervention',
    by: 'gareth.pugh',
    values: {
      name: 'Number stacks',
      target: 'Add and take away within 100 with something to hold',
      wave: '2',
      state: 'ended',
      person: 'gareth.pugh',
      goal: 1,
      group: 'Number group B',
      groupSize: 5,
      from: '2026-04-20',
      to: '2026-07-10',
      minutes: 30,
      timesAWeek: 2,
      sessionsPlanned: 22,
      measure: 'Questions right of 40',
      entry: 11,
      entryOn: '2026-04-21',
      exit: 19,
      exitOn: '2026-07-09',
      error: 2.4,
      next: 'Go on with pre-teaching in the same group.',
      misses: 'science',
      rate: 1890,
      weeks: 11,
      materials: 4200,
    },
  },
  {
    kind: 'accommodation',
    by: 'ruth.okafor',
    values: {
      sort: 'modification',
      words: 'Number work from Year 5, with the context of Year 9',
      places: ['lessons'],
      barrier: 'working-memory',
      need: 1,
      from: '2026-09-07',
    },
  },
  {
    kind: 'agency',
    by: 'ruth.okafor',
    values: {
      name: 'Westmere Council',
      sort: 'social-care',
      professional: 'Dawn Keeling',
      person: 'dawn.keeling',
      role: 'Social care officer',
      from: '2025-09-01',
    },
  },
];

const ELLIS: Kept = [
  {
    kind: 'referral',
    by: 'hannah.brook',
    values: {
      to: 'coordinator',
      words: 'Organisation and missing work: five pieces this half-term, and he forgets the second half of what is asked.',
      raisedOn: '2026-11-11',
      raisedBy: 'hannah.brook',
      areas: ['Cognition and learning'],
      examples: 'Often in science, English and history; not seen in PE.',
      strengths: 'Starts well with a list on the desk.',
      tried: 'A list a lesson since October; homework club.',
    },
  },
];

const JAN: Kept = [
  {
    kind: 'concern',
    by: 'sian.morgan',
    values: {
      words: 'Worry before tests: he did not sleep before the times-table check.',
      raisedOn: '2026-11-20',
      raisedByWords: 'His mother, by telephone',
      areas: ['Social, emotional and mental health'],
    },
  },
  readingOf('2026-11-09', 88, 33),
];

/** What is kept of the others, by the pupil's key. */
export const OTHERS_KEPT: Readonly<Record<string, Kept>> = {
  'ayaan.malik': AYAAN,
  'ellis.hughes': ELLIS,
  'jan.nowak': JAN,
  'sofia.marchetti': [readingOf('2026-11-05', 72, 18)],
  'tobenna.osullivan-achebe': [readingOf('2026-11-05', 77, 22)],
  'petra.novak': [
    {
      kind: 'screening',
      by: 'leanne.foster',
      values: {
        instrument: READING.instrument,
        edition: 'form B, large print',
        on: '2026-11-06',
        raw: 31,
        rawMost: 48,
        by: 'leanne.foster',
        language: 'English',
        readWith: 'There are no norms for the large print.',
      },
    },
  ],
  'kwame.boateng': [
    {
      kind: 'accommodation',
      by: 'priya.nair',
      values: {
        sort: 'accommodation',
        words: 'Sloping board and a thick pencil in every room',
        places: ['lessons', 'tests'],
        barrier: 'motor',
        need: 1,
        from: '2026-09-07',
      },
    },
  ],
};
