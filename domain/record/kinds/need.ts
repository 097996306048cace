import { choiceWords, daysInOrder, joined, type RecordKind, textIn } from '#domain/record/kind.ts';
import { AREAS, NEED_CODES } from './areas.ts';

/** A need in a sentence, with the code that returns ask for. Rank 1 is the primary need. */
export const NEED: RecordKind = {
  name: 'need',
  title: 'Need',
  titles: 'Needs',
  part: 'needs',
  fields: [
    { key: 'words', label: 'Need', type: 'passage', required: true, help: 'What is hard, in what situation, how it shows.' },
    {
      key: 'code',
      label: 'Type',
      type: 'choice',
      required: true,
      choices: NEED_CODES,
      help: 'The school’s judgement; no diagnosis is needed.',
    },
    { key: 'rank', label: 'Order', type: 'whole', least: 1, most: 99, help: '1 is the primary need. Left empty, it goes to the end.' },
    { key: 'knownAs', label: 'What people here call it', type: 'line', most: 100 },
    { key: 'area', label: 'Area', type: 'choice', choices: AREAS, onlyIn: 'england' },
    { key: 'source', label: 'How this is known', type: 'line', most: 300 },
    { key: 'from', label: 'Since', type: 'day', not: 'future' },
    { key: 'to', label: 'Until', type: 'day' },
  ],
  check: (values) => daysInOrder(values, 'from', 'to', 'is before it began'),
  line: (values, nation) => joined(textIn(values, 'knownAs') || choiceWords(NEED_CODES, values.code, nation), textIn(values, 'words')),
  onDay: 'from',
  read: 'open-pupil',
  write: 'keep-record',
};
