import { choiceWords, daysInOrder, joined, type RecordKind, textIn } from '#domain/record/kind.ts';

export const NOTICE_SIGNERS = [
  { value: 'pupil', words: 'The pupil' },
  { value: 'parent', words: 'A parent' },
] as const;

/** The data-protection notice that a candidate is given before an application tells the awarding bodies about a need. */
export const EXAM_NOTICE: RecordKind = {
  name: 'exam-notice',
  title: 'Data-protection notice',
  titles: 'Data-protection notice',
  part: 'exams',
  fields: [
    { key: 'givenOn', label: 'Given on', type: 'day', required: true, not: 'future' },
    { key: 'signedOn', label: 'Signed on', type: 'day', not: 'future', help: 'Empty until it has come back.' },
    { key: 'signedBy', label: 'Signed by', type: 'choice', choices: NOTICE_SIGNERS },
    { key: 'document', label: 'Signed notice', type: 'document' },
  ],
  check: (values) => [
    ...daysInOrder(values, 'givenOn', 'signedOn', 'is before it was given'),
    ...(textIn(values, 'signedOn') !== '' && textIn(values, 'signedBy') === ''
      ? [{ field: 'signedBy', reason: 'is missing: say who signed' }]
      : []),
  ],
  notices: (values) =>
    textIn(values, 'signedOn') === '' ? [{ field: 'signedOn', words: 'Given, not signed: no application can go', weight: 'near' }] : [],
  line: (values) =>
    joined(textIn(values, 'signedOn') === '' ? 'not signed yet' : 'signed', choiceWords(NOTICE_SIGNERS, values.signedBy).toLowerCase()),
  onDay: 'givenOn',
  read: 'read-casework',
  write: 'keep-record',
};
