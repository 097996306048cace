import type { Sample } from './sample.ts';

/** An American IEP in the order of 34 CFR 300.320(a): present levels, goals, reporting, services, participation, accommodations, testing. */
export const US_PLAN: Sample = {
  file: 'IEP 2026',
  title: 'Individualized Education Program (IEP)',
  nation: 'us',
  parts: [
    {
      table: [
        ['Student', 'Marcus Delgado', 'Date of birth', '04/17/2016'],
        ['IEP date', '09/15/2026', 'Next IEP review', '09/14/2027'],
      ],
    },
    { heading: '1. Present Levels of Academic Achievement and Functional Performance (PLAAFP)', level: 1 },
    { text: 'Strengths: Marcus enjoys science and works well in small groups.' },
    {
      text: 'Marcus reads 62 words correct per minute in fourth-grade text, which is below the 10th percentile. He has difficulty decoding words of more than two syllables.',
    },
    { heading: '2. Measurable Annual Goals', level: 1 },
    {
      table: [
        ['Goal 1', 'Given a fourth-grade passage, Marcus will read 95 words correct per minute in 3 of 4 probes by September 14, 2027.'],
        ['Baseline', '62 words correct per minute'],
        ['Method of measurement', 'Weekly one-minute oral reading probes'],
      ],
    },
    {
      table: [
        ['Goal 2', 'Marcus will decode multisyllabic words with 85% accuracy by September 14, 2027.'],
        ['Baseline', '54% accuracy'],
        ['Method of measurement', 'Word list of 20 words, every two weeks'],
      ],
    },
    { heading: '3. Reporting progress to parents', level: 1 },
    { text: 'Progress will be reported with each report card.' },
    { heading: '4. Special Education and Related Services', level: 1 },
    {
      header: true,
      widths: [26, 20, 14, 12, 14, 14],
      table: [
        ['Service', 'Provider', 'Frequency', 'Minutes', 'Location', 'Start date'],
        ['Specially designed instruction in reading', 'Special education teacher', '5 times per week', '45', 'Resource room', '09/21/2026'],
        ['Speech-language therapy', 'SLP', '2 x/week', '30', 'Speech room', '09/21/2026'],
      ],
    },
    { heading: '5. Participation with nondisabled children', level: 1 },
    { text: 'Marcus will be in the general education classroom for 82% of the school day.' },
    { heading: '6. Accommodations', level: 1 },
    { items: ['Extended time, 1.5 times, on tests.'] },
    { heading: '7. State and district-wide assessments', level: 1 },
    { text: 'Marcus will take the general assessment with extended time.' },
  ],
  expected: {
    kind: 'iep',
    name: 'Marcus Delgado',
    birthday: '2016-04-17',
    dated: '2026-09-15',
    until: '2027-09-14',
    needs: [
      { words: 'Marcus reads 62 words correct per minute in fourth-grade text, which is below the 10th percentile.' },
      { words: 'He has difficulty decoding words of more than two syllables.' },
    ],
    goals: [
      {
        words: 'Given a fourth-grade passage, Marcus will read 95 words correct per minute in 3 of 4 probes by September 14, 2027.',
        by: '2027-09-14',
        baseline: '62 words correct per minute',
        criterion: '3 of 4 probes',
      },
      {
        words: 'Marcus will decode multisyllabic words with 85% accuracy by September 14, 2027.',
        by: '2027-09-14',
        baseline: '54% accuracy',
        criterion: '85% accuracy',
      },
    ],
    provision: [
      { words: 'Specially designed instruction in reading', who: 'Special education teacher', minutes: 45, timesAWeek: 5 },
      { words: 'Speech-language therapy', who: 'SLP', minutes: 30, timesAWeek: 2 },
    ],
    left: [
      'Progress will be reported with each report card.',
      'Marcus will be in the general education classroom for 82% of the school day.',
    ],
  },
};
