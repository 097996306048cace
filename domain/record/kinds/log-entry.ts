import { choiceWords, joined, type RecordKind, textIn } from '#domain/record/kind.ts';

export const LOG_SORTS = [
  { value: 'call', words: 'Call' },
  { value: 'message', words: 'Message' },
  { value: 'observation', words: 'Observation' },
  { value: 'visit', words: 'Visit' },
  { value: 'note', words: 'Note' },
  { value: 'letter', words: 'Letter' },
] as const;

/** What was said, seen or sent, with whom and on what day; a promise has its day. */
export const LOG_ENTRY: RecordKind = {
  name: 'log-entry',
  title: 'Log entry',
  titles: 'Log',
  part: 'contacts',
  fields: [
    { key: 'sort', label: 'What', type: 'choice', required: true, choices: LOG_SORTS },
    { key: 'on', label: 'Day', type: 'day', required: true, not: 'future' },
    { key: 'words', label: 'What was said or seen', type: 'passage', required: true },
    { key: 'contact', label: 'With', type: 'contact', help: 'From somebody who must not be contacted only a call received can be logged.' },
    { key: 'withWhom', label: 'With somebody else', type: 'line', most: 200 },
    { key: 'minutes', label: 'Minutes', type: 'whole', least: 1, most: 600, unit: 'min' },
    { key: 'promise', label: 'Promised', type: 'line', most: 500 },
    { key: 'promiseDue', label: 'By when', type: 'day' },
  ],
  check: (values) =>
    (textIn(values, 'promise') === '') === (textIn(values, 'promiseDue') === '')
      ? textIn(values, 'promiseDue') !== '' && textIn(values, 'promiseDue') < textIn(values, 'on')
        ? [{ field: 'promiseDue', reason: 'is before it was promised' }]
        : []
      : [{ field: textIn(values, 'promise') === '' ? 'promise' : 'promiseDue', reason: 'is missing: a promise has its day' }],
  line: (values) => joined(choiceWords(LOG_SORTS, values.sort), textIn(values, 'words')),
  onDay: 'on',
  read: 'read-casework',
  write: 'log',
  writeOthers: 'keep-record',
};
