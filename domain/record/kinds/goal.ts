import { daysInOrder, type Fault, joined, type Notice, numberIn, type RecordKind, textIn, type Values } from '#domain/record/kind.ts';
import { AREAS } from './areas.ts';

export const GOAL_STATES = [
  { value: 'open', words: 'Being worked at' },
  { value: 'met', words: 'Met' },
  { value: 'stopped', words: 'Stopped' },
] as const;

/** What stops a goal being marked ready, by field (duty 2 A1): each is named, so that the one fitting value can be asked for. */
export const goalGapsIn = (values: Values): readonly Fault[] =>
  [
    textIn(values, 'measure') === '' && { field: 'measure', reason: 'no measure' },
    numberIn(values, 'baseline') === null && { field: 'baseline', reason: 'no baseline' },
    textIn(values, 'criterion') === '' && { field: 'criterion', reason: 'no criterion' },
    textIn(values, 'targetOn') === '' && { field: 'targetOn', reason: 'no date' },
  ].filter((gap): gap is Fault => gap !== false);

/** What should be reached, from where, how it is measured, and by when. */
export const GOAL: RecordKind = {
  name: 'goal',
  title: 'Goal',
  titles: 'Goals',
  part: 'plan',
  fields: [
    { key: 'words', label: 'Goal', type: 'passage', required: true, most: 1000 },
    { key: 'rank', label: 'Order', type: 'whole', least: 1, most: 99, help: 'Left empty, it goes to the end.' },
    { key: 'area', label: 'Area', type: 'line', most: 100, help: `Writing, say, or ${AREAS[0]!.words.toLowerCase()}.` },
    { key: 'need', label: 'For which need', type: 'need' },
    { key: 'measure', label: 'Measure', type: 'line', most: 200, help: 'What is counted or tested: words written in ten minutes.' },
    { key: 'unit', label: 'Unit', type: 'line', most: 60 },
    { key: 'baseline', label: 'Baseline', type: 'number', least: -100_000, most: 100_000, decimals: 3 },
    { key: 'baselineOn', label: 'Baseline taken on', type: 'day', not: 'future' },
    { key: 'criterion', label: 'Criterion', type: 'line', most: 300, help: 'When it counts as met: 60 words, twice running.' },
    { key: 'target', label: 'Figure to reach', type: 'number', least: -100_000, most: 100_000, decimals: 3 },
    { key: 'targetOn', label: 'By when', type: 'day' },
    {
      key: 'improves',
      label: 'Better is',
      type: 'choice',
      otherwise: 'up',
      choices: [
        { value: 'up', words: 'More' },
        { value: 'down', words: 'Less' },
      ],
    },
    { key: 'ready', label: 'Ready', type: 'yes-no', help: 'Only with a measure, a baseline, a criterion and a date.' },
    { key: 'state', label: 'Where it stands', type: 'choice', choices: GOAL_STATES, otherwise: 'open' },
    { key: 'metOn', label: 'Met on', type: 'day', not: 'future' },
    { key: 'stoppedWhy', label: 'Stopped, because', type: 'passage' },
  ],
  check: (values) => [
    ...(values.ready === true
      ? goalGapsIn(values).map(({ field, reason }) => ({ field, reason: `is missing: a goal is ready only with it (${reason})` }))
      : []),
    ...daysInOrder(values, 'baselineOn', 'targetOn', 'is before the baseline was taken'),
    ...(values.state === 'stopped' && textIn(values, 'stoppedWhy') === ''
      ? [{ field: 'stoppedWhy', reason: 'is missing: say why it was stopped' }]
      : []),
    ...(textIn(values, 'metOn') !== '' && values.state !== 'met'
      ? [{ field: 'state', reason: 'is not Met, though there is a day on which it was met' }]
      : []),
  ],
  notices: (values) => readiness(values),
  line: (values) =>
    joined(textIn(values, 'words'), values.state !== 'open' && GOAL_STATES.find(({ value }) => value === values.state)?.words),
  onDay: 'baselineOn',
  finishes: { words: 'Met or stopped', when: (values) => values.state === 'met' || values.state === 'stopped' },
  read: 'open-pupil',
  write: 'keep-record',
};

const readiness = (values: Values): readonly Notice[] => {
  const gaps = goalGapsIn(values);
  return gaps.length === 0
    ? []
    : [{ field: gaps[0]!.field, words: `Not ready: ${gaps.map(({ reason }) => reason).join(', ')}`, weight: 'near' }];
};
