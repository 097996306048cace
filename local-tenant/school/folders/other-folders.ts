import type { StoryDocument } from './document.ts';

/** What lies in the other case folders. */
export const OTHER_FOLDERS: readonly StoryDocument[] = [
  {
    folder: 'WM-0398',
    title: 'school report for the annual review',
    on: '2026-11-12',
    by: 'tomasz.zielinski',
    kind: 'report',
    from: 'Tomasz Zieliński',
    text: [
      [
        'Progress towards outcomes',
        'Outcome 1, number: uses a hundred square to add within 100 in 8 of 10 questions; the aim was 7.',
        'Outcome 2, asking for a break: asked before leaving on 7 of 10 days; the aim was 6.',
      ],
      ['Attendance', '94.6 % this term, two late arrivals.'],
      ['Recommendations', 'Keep outcome 2 and raise the measure. A break card in every room, not only in maths.'],
    ],
  },
  {
    folder: 'WM-0398',
    title: 'pupil’s view',
    on: '2026-11-13',
    by: 'tomasz.zielinski',
    kind: 'contribution',
    from: 'Ayaan, with Tomasz Zieliński',
    text: [
      ['What is going well', '“Maths is OK now. I like the card because nobody asks me why.”'],
      ['My hopes', '“I want to see the college where my cousin does cars.”'],
    ],
  },
  {
    folder: 'WM-0398',
    title: 'speech and language advice',
    on: '2026-11-10',
    by: 'joanna.tse',
    kind: 'advice',
    from: 'J Tse, NHS',
    text: [
      ['What I found', 'Follows two-step instructions in quiet; needs words he has not met before explained with an example.'],
      [
        'Recommendations',
        'Teach the five key words of a unit before it begins.',
        'Check understanding by asking him to show, not to repeat.',
      ],
    ],
  },
  {
    folder: 'WM-0398',
    title: 'social care advice',
    on: '2026-11-16',
    by: 'dawn.keeling',
    kind: 'advice',
    from: 'D Keeling, Westmere Council',
    text: [
      [
        'What we know',
        'The family is not open to a social worker. An early help assessment ended in March with what was asked for in place.',
      ],
      ['Recommendations', 'None for section H. Short breaks can be asked for through the Local Offer.'],
    ],
  },
  {
    folder: 'WM-0318',
    title: 'annual review report, draft',
    on: '2026-11-13',
    by: 'ruth.okafor',
    kind: 'report',
    from: 'Hollin Bank School',
    text: [
      ['Who came', 'Mother, class teacher, Gareth Pugh, Kirsty Bell for the council. The educational psychologist sent advice.'],
      ['Progress towards outcomes', 'Outcome 1 met. Outcome 2 partly met: calm start on 3 mornings of 5.'],
      ['Recommendation', 'Keep the plan; amend outcome 2.'],
    ],
  },
  {
    folder: 'WM-0271',
    title: 'careers advice',
    on: '2026-11-20',
    by: 'howard.pell',
    kind: 'advice',
    from: 'H Pell, Westmere Careers',
    text: [
      ['What Freya wants', '“Something with animals, not in a shop.”'],
      [
        'Recommendations',
        'Visit the land-based college in February with a known adult.',
        'A supported work placement of one day a week from Easter.',
        'Travel training on the 42 bus before the summer.',
      ],
    ],
  },
  {
    folder: 'WM-0421',
    title: 'school’s advice for the assessment',
    on: '2026-10-30',
    by: 'ruth.okafor',
    kind: 'advice',
    from: 'Hollin Bank School',
    text: [
      ['What we see', 'Mei-Lin joins in songs and games; alone with an adult she uses single words in Mandarin and in English.'],
      ['Recommendations', 'Advice from speech and language therapy is needed before targets for talking can be set.'],
    ],
  },
  {
    folder: 'WM-0405',
    title: 'school’s advice for the assessment',
    on: '2026-11-06',
    by: 'ruth.okafor',
    kind: 'advice',
    from: 'Hollin Bank School',
    text: [
      ['What we see', 'Luca works well for twenty minutes at a time and then leaves his seat; with a job to do he comes back.'],
      ['Recommendations', 'A daily check-in with a known adult before register and after lunch.'],
    ],
  },
  {
    folder: 'WM-0366',
    title: 'parent’s view, in Vietnamese',
    on: '2026-11-20',
    by: 'leanne.foster',
    kind: 'contribution',
    from: 'Hoa Nguyen, mother',
    text: [
      ['Ý kiến của mẹ', 'Con thích đọc sách với chị. Ở nhà con nói nhiều hơn ở trường.'],
      ['What I hope', 'Translation not yet checked: “She likes to read with her sister. At home she talks more than at school.”'],
    ],
  },
  {
    folder: 'WM-0377',
    title: 'SEN support plan',
    on: '2026-09-18',
    by: 'leanne.foster',
    kind: 'plan',
    from: 'Hollin Bank School',
    text: [
      ['About Sofia', 'Sofia tells a story well and draws what she has understood.'],
      ['Goals', 'By Friday 26 March Sofia reads 50 words a minute from a Year 3 text (25 in September).'],
      ['Provision', 'Precision reading, Leanne Foster, 10 minutes, 4 times a week.'],
    ],
  },
];
