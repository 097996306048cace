import { permitInHouse } from '../access/permit.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import type { Parts } from '../parts.ts';
import { pupilsFound } from './find-records.ts';

/** Pupils by name, class or case, at most twenty; nothing for empty words. Of all others it answers as if there were none. */
export const findPupil =
  (parts: Parts): Casework['findPupil'] =>
  async (actor, { words }) => {
    permitInHouse(actor, 'open-caseload');
    const said = words.split(/[\s,]+/).filter((word) => word !== '');
    if (said.length === 0) return { pupils: [] };
    const today = parts.clock.today(actor.timeZone);
    return parts.database.within(actor.scope, async (tx) => {
      const pupils = await pupilsFound(tx, actor, today, said);
      await note(
        tx,
        parts,
        actor,
        'find-pupil',
        pupils.map(({ id }) => id),
      );
      return { pupils };
    });
  };
