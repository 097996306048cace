import { permitInHouse } from '../access/permit.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import type { Parts } from '../parts.ts';
import { chasingOf, keepChasing } from './chasing-records.ts';

/** How long people have to answer, and when those who have not are reminded. */
export const openChasing =
  (parts: Parts): Casework['openChasing'] =>
  (actor) => {
    permitInHouse(actor, 'set-chasing');
    return parts.database.within(actor.scope, async (tx) => withoutZone(await chasingOf(tx, actor.scope.organisation)));
  };

/** Sets it for requests made from now on; those under way keep the days they were given. */
export const setChasing =
  (parts: Parts): Casework['setChasing'] =>
  (actor, ask) => {
    permitInHouse(actor, 'set-chasing');
    return parts.database.within(actor.scope, async (tx) => {
      await keepChasing(tx, actor.scope.organisation, ask);
      await note(tx, parts, actor, 'set-chasing', undefined, ask);
      return withoutZone(await chasingOf(tx, actor.scope.organisation));
    });
  };

const withoutZone = ({ answerWithin, remindBefore, remindAfter, tellAfter, opens, closes }: Awaited<ReturnType<typeof chasingOf>>) => ({
  answerWithin,
  remindBefore,
  remindAfter,
  tellAfter,
  opens,
  closes,
});
