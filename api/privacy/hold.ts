import type { Hold } from '#contract/privacy.ts';
import { noSuchCase, permit } from '../access/permit.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { endHold, holdNamed, holdsOf, insertHold } from './hold-records.ts';

const newest = (holds: readonly Hold[], id: string): Hold => {
  const found = holds.find((hold) => hold.id === id);
  if (!found) throw new Refusal('changed-meanwhile', 'The hold was changed in the meantime. Open the page again.');
  return found;
};

/** Puts a record under a hold, with the reason: nothing of it is erased, and retention asks nothing, until the hold is lifted. */
export const setHold =
  (parts: Parts): Casework['setHold'] =>
  async (actor, { pupil, reason }) => {
    const { organisation } = actor.scope;
    return parts.database.within(actor.scope, async (tx) => {
      await permit(tx, actor, 'hold-record', pupil, parts.clock.today(actor.timeZone));
      const id = parts.ids.next();
      const set = await insertHold(tx, organisation, { id, pupil, reason, by: actor.person, at: parts.clock.now() });
      if (!set) throw new Refusal('changed-meanwhile', 'This record is under a hold already.');
      await note(tx, parts, actor, 'set-hold', pupil, { hold: id });
      return newest(await holdsOf(tx, organisation, pupil), id);
    });
  };

/** Lifts a hold, with the reason. The hold stays in the record as one that was. */
export const liftHold =
  (parts: Parts): Casework['liftHold'] =>
  async (actor, { hold, reason }) => {
    const { organisation } = actor.scope;
    return parts.database.within(actor.scope, async (tx) => {
      const found = await holdNamed(tx, organisation, hold);
      if (!found) throw noSuchCase();
      await permit(tx, actor, 'hold-record', found.pupil, parts.clock.today(actor.timeZone));
      if (found.lifted) throw new Refusal('changed-meanwhile', 'This hold has been lifted already.');
      await endHold(tx, organisation, hold, actor.person, reason, parts.clock.now());
      await note(tx, parts, actor, 'lift-hold', found.pupil, { hold });
      return newest(await holdsOf(tx, organisation, found.pupil), hold);
    });
  };
