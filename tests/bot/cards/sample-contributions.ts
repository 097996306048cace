import type { AskedOfMe, ContributionForm, GatheredContributions } from '#contract/contributions.ts';
import type { Day, Instant } from '#domain/calendar/day.ts';
import { QUESTION_SETS } from '#domain/contributions/purpose.ts';

const id = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const { title, questions } = QUESTION_SETS.concern;
const pupil = { id: id(1), name: 'Ayaan Malik', caseRef: 'WM-0398', className: '9 B' };
const due = '2026-11-30' as Day;

/** A teacher is asked what they see of Ayaan Malik, in a round-robin of six. */
export const contributionForm: ContributionForm = {
  contribution: id(61),
  pupil,
  title,
  askedBy: 'Ruth Okafor',
  dueOn: due,
  dueWords: 'Mon 30 Nov, 7 days left',
  late: false,
  state: 'open',
  stateWords: '',
  questions: [...questions],
  given: [],
};

export const contributionAnswered: ContributionForm = {
  ...contributionForm,
  state: 'answered',
  stateWords: 'Answered Mon 23 Nov, 09:04',
  given: [{ question: 'well', words: 'Explains maps to others.' }],
};

export const askedOfMe: AskedOfMe = {
  asked: [
    { contribution: id(61), pupil, title, askedBy: 'Ruth Okafor', dueOn: due, dueWords: '7 days left', urgency: 'soon' },
    {
      contribution: id(62),
      pupil: { id: id(2), name: 'Callum Reid', caseRef: 'WM-0412', className: '6 Oak' },
      title: QUESTION_SETS['support-review'].title,
      askedBy: 'Ruth Okafor',
      dueOn: '2026-11-20' as Day,
      dueWords: '3 days late',
      urgency: 'late',
    },
  ],
};

const asked = (number: number, name: string, words: string, answeredOn: string | null, remindedWords = '') => ({
  contribution: id(60 + number),
  name,
  words,
  door: 'card' as const,
  letter: null,
  answeredOn: answeredOn as Day | null,
  late: false,
  answers: answeredOn ? [{ question: 'well', words: 'Explains maps to others.' }] : [],
  corrected: null,
  remindedWords,
  gone: null,
});

export const gathered: GatheredContributions = {
  pupil,
  request: {
    id: id(60),
    purpose: 'concern',
    title,
    aboutWords: 'Leaves the room at the bell',
    about: { kind: 'concern', id: id(70) },
    askedBy: 'Ruth Okafor',
    askedOn: '2026-11-23' as Day,
    dueOn: due,
    dueWords: 'Mon 30 Nov, 2 days late',
    urgency: 'late',
    goesOutAt: '2026-11-23T09:00:00.000Z' as Instant,
    state: 'open',
    endWords: null,
    questions: [...questions],
    people: [
      asked(1, 'Gareth Pugh', '9 B English, 4 lessons a week', '2026-11-24'),
      asked(2, 'Sian Morgan', '9 B Science, 3 lessons a week', null, 'reminded Fri 27 Nov and Tue 1 Dec'),
      asked(3, 'Tomasz Zieliński', 'tutor, maths', '2026-11-25'),
    ],
    can: ['remind', 'close', 'withdraw'],
  },
};
