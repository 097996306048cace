import { choiceWords, daysInOrder, joined, type RecordKind, textIn } from '#domain/record/kind.ts';

export const CONTRIBUTION_SORTS = [
  { value: 'parent-view', words: 'Family’s view' },
  { value: 'pupil-view', words: 'Pupil’s view' },
  { value: 'teacher-view', words: 'Teacher’s view' },
  { value: 'advice', words: 'Advice' },
  { value: 'report', words: 'Report' },
] as const;

/** What somebody was asked for, by when, and what came: from a teacher, the family, the pupil or a specialist. */
export const CONTRIBUTION: RecordKind = {
  name: 'contribution',
  title: 'Contribution',
  titles: 'Contributions',
  part: 'assessments',
  fields: [
    { key: 'sort', label: 'What is asked for', type: 'choice', required: true, choices: CONTRIBUTION_SORTS },
    { key: 'askedOf', label: 'Asked of', type: 'line', required: true, most: 200 },
    { key: 'person', label: 'Member of staff or specialist', type: 'person' },
    { key: 'contact', label: 'Family or carer', type: 'contact', help: 'Somebody who must not be contacted cannot be chosen.' },
    { key: 'forWhat', label: 'For what', type: 'line', most: 200 },
    { key: 'askedOn', label: 'Asked on', type: 'day', not: 'future' },
    { key: 'dueOn', label: 'Due on', type: 'day' },
    { key: 'receivedOn', label: 'Received on', type: 'day', not: 'future' },
    { key: 'words', label: 'In their words', type: 'passage', help: 'As it was said. The pupil’s own words stay apart from adults’.' },
    { key: 'document', label: 'Document', type: 'document' },
  ],
  check: (values) => [
    ...daysInOrder(values, 'askedOn', 'dueOn', 'is before it was asked'),
    ...daysInOrder(values, 'askedOn', 'receivedOn', 'is before it was asked'),
    ...(textIn(values, 'person') !== '' && textIn(values, 'contact') !== ''
      ? [{ field: 'contact', reason: 'cannot stand beside a member of staff: one contribution comes from one person' }]
      : []),
    ...(textIn(values, 'words') !== '' && textIn(values, 'receivedOn') === ''
      ? [{ field: 'receivedOn', reason: 'is missing: words that have come have the day they came' }]
      : []),
  ],
  line: (values) =>
    joined(
      `${choiceWords(CONTRIBUTION_SORTS, values.sort)} from ${textIn(values, 'askedOf')}`,
      textIn(values, 'forWhat'),
      textIn(values, 'receivedOn') ? textIn(values, 'words') : 'not in yet',
    ),
  onDay: 'receivedOn',
  finishes: { words: 'Received', when: (values) => textIn(values, 'receivedOn') !== '' },
  read: 'read-casework',
  write: 'keep-record',
};
