import { choiceWords, daysInOrder, joined, type Notice, type RecordKind, textIn, type Values } from '#domain/record/kind.ts';

export const CONSENT_FOR = [
  { value: 'evaluation', words: 'Evaluation', onlyIn: 'idea' },
  { value: 'services', words: 'First services', onlyIn: 'idea' },
  { value: 're-evaluation', words: 'Re-evaluation', onlyIn: 'idea' },
  { value: 'sharing', words: 'Sharing with others' },
  { value: 'assessment', words: 'Assessment by a specialist' },
  { value: 'intervention', words: 'Intervention or therapy' },
  { value: 'medical', words: 'Medicine in school' },
  { value: 'images', words: 'Pictures and recordings' },
  { value: 'other', words: 'Something else' },
] as const;

/**
 * A permission with its scope and last day. The day it was **received** is kept apart from the day it was signed: in the United States the
 * evaluation clock begins with the first (us.eval.initial, duty 1 A3).
 */
export const CONSENT: RecordKind = {
  name: 'consent',
  title: 'Consent',
  titles: 'Consents',
  part: 'contacts',
  fields: [
    { key: 'purpose', label: 'For what', type: 'choice', choices: CONSENT_FOR },
    { key: 'scope', label: 'Scope', type: 'line', required: true, most: 300, help: 'What exactly may be done, and with whom.' },
    { key: 'contact', label: 'Given by', type: 'contact' },
    { key: 'askedOn', label: 'Asked on', type: 'day', not: 'future' },
    { key: 'signedOn', label: 'Signed on', type: 'day', not: 'future' },
    {
      key: 'receivedOn',
      label: 'Received on',
      type: 'day',
      not: 'future',
      help: 'The day it reached the school or the district. The clock runs from this day.',
    },
    { key: 'expiresOn', label: 'Ends on', type: 'day' },
    { key: 'refusedOn', label: 'Refused on', type: 'day', not: 'future' },
    { key: 'withdrawnOn', label: 'Withdrawn on', type: 'day', not: 'future' },
    { key: 'how', label: 'How it was given', type: 'line', most: 200 },
    { key: 'document', label: 'Document', type: 'document' },
  ],
  check: (values) => [
    ...daysInOrder(values, 'askedOn', 'receivedOn', 'is before it was asked for'),
    ...daysInOrder(values, 'signedOn', 'receivedOn', 'is before it was signed'),
    ...daysInOrder(values, 'receivedOn', 'expiresOn', 'is before it was received'),
    ...daysInOrder(values, 'receivedOn', 'withdrawnOn', 'is before it was received'),
    ...(textIn(values, 'refusedOn') !== '' && textIn(values, 'receivedOn') !== ''
      ? [{ field: 'refusedOn', reason: 'cannot stand beside the day on which consent was received' }]
      : []),
    ...(textIn(values, 'withdrawnOn') !== '' && textIn(values, 'receivedOn') === ''
      ? [{ field: 'withdrawnOn', reason: 'cannot stand without the day on which consent was received' }]
      : []),
  ],
  notices: (values) => receivedNotices(values),
  line: (values) =>
    joined(textIn(values, 'purpose') && choiceWords(CONSENT_FOR, values.purpose), textIn(values, 'scope'), standing(values)),
  onDay: 'receivedOn',
  finishes: { words: 'Received', when: (values) => textIn(values, 'receivedOn') !== '' },
  read: 'read-casework',
  write: 'keep-contacts',
};

const standing = (values: Values): string => {
  if (textIn(values, 'withdrawnOn')) return 'withdrawn';
  if (textIn(values, 'refusedOn')) return 'refused';
  return textIn(values, 'receivedOn') ? '' : 'not in yet';
};

const receivedNotices = (values: Values): readonly Notice[] =>
  textIn(values, 'signedOn') !== '' && textIn(values, 'receivedOn') === ''
    ? [{ field: 'receivedOn', words: 'Signed, not received: no clock runs yet.', weight: 'near' }]
    : [];
