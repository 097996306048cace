import { choiceWords, daysInOrder, joined, type RecordKind, textIn } from '#domain/record/kind.ts';
import { AREAS } from './areas.ts';

export const OUTCOMES = [
  { value: 'watch', words: 'Watch' },
  { value: 'screen', words: 'Screen, or screen again' },
  { value: 'refer', words: 'Refer' },
  { value: 'not-needed', words: 'Nothing needed' },
] as const;

/** A worry about a pupil, with examples and what has been tried, so that it can be decided in one sitting (duty 1). */
export const CONCERN: RecordKind = {
  name: 'concern',
  title: 'Concern',
  titles: 'Concerns',
  part: 'assessments',
  fields: [
    { key: 'words', label: 'What worries you', type: 'passage', required: true },
    { key: 'raisedOn', label: 'Raised on', type: 'day', required: true, not: 'future' },
    { key: 'raisedBy', label: 'Raised by', type: 'person' },
    { key: 'raisedByWords', label: 'Raised by someone else', type: 'line', most: 200, help: 'A parent, the pupil, somebody outside.' },
    { key: 'areas', label: 'Areas', type: 'choices', choices: AREAS },
    { key: 'examples', label: 'What was seen, where and how often', type: 'passage' },
    { key: 'strengths', label: 'What goes well', type: 'passage' },
    { key: 'tried', label: 'What was tried', type: 'passage', help: 'And what came of it.' },
    { key: 'parentView', label: 'What the family says', type: 'passage' },
    { key: 'outcome', label: 'Decided', type: 'choice', choices: OUTCOMES, group: 'Decision' },
    { key: 'outcomeWhy', label: 'Why', type: 'passage', group: 'Decision' },
    { key: 'outcomeOn', label: 'Decided on', type: 'day', not: 'future', group: 'Decision' },
    { key: 'lookAgainOn', label: 'Look again on', type: 'day', group: 'Decision' },
  ],
  check: (values) => [
    ...daysInOrder(values, 'raisedOn', 'outcomeOn', 'is before the concern was raised'),
    ...decisionFaults(values, 'outcome', 'outcomeWhy', 'outcomeOn'),
  ],
  line: (values) => joined(textIn(values, 'words'), textIn(values, 'outcome') && `decided: ${choiceWords(OUTCOMES, values.outcome)}`),
  onDay: 'raisedOn',
  finishes: { words: 'Decided', when: (values) => textIn(values, 'outcomeOn') !== '' && textIn(values, 'outcome') !== '' },
  read: 'read-casework',
  write: 'raise-concern',
  writeOthers: 'keep-record',
};

/** A decision comes with its day and its reason, or not at all. */
export function decisionFaults(values: Parameters<RecordKind['line']>[0], decided: string, why: string, on: string) {
  if (textIn(values, decided) === '') return textIn(values, on) === '' ? [] : [{ field: decided, reason: 'is missing beside its day' }];
  return [
    ...(textIn(values, why) === '' ? [{ field: why, reason: 'is missing: a decision has its reason' }] : []),
    ...(textIn(values, on) === '' ? [{ field: on, reason: 'is missing: a decision has its day' }] : []),
  ];
}
