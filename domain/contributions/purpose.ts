/** What people are asked for: a round-robin about a concern, or what a review or an assessment needs from them. */
export const PURPOSES = ['concern', 'support-review', 'annual-review', 'assessment'] as const;
export type RequestPurpose = (typeof PURPOSES)[number];

/** One question: its id stays where its words are changed by the asker. */
export type Question = { readonly id: string; readonly words: string };

/** A set of questions with what the request is called, in the record and on a card. */
export type QuestionSet = { readonly title: string; readonly questions: readonly Question[] };

/** Most questions that one request asks: a card must be answered between two lessons. */
export const MOST_QUESTIONS = 6;

/**
 * The questions that Waymark proposes; whoever asks may change every word. They are put so that a teacher, an assistant, a therapist and a
 * parent can each answer them, and ask what was seen before what is thought (duty 1: examples, strengths, what was tried).
 */
export const QUESTION_SETS: Readonly<Record<RequestPurpose, QuestionSet>> = {
  concern: {
    title: 'Round-robin about a concern',
    questions: [
      { id: 'well', words: 'What goes well?' },
      { id: 'hard', words: 'What is hard, when and where?' },
      { id: 'tried', words: 'What has been tried, and what came of it?' },
      { id: 'else', words: 'What else should we know?' },
    ],
  },
  'support-review': {
    title: 'Views for the support review',
    questions: [
      { id: 'progress', words: 'What has moved on since the last review?' },
      { id: 'helps', words: 'What helps, and should go on?' },
      { id: 'hard', words: 'What is hard, when and where?' },
      { id: 'next', words: 'What should happen next?' },
    ],
  },
  'annual-review': {
    title: 'Advice for the annual review',
    questions: [
      { id: 'progress', words: 'What has moved on since the last review?' },
      { id: 'outcomes', words: 'How far are the outcomes in the plan met? Give examples.' },
      { id: 'helps', words: 'What helps, and should go on?' },
      { id: 'change', words: 'What should change in the plan?' },
    ],
  },
  assessment: {
    title: 'Advice for an assessment',
    questions: [
      { id: 'well', words: 'What goes well?' },
      { id: 'hard', words: 'What is hard, when and where?' },
      { id: 'given', words: 'What help is given now, how long and how often?' },
      { id: 'came', words: 'What difference has it made?' },
      { id: 'need', words: 'What else may be needed?' },
    ],
  },
};

/** Whether a question is asked in Waymark's own words, so that a translation of them holds. */
export const isStandard = ({ id, words }: Question): boolean =>
  Object.values(QUESTION_SETS).some(({ questions }) => questions.some((one) => one.id === id && one.words === words));
