import { permitInHouse } from '../access/permit.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { classOf, schoolsWhere } from './class-records.ts';
import { coverOf, withdrawCoverRow } from './cover-records.ts';
import { classesReply } from './open-classes.ts';

/** Takes a day's cover back: the class sheet closes to that person with this deed. */
export const withdrawCover =
  (parts: Parts): Casework['withdrawCover'] =>
  async (actor, { cover }) => {
    permitInHouse(actor, 'arrange-cover');
    const today = parts.clock.today(actor.timeZone);
    return parts.database.within(actor.scope, async (tx) => {
      const held = await coverOf(tx, actor.scope.organisation, cover);
      const found = held && (await classOf(tx, actor, held.class, today));
      if (!found || !(await schoolsWhere(tx, actor, ['coordinator', 'leader'], today)).includes(found.school))
        throw new Refusal('not-found', 'There is no such cover, or it was taken back already.');
      await withdrawCoverRow(tx, actor.scope.organisation, cover);
      await note(tx, parts, actor, 'withdraw-cover', undefined, { cover, class: held.class, person: held.person });
      return classesReply(tx, actor, today);
    });
  };
