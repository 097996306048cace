import type { Sample } from './sample.ts';

/** A council's own variant: sections B, E and F beside one another, a table an area of need, on a page turned sideways. */
export const MERGED_PLAN: Sample = {
  file: 'EHCP final',
  title: 'Education, Health and Care Plan (EHCP)',
  landscape: true,
  running: { head: 'Brackwater Borough', foot: 'EHCP page' },
  nation: 'england',
  parts: [
    { text: 'Child’s name: Jude Adeyemi' },
    { text: 'Date of birth: 07/02/2015' },
    { text: 'Final plan issued: 14/03/2025' },
    { text: 'Annual review due: 14/03/2026' },
    { heading: 'Section A: All about me', level: 1 },
    { items: ['I like football and my dog.', 'I want to read the signs on the bus.'] },
    { heading: 'Sections B, E and F by area of need', level: 1 },
    { heading: 'Communication and interaction', level: 2 },
    {
      header: true,
      widths: [30, 30, 40],
      table: [
        ['Special educational needs (section B)', 'Outcome (section E)', 'Provision (section F)'],
        [
          'Jude has a developmental language disorder. He understands sentences of about five words.',
          'By the end of Year 6 Jude will follow two-step instructions in class in 4 out of 5 opportunities.',
          'Speech and language programme delivered by a trained teaching assistant, 20 minutes, three times a week, individually.\nAll staff to use short sentences and visual support as appropriate.',
        ],
      ],
    },
    { heading: 'Social, emotional and mental health', level: 2 },
    {
      header: true,
      widths: [30, 30, 40],
      table: [
        ['Special educational needs (section B)', 'Outcome (section E)', 'Provision (section F)'],
        [
          'Jude becomes anxious at unstructured times and may hit out.',
          'By July 2026 Jude will use his calm plan before he leaves the playground on 8 of 10 days.',
          'ELSA session once a week for 45 minutes in a group of three.',
        ],
      ],
    },
    { heading: 'Section I: Placement', level: 1 },
    { text: 'Mainstream primary school.' },
  ],
  expected: {
    kind: 'ehcp',
    name: 'Jude Adeyemi',
    birthday: '2015-02-07',
    dated: '2025-03-14',
    until: '2026-03-14',
    needs: [
      { words: 'Jude has a developmental language disorder.', code: 'SLCN' },
      { words: 'He understands sentences of about five words.', code: 'SLCN' },
      { words: 'Jude becomes anxious at unstructured times and may hit out.', code: 'SEMH' },
    ],
    goals: [
      {
        words: 'By the end of Year 6 Jude will follow two-step instructions in class in 4 out of 5 opportunities.',
        by: '2026-07-31',
        criterion: '4 out of 5 opportunities',
      },
      {
        words: 'By July 2026 Jude will use his calm plan before he leaves the playground on 8 of 10 days.',
        by: null,
        criterion: '8 of 10 days',
      },
    ],
    provision: [
      {
        words: 'Speech and language programme delivered by a trained teaching assistant, 20 minutes, three times a week, individually.',
        who: 'Trained teaching assistant',
        minutes: 20,
        timesAWeek: 3,
        groupSize: 1,
      },
      { words: 'All staff to use short sentences and visual support as appropriate.', minutes: null, timesAWeek: null, vague: true },
      { words: 'ELSA session once a week for 45 minutes in a group of three.', who: 'ELSA', minutes: 45, timesAWeek: 1, groupSize: 3 },
    ],
    left: ['I like football and my dog.', 'Mainstream primary school.'],
  },
};
