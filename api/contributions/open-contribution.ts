import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import type { Parts } from '../parts.ts';
import { askedOfActor, formReply } from './form-reply.ts';

/** What was asked of this person about a pupil, with what they have answered. */
export const openContribution =
  (parts: Parts): Casework['openContribution'] =>
  (actor, ask) => {
    const today = parts.clock.today(actor.timeZone);
    return parts.database.within(actor.scope, async (tx) => {
      const found = await askedOfActor(tx, actor, ask.contribution, today);
      await note(tx, parts, actor, 'open-contribution', found.pupil.id, { contribution: ask.contribution });
      return formReply(found, { zone: actor.timeZone, today });
    });
  };
