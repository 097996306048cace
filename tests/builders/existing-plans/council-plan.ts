import type { Sample } from './sample.ts';

/** An EHC plan with the sections in the order of the regulations, needs by area, and section F as a table. */
export const COUNCIL_PLAN: Sample = {
  file: 'EHC plan 2025-12-04',
  title: 'Education, Health and Care Plan',
  running: { head: 'Westmere Council · Education, Health and Care Plan', foot: 'Confidential · page' },
  nation: 'england',
  parts: [
    {
      table: [
        ['Name', 'Freya Lindqvist'],
        ['Date of birth', '19 May 2012'],
        ['UPN', 'K310200112009'],
        ['Date of final plan', '4 December 2025'],
        ['Date of next annual review', '4 December 2026'],
      ],
    },
    { heading: 'Section A. The views, interests and aspirations of the child and her parents', level: 1 },
    { text: 'Freya would like to work with animals. She finds Mondays hard. Her parents hope that she will travel on her own one day.' },
    { heading: 'Section B. Special educational needs', level: 1 },
    { heading: 'Communication and interaction', level: 2 },
    {
      text: 'Freya finds it hard to follow group talk; she misses about half of what is said when more than two people speak. She is at ease with one adult. Noise and crowds cause distress and she avoids the dining hall.',
    },
    { heading: 'Cognition and learning', level: 2 },
    {
      text: 'Freya has a diagnosis of dyslexia. Her spelling is at the 4th percentile. This means that her written work does not show what she knows.',
    },
    { heading: 'Strengths', level: 2 },
    { items: ['Freya draws with great care.', 'She remembers what she has seen.'] },
    { heading: 'Section C. Health needs related to special educational needs', level: 1 },
    { text: 'None identified.' },
    { heading: 'Section E. Outcomes', level: 1 },
    { text: 'The outcomes below were agreed at the meeting of 11 November.' },
    {
      items: [
        'By the end of Key Stage 4 Freya will take her part in a group of four, in three of four lessons.',
        'By 31 July 2027 Freya will spell 90% of the words of her own subject lists correctly (baseline: 41%).',
      ],
    },
    { heading: 'Section F. Special educational provision', level: 1 },
    {
      table: [
        ['Provision', 'By whom', 'How often'],
        ['A social communication group of not more than four pupils', 'Trained teaching assistant', 'Twice weekly, 30 mins'],
        ['Regular access to a quiet space at lunch', 'School staff', 'As required'],
        ['Programme reviewed by a speech and language therapist', 'NHS therapy', 'Each half-term'],
        ['A structured spelling programme, taught one to one', 'Specialist teacher', '3 x 20 minutes a week'],
      ],
      header: true,
      widths: [50, 25, 25],
    },
    { text: 'The school will keep a record of sessions and bring it to the annual review.' },
    { heading: 'Section I. Placement', level: 1 },
    { text: 'Hollin Bank School, a mainstream school.' },
    { heading: 'Section K. Advice and information', level: 1 },
    { items: ['Educational psychology advice, Dr Miriam Feld, 2 October 2025', 'Speech and language advice, Joanna Tse, 9 October 2025'] },
  ],
  expected: {
    kind: 'ehcp',
    name: 'Freya Lindqvist',
    birthday: '2012-05-19',
    dated: '2025-12-04',
    until: '2026-12-04',
    needs: [
      {
        words: 'Freya finds it hard to follow group talk; she misses about half of what is said when more than two people speak.',
        code: 'SLCN',
      },
      { words: 'Noise and crowds cause distress and she avoids the dining hall.' },
      { words: 'Freya has a diagnosis of dyslexia.', code: 'SPLD' },
      { words: 'Her spelling is at the 4th percentile. This means that her written work does not show what she knows.' },
    ],
    goals: [
      {
        words: 'By the end of Key Stage 4 Freya will take her part in a group of four, in three of four lessons.',
        by: '2028-07-31',
        criterion: 'three of four lessons',
        baseline: null,
      },
      {
        words: 'By 31 July 2027 Freya will spell 90% of the words of her own subject lists correctly (baseline: 41%).',
        by: '2027-07-31',
        baseline: '41%',
      },
    ],
    provision: [
      {
        words: 'A social communication group of not more than four pupils',
        who: 'Trained teaching assistant',
        minutes: 30,
        timesAWeek: 2,
        groupSize: 4,
        vague: false,
      },
      { words: 'Regular access to a quiet space at lunch', who: 'School staff', minutes: null, timesAWeek: null, vague: true },
      { words: 'Programme reviewed by a speech and language therapist', who: 'NHS therapy', minutes: null, timesAWeek: null },
      { words: 'A structured spelling programme, taught one to one', who: 'Specialist teacher', minutes: 20, timesAWeek: 3, groupSize: 1 },
    ],
    left: [
      'She finds Mondays hard.',
      'She is at ease with one adult.',
      'Freya draws with great care.',
      'The school will keep a record of sessions and bring it to the annual review.',
    ],
  },
};
