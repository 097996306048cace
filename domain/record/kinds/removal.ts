import { REMOVAL_WORDS, type RemovalKind } from '#domain/attendance/removal.ts';
import type { Nation } from '#domain/pupils/nation.ts';
import { type Choice, choiceWords, daysInOrder, joined, numberIn, type RecordKind, textIn } from '#domain/record/kind.ts';

const choicesOf = (nation: Nation): readonly Choice[] =>
  (Object.keys(REMOVAL_WORDS[nation]) as RemovalKind[]).map((value) => ({ value, words: REMOVAL_WORDS[nation][value], onlyIn: nation }));

/** What each removal is called, in the words of the nation. */
export const REMOVAL_SORTS: readonly Choice[] = [...choicesOf('england'), ...choicesOf('idea')];

/** A suspension, exclusion or other removal by the school's own decision. The law counts its school days; `domain/attendance` says how. */
export const REMOVAL: RecordKind = {
  name: 'removal',
  title: 'Suspension',
  titles: 'Suspensions',
  part: 'attendance',
  fields: [
    { key: 'sort', label: 'What it is', type: 'choice', choices: REMOVAL_SORTS, required: true },
    { key: 'from', label: 'First day', type: 'day', required: true },
    { key: 'to', label: 'Last day', type: 'day', help: 'Empty while it goes on.' },
    {
      key: 'days',
      label: 'School days',
      type: 'number',
      least: 0.5,
      most: 200,
      decimals: 1,
      unit: 'days',
      help: 'As the school has recorded them. Left empty, they are counted with the school’s calendar.',
    },
    { key: 'why', label: 'Reason given', type: 'passage' },
  ],
  check: (values) => daysInOrder(values, 'from', 'to', 'is before it began'),
  line: (values, nation) => {
    const days = numberIn(values, 'days');
    return joined(
      choiceWords(REMOVAL_SORTS, values.sort, nation),
      days !== null && `${days} school ${days === 1 ? 'day' : 'days'}`,
      textIn(values, 'why'),
    );
  },
  onDay: 'from',
  read: 'open-pupil',
  write: 'keep-record',
};
