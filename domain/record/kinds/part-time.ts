import { daysInOrder, type Fault, joined, numberIn, type RecordKind, textIn } from '#domain/record/kind.ts';

/** A timetable of less than the whole week, agreed for a time. It is looked at again on a day, or ends. */
export const PART_TIME: RecordKind = {
  name: 'part-time',
  title: 'Part-time timetable',
  titles: 'Part-time timetables',
  part: 'attendance',
  fields: [
    { key: 'from', label: 'From', type: 'day', required: true },
    { key: 'to', label: 'Until', type: 'day' },
    { key: 'hoursAWeek', label: 'Hours a week in school', type: 'number', least: 0, most: 60, decimals: 2, unit: 'hours' },
    { key: 'reviewOn', label: 'Next review', type: 'day' },
    { key: 'why', label: 'Reason', type: 'passage' },
  ],
  check: (values): readonly Fault[] => [
    ...daysInOrder(values, 'from', 'to', 'is before it began'),
    ...daysInOrder(values, 'from', 'reviewOn', 'is before it began'),
  ],
  notices: (values) => (values.to || values.reviewOn ? [] : [{ field: 'reviewOn', words: 'No end and no review agreed', weight: 'near' }]),
  line: (values) => {
    const hours = numberIn(values, 'hoursAWeek');
    return joined(hours === null ? 'Hours not recorded' : `${hours} hours a week`, textIn(values, 'why'));
  },
  onDay: 'from',
  read: 'open-pupil',
  write: 'keep-record',
};
