import type { CodeToRead } from '#contract/access.ts';
import { LINK_LIMITS } from '#domain/access/link.ts';
import { addMinutes } from '#domain/calendar/wall-clock.ts';
import { accessReply } from '../access/access-reply.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { giveCode } from './code-records.ts';
import { linkOnPaper } from './on-paper.ts';
import { codeDigest, newCode, newSalt } from './secrets.ts';

/**
 * Makes a code to read out on the telephone to somebody whose link came by letter. It is answered this once and kept as a digest; codes
 * before it, the one in the letter too, are worth nothing from then on. That it was read out stands in the report for the family.
 */
export const readLinkCode =
  (parts: Parts): Casework['readLinkCode'] =>
  async (actor, ask) => {
    const today = parts.clock.today(actor.timeZone);
    const [code, salt] = [newCode(), newSalt()];
    const digest = await codeDigest(code, salt);
    return parts.database.within(actor.scope, async (tx): Promise<CodeToRead> => {
      const link = await linkOnPaper(tx, actor, ask.link, today);
      if (!link.sentAt) throw new Refusal('not-ready', 'The letter has not been printed yet, so there is nothing the code would open.');
      const at = parts.clock.now();
      const endsAt = addMinutes(at, LINK_LIMITS.codeMinutes);
      await giveCode(tx, actor.scope.organisation, link.id, { id: parts.ids.next(), at, endsAt, salt, digest });
      await note(tx, parts, actor, 'read-link-code', link.pupil, { link: link.id, contact: link.contact, person: link.person });
      return {
        code,
        minutes: LINK_LIMITS.codeMinutes,
        to: link.nameWords,
        telephone: link.phone,
        access: await accessReply(tx, actor, link.pupil, today),
      };
    });
  };
