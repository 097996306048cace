import { choiceWords, type Fault, joined, numberIn, type RecordKind, textIn, type Values } from '#domain/record/kind.ts';

export const SESSION_STATES = [
  { value: 'planned', words: 'Planned' },
  { value: 'delivered', words: 'Delivered' },
  { value: 'not-delivered', words: 'Not delivered' },
] as const;

/** Why a session did not take place; each is a reason of its own (duty 2 A4). */
export const NOT_DELIVERED = [
  { value: 'pupil-absent', words: 'Pupil absent' },
  { value: 'adult-absent', words: 'Adult absent' },
  { value: 'closure', words: 'School closed' },
  { value: 'timetable', words: 'Timetable: trip, test, event' },
  { value: 'refused', words: 'Pupil did not want to' },
  { value: 'other', words: 'Something else' },
] as const;

/** One time that provision was planned and took place, or did not and why. Minutes delivered are counted from these and nothing else. */
export const SESSION: RecordKind = {
  name: 'session',
  title: 'Session',
  titles: 'Sessions',
  part: 'provision',
  fields: [
    { key: 'line', label: 'Provision', type: 'provision-line' },
    { key: 'intervention', label: 'Intervention', type: 'intervention' },
    { key: 'on', label: 'Day', type: 'day', required: true },
    { key: 'state', label: 'Did it take place', type: 'choice', required: true, choices: SESSION_STATES },
    { key: 'planned', label: 'Minutes planned', type: 'whole', least: 1, most: 1440, unit: 'min' },
    { key: 'minutes', label: 'Minutes delivered', type: 'whole', least: 1, most: 1440, unit: 'min' },
    { key: 'whyNot', label: 'Why not', type: 'choice', choices: NOT_DELIVERED },
    { key: 'person', label: 'With whom', type: 'person' },
    { key: 'missed', label: 'Lesson missed for it', type: 'line', most: 100 },
    { key: 'note', label: 'What was done', type: 'passage' },
  ],
  check: (values) => [...aboutFaults(values), ...stateFaults(values)],
  line: (values) => joined([choiceWords(SESSION_STATES, values.state), howMuch(values)].filter(Boolean).join(', '), textIn(values, 'note')),
  onDay: 'on',
  finishes: { words: 'Recorded', when: (values) => values.state !== 'planned' },
  read: 'open-pupil',
  write: 'record-session',
  writeOthers: 'keep-record',
};

/** `10 of 15 min` where it was shorter or longer than planned, `15 min` where it was not, why not where it did not take place. */
const howMuch = (values: Values): string => {
  const why = choiceWords(NOT_DELIVERED, values.whyNot);
  if (values.state === 'not-delivered') return `${why[0]?.toLowerCase() ?? ''}${why.slice(1)}`;
  const [minutes, planned] = [numberIn(values, 'minutes'), numberIn(values, 'planned')];
  if (minutes !== null && planned !== null && minutes !== planned) return `${minutes} of ${planned} min`;
  const known = minutes ?? planned;
  return known === null ? '' : `${known} min`;
};

const aboutFaults = (values: Values): readonly Fault[] =>
  textIn(values, 'line') === '' && textIn(values, 'intervention') === ''
    ? [{ field: 'line', reason: 'is missing: say what provision or intervention this was' }]
    : [];

const stateFaults = (values: Values): readonly Fault[] => {
  const [delivered, why] = [numberIn(values, 'minutes') !== null, textIn(values, 'whyNot') !== ''];
  switch (values.state) {
    case 'delivered':
      return [
        ...(delivered ? [] : [{ field: 'minutes', reason: 'is missing: say how long it lasted' }]),
        ...(why ? [{ field: 'whyNot', reason: 'cannot stand beside a session that took place' }] : []),
      ];
    case 'not-delivered':
      return [
        ...(why ? [] : [{ field: 'whyNot', reason: 'is missing: say why it did not take place' }]),
        ...(delivered ? [{ field: 'minutes', reason: 'cannot stand beside a session that did not take place' }] : []),
      ];
    default:
      return delivered ? [{ field: 'minutes', reason: 'cannot stand beside a session that is only planned' }] : [];
  }
};
