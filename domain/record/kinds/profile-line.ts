import { choiceWords, joined, type RecordKind, textIn } from '#domain/record/kind.ts';
import { BARRIERS } from './areas.ts';

export const PROFILE_SORTS = [
  { value: 'liked', words: 'What people like about the pupil' },
  { value: 'strength', words: 'Strength' },
  { value: 'important', words: 'What matters to the pupil' },
  { value: 'difficulty', words: 'What makes it hard' },
  { value: 'strategy', words: 'What works' },
  { value: 'if-wrong', words: 'If it goes wrong' },
] as const;

export type ProfileSort = (typeof PROFILE_SORTS)[number]['value'];

/** A line of the class sheet; more signs than that take a second one (screens 14). */
const SHEET_LINE = 60;

/** A line of the one-page profile and of the class sheet: what people like, what matters, what makes things hard, what works. */
export const PROFILE_LINE: RecordKind = {
  name: 'profile-line',
  title: 'Strength or strategy',
  titles: 'Strengths and strategies',
  part: 'needs',
  fields: [
    { key: 'sort', label: 'What it is', type: 'choice', required: true, choices: PROFILE_SORTS },
    { key: 'words', label: 'In a line', type: 'line', required: true, most: 500 },
    { key: 'rank', label: 'Order', type: 'whole', least: 1, most: 99, help: 'Left empty, it goes to the end.' },
    { key: 'barrier', label: 'For what', type: 'choice', choices: BARRIERS },
    { key: 'saidBy', label: 'Said by', type: 'line', most: 200 },
    { key: 'on', label: 'On', type: 'day', not: 'future' },
  ],
  notices: (values) => {
    const signs = [...textIn(values, 'words')].length;
    const onSheet = values.sort === 'strategy' || values.sort === 'if-wrong';
    return onSheet && signs > SHEET_LINE
      ? [{ field: 'words', words: `${signs} signs: a line of the class sheet holds ${SHEET_LINE}`, weight: 'info' }]
      : [];
  },
  line: (values) => joined(choiceWords(PROFILE_SORTS, values.sort), textIn(values, 'words')),
  onDay: 'on',
  read: 'open-pupil',
  write: 'keep-record',
};
