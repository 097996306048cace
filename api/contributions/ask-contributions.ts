import { permit } from '../access/permit.ts';
import type { Casework } from '../casework.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { contributionsReply } from './contributions-reply.ts';
import { writeRequest } from './write-request.ts';

/**
 * Asks several people for their contribution about one pupil: by a card in Teams, or by a signed link where there is no account. Sent twice
 * with the same id it asks once.
 */
export const askContributions =
  (parts: Parts): Casework['askContributions'] =>
  (actor, { people, ...ask }) => {
    const today = parts.clock.today(actor.timeZone);
    return parts.database.within(actor.scope, async (tx) => {
      await permit(tx, actor, 'ask-contributions', ask.pupil, today);
      const wanted = new Set(people.map((key) => key.toLowerCase()));
      await writeRequest(
        tx,
        parts,
        actor,
        {
          ...ask,
          whom: (around) => {
            const found = around.filter(({ key }) => wanted.has(key));
            if (found.length < wanted.size)
              throw new Refusal('not-valid', 'Somebody on the list is no longer around this pupil. Look at the list again.', [
                { field: 'people', reason: 'names somebody who is not around this pupil' },
              ]);
            return found;
          },
        },
        today,
      );
      return contributionsReply(tx, actor, ask.pupil, today);
    });
  };
