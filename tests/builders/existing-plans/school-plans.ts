import type { Sample } from './sample.ts';

/** A school's own support plan: one table of targets with what is done, by whom, how often and how success is told. */
export const SUPPORT_PLAN: Sample = {
  file: 'Support plan autumn',
  title: 'SEN Support Plan: assess, plan, do, review',
  nation: 'england',
  parts: [
    {
      table: [
        ['Name: Tilly Marsh', 'DOB: 30.11.2017', 'Year: 4'],
        ['Start date: 08/09/2026', 'Review date: 11/12/2026', 'Stage: SEN Support'],
      ],
    },
    { heading: 'Strengths', level: 2 },
    { text: 'Tilly enjoys stories and is kind to others.' },
    { heading: 'Areas of need', level: 2 },
    { items: ['Tilly reads 12 of the first 45 key words.', 'She tires quickly when writing and needs a break after five minutes.'] },
    { heading: 'Targets', level: 2 },
    {
      header: true,
      widths: [26, 26, 16, 14, 18],
      table: [
        ['Target', 'Strategies and provision', 'Who', 'How often', 'Success criteria'],
        [
          'Tilly will read the first 45 key words.',
          'Precision teaching of six words at a time',
          'Mrs Patel (TA)',
          'Daily, 10 minutes',
          '45 words read on three days running',
        ],
        [
          'Tilly will write three sentences without stopping.',
          'Timed writing with a planner',
          'Class teacher',
          '2 x 15 mins weekly',
          'Three sentences, checked on Fridays',
        ],
      ],
    },
    { heading: 'Parent’s views', level: 2 },
    { text: 'Mum would like more reading at home.' },
  ],
  expected: {
    kind: 'senSupport',
    name: 'Tilly Marsh',
    birthday: '2017-11-30',
    dated: '2026-09-08',
    until: '2026-12-11',
    needs: [
      { words: 'Tilly reads 12 of the first 45 key words.' },
      { words: 'She tires quickly when writing and needs a break after five minutes.' },
    ],
    goals: [
      { words: 'Tilly will read the first 45 key words.', criterion: '45 words read on three days running' },
      { words: 'Tilly will write three sentences without stopping.', criterion: 'Three sentences, checked on Fridays' },
    ],
    provision: [
      { words: 'Precision teaching of six words at a time', who: 'Mrs Patel (TA)', minutes: 10, timesAWeek: 5 },
      { words: 'Timed writing with a planner', who: 'Class teacher', minutes: 15, timesAWeek: 2 },
    ],
    left: ['Tilly enjoys stories and is kind to others.', 'Mum would like more reading at home.'],
  },
};

/** A plan in running text, without a single table: headings and sentences. */
export const PROSE_PLAN: Sample = {
  file: 'WM-0277 draft EHC plan 2026-02-12',
  title: 'Draft EHC plan',
  nation: 'england',
  parts: [
    { text: 'Name: Rafi Haddad' },
    { text: 'Born: 3 October 2013' },
    { text: 'Date of plan: 12 February 2026' },
    { heading: 'Section A: views, interests and aspirations', level: 1 },
    { text: 'Rafi wants to build bridges.' },
    { heading: 'Section B: special educational needs', level: 1 },
    { text: 'Rafi is autistic. Unplanned change causes him distress. He starts writing only when a first sentence is given.' },
    { heading: 'Section E: outcomes', level: 1 },
    {
      text: 'By the end of Year 9 Rafi asks for help by card or word in four lessons of five. By the end of Year 9 Rafi will write for twenty minutes from a starter without an adult beside him.',
    },
    { heading: 'Section F: special educational provision', level: 1 },
    {
      text: 'Sentence starters, 15 minutes, four times a week, one to one, by a trained teaching assistant. Access to a quiet room as required. A key adult will meet him for ten minutes every morning in the library.',
    },
    { heading: 'Section I', level: 1 },
    { text: 'Left open in the draft.' },
  ],
  expected: {
    kind: 'ehcp',
    name: 'Rafi Haddad',
    birthday: '2013-10-03',
    dated: '2026-02-12',
    until: null,
    needs: [
      { words: 'Rafi is autistic.', code: 'ASD' },
      { words: 'Unplanned change causes him distress.' },
      { words: 'He starts writing only when a first sentence is given.' },
    ],
    goals: [
      {
        words: 'By the end of Year 9 Rafi asks for help by card or word in four lessons of five.',
        by: '2028-07-31',
        criterion: 'four lessons of five',
      },
      { words: 'By the end of Year 9 Rafi will write for twenty minutes from a starter without an adult beside him.', by: '2028-07-31' },
    ],
    provision: [
      {
        words: 'Sentence starters, 15 minutes, four times a week, one to one, by a trained teaching assistant.',
        who: 'Trained teaching assistant',
        minutes: 15,
        timesAWeek: 4,
        groupSize: 1,
      },
      { words: 'Access to a quiet room as required.', vague: true, minutes: null },
      { words: 'A key adult will meet him for ten minutes every morning in the library.', minutes: 10, timesAWeek: 5 },
    ],
    left: ['Rafi wants to build bridges.', 'Left open in the draft.'],
  },
};
