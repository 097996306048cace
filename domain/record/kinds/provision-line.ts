import { vagueAmountsIn } from '#domain/plans/wording.ts';
import { daysInOrder, joined, type Notice, numberIn, type RecordKind, textIn, type Values } from '#domain/record/kind.ts';

/** What is given, by whom, how long, how often, in what group and where, from when to when: to be timetabled, costed and checked. */
export const PROVISION_LINE: RecordKind = {
  name: 'provision-line',
  title: 'Provision',
  titles: 'Provision',
  part: 'provision',
  fields: [
    { key: 'what', label: 'What', type: 'passage', required: true, most: 1000 },
    { key: 'rank', label: 'Order', type: 'whole', least: 1, most: 99, help: 'Left empty, it goes to the end.' },
    { key: 'person', label: 'Who', type: 'person' },
    { key: 'who', label: 'Who, if not a member of staff', type: 'line', most: 200 },
    { key: 'minutes', label: 'Minutes each time', type: 'whole', least: 1, most: 1440, unit: 'min' },
    { key: 'timesAWeek', label: 'Times a week', type: 'number', least: 0.1, most: 60, decimals: 1 },
    { key: 'groupSize', label: 'Pupils in the group', type: 'whole', least: 1, most: 60 },
    { key: 'place', label: 'Where', type: 'line', most: 200 },
    { key: 'from', label: 'From', type: 'day' },
    { key: 'to', label: 'Until', type: 'day' },
    { key: 'need', label: 'For which need', type: 'need' },
    { key: 'goal', label: 'For which goal', type: 'goal' },
    { key: 'misses', label: 'Lesson missed for it', type: 'line', most: 100 },
    {
      key: 'section',
      label: 'Section of the plan',
      type: 'choice',
      choices: [
        { value: 'F', words: 'F: special educational provision' },
        { value: 'G', words: 'G: health provision' },
        { value: 'H', words: 'H: social care provision' },
      ],
      onlyIn: 'england',
    },
    { key: 'yearlyCost', label: 'Cost a year', type: 'pence', least: 0, most: 100_000_000, group: 'Cost' },
  ],
  check: (values) => daysInOrder(values, 'from', 'to', 'is before it begins'),
  notices: (values) => [...vagueNotices(values), ...gapNotices(values)],
  line: (values) => {
    const [minutes, times] = [numberIn(values, 'minutes'), numberIn(values, 'timesAWeek')];
    return joined(
      textIn(values, 'what'),
      minutes !== null && `${minutes} min`,
      times !== null && `${times} a week`,
      textIn(values, 'place'),
    );
  },
  onDay: 'from',
  read: 'open-pupil',
  write: 'keep-record',
};

/** "As required", "regular access" and "up to" are no amounts: nobody can be held to them (duty 2 A3). */
const vagueNotices = (values: Values): readonly Notice[] =>
  vagueAmountsIn(textIn(values, 'what')).map((phrase) => ({
    field: 'what',
    words: `“${phrase}” is not an amount: say how long, how often, with whom.`,
    weight: 'near',
  }));

/** The parts that 34 CFR 300.320(a)(7) and England's section F both need before a line can be checked. */
const gapNotices = (values: Values): readonly Notice[] => {
  const gaps = [
    textIn(values, 'person') === '' && textIn(values, 'who') === '' && ['person', 'who'],
    numberIn(values, 'minutes') === null && ['minutes', 'how long'],
    numberIn(values, 'timesAWeek') === null && ['timesAWeek', 'times a week'],
    textIn(values, 'place') === '' && ['place', 'where'],
    textIn(values, 'from') === '' && ['from', 'from when'],
    textIn(values, 'to') === '' && ['to', 'until when'],
  ].filter((gap): gap is [string, string] => gap !== false);
  return gaps.length === 0 ? [] : [{ field: gaps[0]![0], words: `Not said: ${gaps.map(([, words]) => words).join(', ')}`, weight: 'near' }];
};
