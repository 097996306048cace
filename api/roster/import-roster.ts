import { Readable } from 'node:stream';
import type { RosterUpload } from '#contract/roster.ts';
import type { Casework } from '../casework.ts';
import type { Parts } from '../parts.ts';
import { importSet } from './import-set.ts';
import type { SetFile } from './read-set.ts';

const uploaded = ({ files }: RosterUpload): SetFile[] =>
  files.map(({ name, content }) => ({
    name: name.split(/[\\/]/).pop() ?? name,
    open: () => Readable.from([Buffer.from(content, 'utf8')]),
  }));

/** What importing these files would do; writes nothing. */
export const previewRoster =
  (parts: Parts): Casework['previewRoster'] =>
  (actor, upload) =>
    importSet(parts, actor, uploaded(upload), { preview: true, withoutRejected: true });

/** Imports the files of one set: schools, staff, classes, pupils and their guardians. */
export const importRoster =
  (parts: Parts): Casework['importRoster'] =>
  (actor, upload) =>
    importSet(parts, actor, uploaded(upload), { preview: false, withoutRejected: upload.withoutRejected });
