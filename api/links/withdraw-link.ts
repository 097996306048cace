import { accessReply } from '../access/access-reply.ts';
import { noSuchCase, permit } from '../access/permit.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import type { Parts } from '../parts.ts';
import { linkOf, withdraw } from './link-records.ts';

/** Withdraws a link: it opens nothing from this moment on, also to somebody who is reading just now. Withdrawn twice it stays withdrawn. */
export const withdrawLink =
  (parts: Parts): Casework['withdrawLink'] =>
  (actor, { link }) => {
    const today = parts.clock.today(actor.timeZone);
    return parts.database.within(actor.scope, async (tx) => {
      const found = await linkOf(tx, actor.scope.organisation, link);
      if (!found) throw noSuchCase();
      await permit(tx, actor, 'send-link', found.pupil, today);
      await withdraw(tx, actor.scope.organisation, link, actor.person, parts.clock.now());
      await note(tx, parts, actor, 'withdraw-link', found.pupil, { link });
      return accessReply(tx, actor, found.pupil, today);
    });
  };
