import { type RecordKind, textIn, type Values } from '#domain/record/kind.ts';

/** Whether a note's words were left out for this reader: a note always has words. */
export const isClosedNote = (kind: string, values: Values): boolean => kind === 'restricted-note' && textIn(values, 'words') === '';

/** A note for a few. That it exists is seen by those who may open the case; what it says only by its writer and those it is open to. */
export const RESTRICTED_NOTE: RecordKind = {
  name: 'restricted-note',
  title: 'Restricted note',
  titles: 'Restricted notes',
  part: 'notes',
  fields: [
    {
      key: 'words',
      label: 'Note',
      type: 'passage',
      required: true,
      help: 'A worry about safety goes to the designated safeguarding lead, not in here.',
    },
    { key: 'on', label: 'Day', type: 'day', required: true, not: 'future' },
    { key: 'byWords', label: 'Written as', type: 'line', most: 100, help: 'The role that others see: the safeguarding lead.' },
    { key: 'openTo', label: 'Open to', type: 'people', most: 20, help: 'The writer can always read it.' },
  ],
  line: (values) => textIn(values, 'words') || 'A restricted note exists',
  onDay: 'on',
  read: 'read-restricted',
  write: 'write-restricted',
};
