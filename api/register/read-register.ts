import type { RegisterReading } from '#contract/register.ts';
import type { Actor } from '#domain/access/actor.ts';
import { permitInHouse } from '../access/permit.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { refuseInfected } from '../scanning.ts';
import { readingOf } from './reading-records.ts';
import { showReading } from './show-reading.ts';
import { type Incoming, storeWorkbook } from './store-workbook.ts';
import { UnreadableWorkbook } from './workbook/unreadable.ts';

/** Keeps a workbook to be looked at, and shows it. A workbook that cannot be read is refused in one sentence, and nothing of it is kept. */
export const lookAt = async (
  parts: Parts,
  actor: Actor,
  incoming: Incoming,
  link: Parameters<typeof showReading>[3] = null,
): Promise<RegisterReading> => {
  try {
    return await parts.database.within(actor.scope, async (tx) => {
      const id = await storeWorkbook(tx, parts, actor, incoming);
      const reading = await readingOf(tx, actor.scope.organisation, id, actor.person);
      if (!reading) throw new Refusal('not-found', 'This workbook is not at hand any more. Choose it again.');
      await note(tx, parts, actor, 'read-register', id);
      return showReading(tx, actor, reading, link);
    });
  } catch (error) {
    if (error instanceof UnreadableWorkbook) throw new Refusal('not-valid', error.message, [{ field: 'file', reason: error.message }]);
    throw error;
  }
};

/** The last part of a path: browsers and people hand over more than a name. */
const bareName = (name: string): string => name.split(/[\\/]/).pop() ?? name;

/** Reads a workbook that was handed over. Its columns are guessed; nothing reaches the record before a person has looked. */
export const readRegister =
  (parts: Parts): Casework['readRegister'] =>
  async (actor, { name, bytes }) => {
    permitInHouse(actor, 'import-register');
    await refuseInfected(parts, actor, bytes);
    return lookAt(parts, actor, { name: bareName(name), bytes, file: null, link: null });
  };
