import {
  type Choice,
  choiceWords,
  daysInOrder,
  type Fault,
  joined,
  type Notice,
  type RecordKind,
  textIn,
  type Values,
} from '#domain/record/kind.ts';

/** What a candidate may be given in a public exam, in the words of exams offices in England. */
export const EXAM_ARRANGEMENTS: readonly Choice[] = [
  { value: 'extra-time', words: 'Extra time, up to 25 per cent' },
  { value: 'more-extra-time', words: 'Extra time, more than 25 per cent' },
  { value: 'rest-breaks', words: 'Supervised rest breaks' },
  { value: 'reader', words: 'Reader' },
  { value: 'computer-reader', words: 'Computer reader' },
  { value: 'reading-pen', words: 'Examination reading pen' },
  { value: 'scribe', words: 'Scribe' },
  { value: 'speech-recognition', words: 'Speech recognition technology' },
  { value: 'word-processor', words: 'Word processor, spelling check off' },
  { value: 'prompter', words: 'Prompter' },
  { value: 'separate-room', words: 'Smaller room' },
  { value: 'overlay', words: 'Coloured overlay or paper' },
  { value: 'modified-papers', words: 'Modified papers' },
  { value: 'practical-assistant', words: 'Practical assistant' },
  { value: 'sign-language', words: 'Sign language interpreter' },
  { value: 'other', words: 'Something else' },
];

export const EXAM_STATES: readonly Choice[] = [
  { value: 'considered', words: 'Being looked at' },
  { value: 'trial', words: 'Tried in lessons and tests' },
  { value: 'applied', words: 'Applied for' },
  { value: 'approved', words: 'Approved' },
  { value: 'centre', words: 'Given by the school itself' },
  { value: 'refused', words: 'Refused' },
  { value: 'ended', words: 'No longer needed' },
];

/** One access arrangement for public exams: what, for which need, where it stands, until when it holds. */
export const EXAM_ARRANGEMENT: RecordKind = {
  name: 'exam-arrangement',
  title: 'Exam arrangement',
  titles: 'Exam arrangements',
  part: 'exams',
  fields: [
    { key: 'arrangement', label: 'Arrangement', type: 'choice', required: true, choices: EXAM_ARRANGEMENTS },
    { key: 'words', label: 'How exactly', type: 'line', most: 300, help: 'For example: in papers with long answers only.' },
    { key: 'need', label: 'For which need', type: 'need' },
    { key: 'why', label: 'How the need shows in timed work', type: 'passage', most: 2000 },
    { key: 'state', label: 'Where it stands', type: 'choice', required: true, choices: EXAM_STATES },
    { key: 'from', label: 'Usual way of working since', type: 'day', not: 'future' },
    { key: 'appliedOn', label: 'Applied on', type: 'day', not: 'future' },
    { key: 'approvedOn', label: 'Approved on', type: 'day', not: 'future' },
    { key: 'reference', label: 'Reference of the application', type: 'line', most: 60 },
    { key: 'expiresOn', label: 'Holds until', type: 'day', help: 'The last day, as the approval says.' },
    { key: 'document', label: 'Approval', type: 'document' },
  ],
  check: (values) => [
    ...daysInOrder(values, 'appliedOn', 'approvedOn', 'is before it was applied for'),
    ...daysInOrder(values, 'approvedOn', 'expiresOn', 'is before it was approved'),
    ...datesOfState(values),
  ],
  notices: (values) => arrangementNotices(values),
  line: (values) =>
    joined(
      choiceWords(EXAM_ARRANGEMENTS, values.arrangement),
      textIn(values, 'words'),
      choiceWords(EXAM_STATES, values.state).toLowerCase(),
    ),
  onDay: 'approvedOn',
  read: 'open-pupil',
  write: 'keep-record',
};

const datesOfState = (values: Values): readonly Fault[] => {
  if (values.state === 'applied' && textIn(values, 'appliedOn') === '')
    return [{ field: 'appliedOn', reason: 'is missing: say when it was applied for' }];
  return values.state === 'approved' && textIn(values, 'approvedOn') === ''
    ? [{ field: 'approvedOn', reason: 'is missing: say when it was approved' }]
    : [];
};

const arrangementNotices = (values: Values): readonly Notice[] => [
  ...(values.state === 'approved' && textIn(values, 'expiresOn') === ''
    ? [{ field: 'expiresOn', words: 'Approved, with no last day: copy it from the approval', weight: 'near' as const }]
    : []),
  ...(textIn(values, 'need') === '' ? [{ field: 'need', words: 'No need is named', weight: 'info' as const }] : []),
];
