import { daysInOrder, type RecordKind, textIn } from '#domain/record/kind.ts';
import { decisionFaults, OUTCOMES } from './concern.ts';
import { SCORE_FIELDS, scoreFaults, scoreLine, scoreNotices } from './score-fields.ts';

/** A short test of many pupils. In the United States it is not an evaluation and needs no consent (us.screening, 34 CFR 300.302). */
export const SCREENING: RecordKind = {
  name: 'screening',
  title: 'Screening',
  titles: 'Screenings',
  part: 'assessments',
  fields: [
    ...SCORE_FIELDS,
    { key: 'by', label: 'Taken by', type: 'person' },
    { key: 'notTested', label: 'Not tested, because', type: 'line', most: 200, help: 'Away both days, say. Then there is no score.' },
    { key: 'outcome', label: 'Decided', type: 'choice', choices: OUTCOMES, group: 'Decision' },
    { key: 'outcomeWhy', label: 'Why', type: 'passage', group: 'Decision' },
    { key: 'outcomeOn', label: 'Decided on', type: 'day', not: 'future', group: 'Decision' },
    { key: 'lookAgainOn', label: 'Look again on', type: 'day', group: 'Decision' },
  ],
  check: (values) => [
    ...scoreFaults(values),
    ...(textIn(values, 'notTested') !== '' && (values.raw !== null || values.standard !== null)
      ? [{ field: 'notTested', reason: 'cannot stand beside a score' }]
      : []),
    ...daysInOrder(values, 'on', 'outcomeOn', 'is before the test'),
    ...decisionFaults(values, 'outcome', 'outcomeWhy', 'outcomeOn'),
  ],
  notices: scoreNotices,
  line: (values) =>
    textIn(values, 'notTested') ? `${textIn(values, 'instrument')} · not tested: ${textIn(values, 'notTested')}` : scoreLine(values),
  onDay: 'on',
  finishes: { words: 'Decided', when: (values) => textIn(values, 'outcomeOn') !== '' && textIn(values, 'outcome') !== '' },
  read: 'open-pupil',
  write: 'record-assessment',
};
