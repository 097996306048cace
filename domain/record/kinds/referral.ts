import { choiceWords, daysInOrder, joined, type Notice, type RecordKind, textIn, type Values } from '#domain/record/kind.ts';
import { AREAS } from './areas.ts';
import { decisionFaults, OUTCOMES } from './concern.ts';

export const REFERRED_TO = [
  { value: 'coordinator', words: 'The coordinator: screen, watch or refer' },
  { value: 'council', words: 'The council: EHC needs assessment', onlyIn: 'england' },
  { value: 'district', words: 'The district: evaluation', onlyIn: 'idea' },
] as const;

/**
 * A request that somebody decides on. Where it goes to a council or district, the day it was sent and the day it was received are asked
 * for apart: the law's clock runs from the second (duty 1 A3; eng.ehc.decision, us.request.response).
 */
export const REFERRAL: RecordKind = {
  name: 'referral',
  title: 'Referral',
  titles: 'Referrals',
  part: 'assessments',
  fields: [
    { key: 'to', label: 'To whom', type: 'choice', required: true, choices: REFERRED_TO },
    { key: 'words', label: 'What is asked, and why now', type: 'passage', required: true },
    { key: 'raisedOn', label: 'Raised on', type: 'day', required: true, not: 'future' },
    { key: 'raisedBy', label: 'Raised by', type: 'person' },
    { key: 'raisedByWords', label: 'Raised by someone else', type: 'line', most: 200 },
    { key: 'areas', label: 'Areas', type: 'choices', choices: AREAS },
    { key: 'examples', label: 'What was seen, where and how often', type: 'passage' },
    { key: 'strengths', label: 'What goes well', type: 'passage' },
    { key: 'tried', label: 'What was tried', type: 'passage' },
    { key: 'parentView', label: 'What the family says', type: 'passage' },
    { key: 'pupilView', label: 'What the pupil says', type: 'passage' },
    { key: 'sentOn', label: 'Sent on', type: 'day', not: 'future', group: 'Sent and received', help: 'The day it left the school.' },
    {
      key: 'receivedOn',
      label: 'Received by them on',
      type: 'day',
      not: 'future',
      group: 'Sent and received',
      help: 'The day it reached the council or the district. Their clock runs from this day, not from the day it was sent.',
    },
    {
      key: 'receivedHow',
      label: 'How that is known',
      type: 'line',
      most: 200,
      group: 'Sent and received',
      help: 'Their receipt, a letter, a call.',
    },
    { key: 'outcome', label: 'Decided', type: 'choice', choices: OUTCOMES, group: 'Decision' },
    { key: 'outcomeWhy', label: 'Why', type: 'passage', group: 'Decision' },
    { key: 'outcomeOn', label: 'Decided on', type: 'day', not: 'future', group: 'Decision' },
    { key: 'lookAgainOn', label: 'Look again on', type: 'day', group: 'Decision' },
  ],
  check: (values) => [
    ...daysInOrder(values, 'sentOn', 'receivedOn', 'is before it was sent'),
    ...daysInOrder(values, 'raisedOn', 'outcomeOn', 'is before it was raised'),
    ...decisionFaults(values, 'outcome', 'outcomeWhy', 'outcomeOn'),
  ],
  notices: (values) => receiptNotices(values),
  line: (values) =>
    joined(
      `To ${choiceWords(REFERRED_TO, values.to).replace(/^The/, 'the').replace(/:.*/, '')}: ${textIn(values, 'words')}`,
      textIn(values, 'outcome') && `decided: ${choiceWords(OUTCOMES, values.outcome)}`,
    ),
  onDay: 'raisedOn',
  finishes: { words: 'Received or decided', when: (values) => textIn(values, 'receivedOn') !== '' || textIn(values, 'outcomeOn') !== '' },
  read: 'read-casework',
  write: 'raise-concern',
  writeOthers: 'keep-record',
};

const receiptNotices = (values: Values): readonly Notice[] =>
  values.to !== 'coordinator' && textIn(values, 'sentOn') !== '' && textIn(values, 'receivedOn') === ''
    ? [{ field: 'receivedOn', words: 'No clock runs yet: ask when they received it.', weight: 'near' }]
    : [];
