import { type RecordKind, textIn } from '#domain/record/kind.ts';

/** A note about a document: where it stands, what it says that the record should know, who has the paper. */
export const DOCUMENT_NOTE: RecordKind = {
  name: 'document-note',
  title: 'Note on a document',
  titles: 'Notes on documents',
  part: 'notes',
  fields: [
    { key: 'document', label: 'Document', type: 'document' },
    { key: 'title', label: 'Document that is not in the folder', type: 'line', most: 200 },
    { key: 'on', label: 'Day', type: 'day', required: true, not: 'future' },
    { key: 'fromWhom', label: 'From whom', type: 'line', most: 200 },
    { key: 'words', label: 'Note', type: 'passage', required: true },
  ],
  check: (values) =>
    textIn(values, 'document') === '' && textIn(values, 'title') === ''
      ? [{ field: 'document', reason: 'is missing: say which document' }]
      : [],
  line: (values) => [textIn(values, 'title'), textIn(values, 'words')].filter(Boolean).join(': '),
  onDay: 'on',
  read: 'read-casework',
  write: 'keep-record',
};
