import type { AskedSeveral } from '#contract/contributions.ts';
import { permit } from '../access/permit.ts';
import type { Casework } from '../casework.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { requestIdFor } from './request-id.ts';
import { writeRequest } from './write-request.ts';

/**
 * Asks the same questions about several pupils, each pupil a request and a transaction of its own: one for whom it cannot be done is named
 * with its reason and keeps nobody else from being asked. Refused as a whole only where it can be done for none. People who cannot be asked
 * are passed over; sent again with the same id, only those pupils are asked about for whom it failed.
 */
export const askSeveral =
  (parts: Parts): Casework['askSeveral'] =>
  async (actor, { pupils, groups, request, ...ask }): Promise<AskedSeveral> => {
    const today = parts.clock.today(actor.timeZone);
    const done: AskedSeveral['done'] = [];
    const refusals: { readonly pupil: string; readonly refused: Refusal }[] = [];
    for (const pupil of new Set(pupils)) {
      const id = requestIdFor(request, pupil);
      try {
        const asked = await parts.database.within(actor.scope, async (tx) => {
          await permit(tx, actor, 'ask-contributions', pupil, today);
          const whom: Parameters<typeof writeRequest>[3]['whom'] = (around) =>
            around.filter(({ group, door }) => door !== null && groups.includes(group));
          return writeRequest(tx, parts, actor, { ...ask, request: id, pupil, whom }, today);
        });
        done.push({ pupil, request: id, asked });
      } catch (fault) {
        if (!(fault instanceof Refusal)) throw fault;
        refusals.push({ pupil, refused: fault });
      }
    }
    const [first] = refusals;
    if (done.length === 0 && first) throw first.refused;
    return { done, failed: refusals.map(({ pupil, refused }) => ({ pupil, words: refused.message })) };
  };
