import { choiceWords, daysInOrder, type Fault, joined, numberIn, type RecordKind, textIn, type Values } from '#domain/record/kind.ts';

export const INTERVENTION_STATES = [
  { value: 'planned', words: 'Planned' },
  { value: 'running', words: 'Running' },
  { value: 'ended', words: 'Ended' },
  { value: 'stopped-early', words: 'Stopped early' },
] as const;

/** Something run for a set time, with a measure at entry and exit, so that it can be judged (duty 5). */
export const INTERVENTION: RecordKind = {
  name: 'intervention',
  title: 'Intervention',
  titles: 'Interventions',
  part: 'provision',
  fields: [
    { key: 'name', label: 'Intervention', type: 'line', required: true, most: 200 },
    { key: 'target', label: 'What it is for', type: 'passage', required: true, most: 1000 },
    {
      key: 'wave',
      label: 'Wave',
      type: 'choice',
      choices: [
        { value: '1', words: 'Universal' },
        { value: '2', words: 'Targeted' },
        { value: '3', words: 'Specialist' },
      ],
    },
    { key: 'state', label: 'Where it stands', type: 'choice', required: true, choices: INTERVENTION_STATES },
    { key: 'person', label: 'Led by', type: 'person' },
    { key: 'goal', label: 'For which goal', type: 'goal' },
    { key: 'group', label: 'Group', type: 'line', most: 100 },
    { key: 'groupSize', label: 'Pupils in the group', type: 'whole', least: 1, most: 60 },
    { key: 'from', label: 'From', type: 'day', required: true },
    { key: 'to', label: 'Until', type: 'day' },
    { key: 'minutes', label: 'Minutes each time', type: 'whole', least: 1, most: 1440, unit: 'min' },
    { key: 'timesAWeek', label: 'Times a week', type: 'number', least: 0.1, most: 60, decimals: 1 },
    { key: 'sessionsPlanned', label: 'Sessions planned', type: 'whole', least: 1, most: 1000 },
    { key: 'measure', label: 'Measure at entry and exit', type: 'line', most: 200, group: 'Entry and exit' },
    { key: 'entry', label: 'Score at entry', type: 'number', least: -100_000, most: 100_000, decimals: 3, group: 'Entry and exit' },
    { key: 'entryOn', label: 'Taken on', type: 'day', not: 'future', group: 'Entry and exit' },
    { key: 'exit', label: 'Score at exit', type: 'number', least: -100_000, most: 100_000, decimals: 3, group: 'Entry and exit' },
    { key: 'exitOn', label: 'Taken on', type: 'day', not: 'future', group: 'Entry and exit' },
    {
      key: 'error',
      label: 'Standard error of the measure',
      type: 'number',
      least: 0,
      most: 1000,
      decimals: 3,
      group: 'Entry and exit',
      help: 'From the manual; with it the change is shown with its uncertainty.',
    },
    { key: 'noExitWhy', label: 'No score at exit, because', type: 'line', most: 300, group: 'Entry and exit' },
    { key: 'stoppedWhy', label: 'Stopped early, because', type: 'passage', group: 'Entry and exit' },
    { key: 'next', label: 'Next step', type: 'passage', group: 'Entry and exit' },
    { key: 'misses', label: 'Lesson missed for it', type: 'line', most: 100 },
    { key: 'rate', label: 'Cost of an hour', type: 'pence', least: 0, most: 10_000_000, group: 'Cost' },
    { key: 'weeks', label: 'Weeks', type: 'whole', least: 1, most: 52, group: 'Cost' },
    { key: 'materials', label: 'Materials', type: 'pence', least: 0, most: 100_000_000, group: 'Cost' },
    { key: 'training', label: 'Training it needs', type: 'line', most: 200, group: 'Cost' },
  ],
  check: (values) => [
    ...daysInOrder(values, 'from', 'to', 'is before it begins'),
    ...daysInOrder(values, 'entryOn', 'exitOn', 'is before the score at entry'),
    ...exitFaults(values),
  ],
  line: (values) => joined(textIn(values, 'name'), choiceWords(INTERVENTION_STATES, values.state), textIn(values, 'group')),
  onDay: 'from',
  finishes: { words: 'Ended', when: (values) => values.state === 'ended' || values.state === 'stopped-early' },
  read: 'open-pupil',
  write: 'keep-record',
};

/** Nothing ends without a measure or a reason (duty 5 A2); stopping early is a state of its own, with its reason (A5). */
const exitFaults = (values: Values): readonly Fault[] => {
  if (values.state === 'stopped-early')
    return textIn(values, 'stoppedWhy') === '' ? [{ field: 'stoppedWhy', reason: 'is missing: say why it was stopped early' }] : [];
  if (values.state !== 'ended' || numberIn(values, 'exit') !== null || textIn(values, 'noExitWhy') !== '') return [];
  return [{ field: 'exit', reason: 'is missing: an intervention ends with a score, or with the reason why there is none' }];
};
