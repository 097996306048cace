import { choiceWords, joined, type RecordKind, textIn } from '#domain/record/kind.ts';
import { SCORE_FIELDS, scoreFaults, scoreLine, scoreNotices } from './score-fields.ts';

export const ASSESSMENT_SORTS = [
  { value: 'test', words: 'Test' },
  { value: 'observation', words: 'Observation' },
  { value: 'hearing', words: 'Hearing check' },
  { value: 'vision', words: 'Vision check' },
  { value: 'report', words: 'Specialist’s report' },
] as const;

/** One finding by one assessor: a test with its norms, an observation, a check of hearing or vision, a report. */
export const ASSESSMENT: RecordKind = {
  name: 'assessment',
  title: 'Assessment',
  titles: 'Assessments',
  part: 'assessments',
  fields: [
    { key: 'sort', label: 'What it is', type: 'choice', required: true, choices: ASSESSMENT_SORTS },
    ...SCORE_FIELDS,
    { key: 'by', label: 'Assessor', type: 'person' },
    { key: 'byWords', label: 'Assessor from elsewhere', type: 'line', most: 200, help: 'Name, profession and service.' },
    { key: 'findings', label: 'What was found', type: 'passage' },
    { key: 'advice', label: 'What is advised', type: 'passage' },
    { key: 'document', label: 'Report', type: 'document' },
    { key: 'confirmed', label: 'I have checked this against the report', type: 'yes-no' },
  ],
  check: scoreFaults,
  notices: scoreNotices,
  line: (values) =>
    joined(
      values.sort === 'test' ? scoreLine(values) : joined(choiceWords(ASSESSMENT_SORTS, values.sort), scoreLine(values)),
      textIn(values, 'findings'),
    ),
  onDay: 'on',
  finishes: { words: 'Confirmed', when: (values) => values.confirmed === true },
  read: 'open-pupil',
  write: 'record-assessment',
};
