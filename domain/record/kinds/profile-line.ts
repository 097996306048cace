import { choiceWords, joined, type RecordKind, textIn } from '#domain/record/kind.ts';
import { BARRIERS } from './areas.ts';

export const PROFILE_SORTS = [
  { value: 'strength', words: 'Strength' },
  { value: 'difficulty', words: 'What makes it hard' },
  { value: 'strategy', words: 'What works' },
] as const;

/** A line of the one-page profile: a strength, what makes things hard, what works. */
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
  line: (values) => joined(choiceWords(PROFILE_SORTS, values.sort), textIn(values, 'words')),
  onDay: 'on',
  read: 'open-pupil',
  write: 'keep-record',
};
