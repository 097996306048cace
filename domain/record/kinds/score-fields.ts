import { type Fault, type Field, joined, type Notice, numberIn, textIn, type Values } from '#domain/record/kind.ts';
import { readScore, scoreSentence } from '#domain/record/score-reading.ts';

export const METHODS = [
  { value: 'score', words: 'Around the score itself' },
  { value: 'true-score', words: 'Around the estimated true score' },
  { value: 'manual', words: 'From the manual’s own table' },
] as const;

/** What a score rests on. Norm details are asked for because a raw score without them means nothing beside another test. */
export const SCORE_FIELDS: readonly Field[] = [
  { key: 'instrument', label: 'Test', type: 'line', required: true, most: 200, help: 'Name and form, as on the booklet.' },
  { key: 'edition', label: 'Edition or form', type: 'line', most: 100, group: 'Norms' },
  { key: 'on', label: 'Taken on', type: 'day', required: true, not: 'future' },
  { key: 'raw', label: 'Raw score', type: 'number', least: 0, most: 10_000, decimals: 2 },
  { key: 'rawMost', label: 'Raw score out of', type: 'number', least: 1, most: 10_000, decimals: 2 },
  { key: 'standard', label: 'Standard score', type: 'number', least: 0, most: 500, decimals: 2 },
  {
    key: 'normGroup',
    label: 'Norm group',
    type: 'line',
    most: 200,
    group: 'Norms',
    help: 'Whom the test was tried on: country, ages, year. Without it the score stays raw only.',
  },
  { key: 'mean', label: 'Mean of the scale', type: 'number', least: 0, most: 500, decimals: 2, group: 'Norms', help: 'Usually 100.' },
  {
    key: 'sd',
    label: 'Standard deviation of the scale',
    type: 'number',
    least: 0.1,
    most: 200,
    decimals: 2,
    group: 'Norms',
    help: 'Usually 15.',
  },
  { key: 'reliability', label: 'Reliability', type: 'number', least: 0, most: 0.999, decimals: 3, group: 'Norms' },
  {
    key: 'level',
    label: 'Confidence level',
    type: 'choice',
    choices: [
      { value: '95', words: '95 %' },
      { value: '90', words: '90 %' },
    ],
    group: 'Norms',
  },
  { key: 'method', label: 'How the interval is made', type: 'choice', choices: METHODS, group: 'Norms' },
  {
    key: 'low',
    label: 'Interval from',
    type: 'number',
    least: 0,
    most: 500,
    decimals: 2,
    group: 'Norms',
    help: 'As the manual prints it.',
  },
  { key: 'high', label: 'Interval to', type: 'number', least: 0, most: 500, decimals: 2, group: 'Norms' },
  {
    key: 'attendance',
    label: 'Attendance at the time',
    type: 'number',
    least: 0,
    most: 100,
    decimals: 1,
    unit: '%',
    group: 'Read it with',
    help: 'Left empty, the attendance of the record is shown beside the score.',
  },
  { key: 'language', label: 'Language it was taken in', type: 'language', group: 'Read it with' },
  { key: 'readWith', label: 'Anything to read it with', type: 'passage', group: 'Read it with', help: 'Large print, a bad day, a reader.' },
];

/** What does not fit together in a score. Nothing is converted here; that is a matter of reading it. */
export const scoreFaults = (values: Values): readonly Fault[] => {
  const [raw, most, low, high] = ['raw', 'rawMost', 'low', 'high'].map((key) => numberIn(values, key)) as (number | null)[];
  const faults: Fault[] = [];
  if (raw != null && most != null && raw > most) faults.push({ field: 'raw', reason: `is more than the ${most} that can be reached` });
  if (low != null && high != null && high < low) faults.push({ field: 'high', reason: 'is less than where the interval begins' });
  if (textIn(values, 'method') === 'manual' && (low == null || high == null))
    faults.push({ field: low == null ? 'low' : 'high', reason: 'is needed where the interval comes from the manual' });
  return faults;
};

/** `Raw score only`, or how the interval was made: each with what it rests on. */
export const scoreNotices = (values: Values): readonly Notice[] => {
  const reading = readScore(values);
  switch (reading.kind) {
    case 'none':
      return [];
    case 'raw-only':
      return [{ field: reading.missing[0] ?? null, words: `Raw only: ${reading.because}. Not converted.`, weight: 'near' }];
    case 'point':
      return [{ field: 'reliability', words: `No interval: ${reading.because}.`, weight: 'near' }];
    case 'interval':
      return [{ field: null, words: reading.how, weight: 'info' }];
    default:
      return reading satisfies never;
  }
};

/** `Sentence Reading 3 · 72, 95 % interval 65 to 79`. */
export const scoreLine = (values: Values): string => joined(textIn(values, 'instrument'), scoreSentence(values));
