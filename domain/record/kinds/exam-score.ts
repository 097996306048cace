import {
  type Choice,
  choiceWords,
  daysInOrder,
  joined,
  type Notice,
  numberIn,
  type RecordKind,
  textIn,
  type Values,
} from '#domain/record/kind.ts';

export const EXAM_SCORE_AREAS: readonly Choice[] = [
  { value: 'reading-speed', words: 'Reading speed' },
  { value: 'reading-accuracy', words: 'Reading accuracy' },
  { value: 'reading-comprehension', words: 'Reading comprehension' },
  { value: 'writing-speed', words: 'Writing speed' },
  { value: 'spelling', words: 'Spelling' },
  { value: 'writing-legibility', words: 'Writing that can be read' },
  { value: 'phonological', words: 'Phonological processing' },
  { value: 'working-memory', words: 'Working memory' },
  { value: 'processing-speed', words: 'Processing speed' },
  { value: 'language', words: 'Language' },
];

/** A line below which a score is taken to support an arrangement: data with its date and where it comes from, not law. */
export type ScoreLine = {
  readonly most: number;
  readonly words: string;
  readonly asOf: string;
  readonly source: string;
  readonly verified: boolean;
};

/**
 * A standardised score (mean 100, deviation 15) more than one deviation below the mean. It is the line that the yearly regulations of the
 * awarding bodies are known for; it was not read in them, so it is shown as not verified and decides nothing by itself.
 */
export const SCORE_LINE: ScoreLine = {
  most: 84,
  words: 'below average, 84 or less',
  asOf: '2026-09-01',
  source: 'Access arrangements regulations of the Joint Council for Qualifications, yearly',
  verified: false,
};

/** What an assessor found, with which instrument, and what entitles them to say so. */
export const EXAM_SCORE: RecordKind = {
  name: 'exam-score',
  title: 'Assessor’s score',
  titles: 'Assessor’s scores',
  part: 'exams',
  fields: [
    { key: 'area', label: 'What was tested', type: 'choice', required: true, choices: EXAM_SCORE_AREAS },
    { key: 'instrument', label: 'Instrument', type: 'line', required: true, most: 200 },
    { key: 'edition', label: 'Edition', type: 'line', most: 60 },
    { key: 'on', label: 'Tested on', type: 'day', required: true, not: 'future' },
    {
      key: 'standard',
      label: 'Standardised score',
      type: 'whole',
      required: true,
      least: 40,
      most: 160,
      help: 'Mean 100, standard deviation 15.',
    },
    { key: 'assessor', label: 'Assessor', type: 'line', required: true, most: 120 },
    { key: 'qualification', label: 'Qualification', type: 'line', required: true, most: 200, help: 'The course and the awarding body.' },
    { key: 'seenOn', label: 'Certificate seen on', type: 'day', not: 'future' },
    { key: 'findings', label: 'What was found', type: 'passage', most: 2000 },
    { key: 'document', label: 'Report', type: 'document' },
  ],
  check: (values) => daysInOrder(values, 'seenOn', 'on', 'is before the certificate was seen: the assessor is checked first'),
  notices: (values) => scoreNotices(values),
  line: (values) =>
    joined(
      `${choiceWords(EXAM_SCORE_AREAS, values.area)} ${numberIn(values, 'standard') ?? ''}`.trim(),
      textIn(values, 'instrument'),
      textIn(values, 'assessor'),
    ),
  onDay: 'on',
  read: 'open-pupil',
  write: 'record-assessment',
};

const scoreNotices = (values: Values): readonly Notice[] => {
  const standard = numberIn(values, 'standard');
  return [
    ...(standard === null
      ? []
      : [
          {
            field: 'standard',
            words: `${standard <= SCORE_LINE.most ? 'At or under' : 'Over'} the line of ${SCORE_LINE.most} (not verified: check this year’s regulations)`,
            weight: 'info' as const,
          },
        ]),
    ...(textIn(values, 'seenOn') === ''
      ? [{ field: 'seenOn', words: 'The assessor’s certificate has not been seen', weight: 'near' as const }]
      : []),
  ];
};
