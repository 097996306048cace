import { type Choice, choiceWords, daysInOrder, joined, type RecordKind, textIn } from '#domain/record/kind.ts';
import { BARRIERS } from './areas.ts';

export const ACCOMMODATION_SORTS = [
  { value: 'accommodation', words: 'Reasonable adjustment: how it is done', onlyIn: 'england' },
  { value: 'accommodation', words: 'Accommodation: how it is done', onlyIn: 'idea' },
  { value: 'modification', words: 'Modification: what is expected' },
] as const satisfies readonly Choice[];

/** A change in how something is done, or in what is expected; the two are kept apart (duty 4 A5). */
export const ACCOMMODATION: RecordKind = {
  name: 'accommodation',
  title: 'Accommodation',
  titles: 'Accommodations',
  calledIn: { england: { title: 'Reasonable adjustment', titles: 'Reasonable adjustments' } },
  part: 'provision',
  fields: [
    { key: 'sort', label: 'What it is', type: 'choice', required: true, choices: ACCOMMODATION_SORTS },
    { key: 'words', label: 'What is changed', type: 'passage', required: true, most: 1000 },
    {
      key: 'places',
      label: 'Where',
      type: 'choices',
      choices: [
        { value: 'lessons', words: 'Lessons' },
        { value: 'tests', words: 'Tests in school' },
        { value: 'exams', words: 'Public exams', onlyIn: 'england' },
        { value: 'state-tests', words: 'State and district assessments', onlyIn: 'idea' },
        { value: 'breaks', words: 'Breaks and lunch' },
        { value: 'trips', words: 'Trips' },
      ],
    },
    { key: 'barrier', label: 'For what', type: 'choice', choices: BARRIERS },
    { key: 'need', label: 'For which need', type: 'need' },
    { key: 'evidence', label: 'How it is known to help', type: 'passage', help: 'The usual way of working, a test with and without it.' },
    { key: 'from', label: 'From', type: 'day' },
    { key: 'to', label: 'Until', type: 'day' },
  ],
  check: (values) => daysInOrder(values, 'from', 'to', 'is before it begins'),
  line: (values, nation) => joined(choiceWords(ACCOMMODATION_SORTS, values.sort, nation).replace(/:.*/, ''), textIn(values, 'words')),
  onDay: 'from',
  read: 'open-pupil',
  write: 'keep-record',
};
