import { choiceWords, daysInOrder, type Fault, joined, type RecordKind, textIn, type Values } from '#domain/record/kind.ts';

export const OUTSIDE_STATES = [
  { value: 'sent', words: 'Sent' },
  { value: 'waiting', words: 'On the waiting list' },
  { value: 'seen', words: 'Being seen' },
  { value: 'declined', words: 'Declined' },
  { value: 'closed', words: 'Closed' },
] as const;

/** A referral to somebody outside, with its age and its last chase, so that it can be escalated (duty 5). */
export const OUTSIDE_REFERRAL: RecordKind = {
  name: 'outside-referral',
  title: 'Outside referral',
  titles: 'Outside referrals',
  part: 'agencies',
  fields: [
    { key: 'agency', label: 'Agency', type: 'agency' },
    { key: 'to', label: 'To', type: 'line', required: true, most: 200 },
    { key: 'forWhat', label: 'For what', type: 'passage', required: true, most: 1000 },
    { key: 'state', label: 'Where it stands', type: 'choice', required: true, choices: OUTSIDE_STATES },
    { key: 'sentOn', label: 'Sent on', type: 'day', required: true, not: 'future' },
    { key: 'receivedOn', label: 'Received by them on', type: 'day', not: 'future' },
    { key: 'consent', label: 'The family agrees', type: 'yes-no' },
    { key: 'expectedOn', label: 'Expected on', type: 'day', help: 'What they said about the wait.' },
    { key: 'chasedOn', label: 'Last chased on', type: 'day', not: 'future' },
    { key: 'chasedHow', label: 'How, and what was said', type: 'passage', most: 1000 },
    { key: 'endedOn', label: 'Seen, declined or closed on', type: 'day', not: 'future' },
    { key: 'outcome', label: 'What came of it', type: 'passage' },
  ],
  check: (values) => [
    ...daysInOrder(values, 'sentOn', 'receivedOn', 'is before it was sent'),
    ...daysInOrder(values, 'sentOn', 'chasedOn', 'is before it was sent'),
    ...daysInOrder(values, 'sentOn', 'endedOn', 'is before it was sent'),
    ...endFaults(values),
  ],
  line: (values) => joined(textIn(values, 'to'), textIn(values, 'forWhat'), choiceWords(OUTSIDE_STATES, values.state).toLowerCase()),
  onDay: 'sentOn',
  finishes: { words: 'Declined or closed', when: (values) => values.state === 'declined' || values.state === 'closed' },
  read: 'read-casework',
  write: 'keep-record',
};

const endFaults = (values: Values): readonly Fault[] =>
  (values.state === 'declined' || values.state === 'closed') && textIn(values, 'endedOn') === ''
    ? [{ field: 'endedOn', reason: 'is missing: say on which day it ended' }]
    : [];
