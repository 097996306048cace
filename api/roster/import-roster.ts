import { Readable } from 'node:stream';
import type { RosterUpload } from '#contract/roster.ts';
import type { Actor } from '#domain/access/actor.ts';
import { permitInHouse } from '../access/permit.ts';
import type { Casework } from '../casework.ts';
import type { Parts } from '../parts.ts';
import { refuseInfected } from '../scanning.ts';
import { importSet } from './import-set.ts';
import type { SetFile } from './read-set.ts';

/** The files of a set that was handed over, each looked through where there is a scanner. */
const uploaded = async (parts: Parts, actor: Actor, { files }: RosterUpload): Promise<SetFile[]> => {
  permitInHouse(actor, 'import-roster');
  const set = files.map(({ name, content }) => ({ name: name.split(/[\\/]/).pop() ?? name, bytes: Buffer.from(content, 'utf8') }));
  for (const { bytes } of set) await refuseInfected(parts, actor, bytes);
  return set.map(({ name, bytes }) => ({ name, open: () => Readable.from([bytes]) }));
};

/** What importing these files would do; writes nothing. */
export const previewRoster =
  (parts: Parts): Casework['previewRoster'] =>
  async (actor, upload) =>
    importSet(parts, actor, await uploaded(parts, actor, upload), { preview: true, withoutRejected: true });

/** Imports the files of one set: schools, staff, classes, pupils and their guardians. */
export const importRoster =
  (parts: Parts): Casework['importRoster'] =>
  async (actor, upload) =>
    importSet(parts, actor, await uploaded(parts, actor, upload), { preview: false, withoutRejected: upload.withoutRejected });
