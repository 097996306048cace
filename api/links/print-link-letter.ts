import type { LinkLetter } from '#contract/access.ts';
import { addDays } from '#domain/calendar/day.ts';
import { asWallClock, instantOf } from '#domain/calendar/wall-clock.ts';
import { accessReply } from '../access/access-reply.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import type { Parts } from '../parts.ts';
import { giveCode } from './code-records.ts';
import { writingOf } from './letters.ts';
import { markLinkSent, setDigest } from './link-records.ts';
import { linkOnPaper } from './on-paper.ts';
import { paperLetter } from './paper-letter.ts';
import { codeDigest, digestOf, newCode, newLetterKey, newSalt } from './secrets.ts';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/**
 * Makes the letter that takes a link to somebody without e-mail, to print and post. Key and code are made here and stand in the letter alone:
 * it is not filed, and a letter printed anew takes the place of the one before. The report for the family says that it was printed.
 */
export const printLinkLetter =
  (parts: Parts): Casework['printLinkLetter'] =>
  async (actor, ask) => {
    const today = parts.clock.today(actor.timeZone);
    const [key, code, salt] = [newLetterKey(), ask.code === 'in-letter' ? newCode() : null, newSalt()];
    const digest = code && (await codeDigest(code, salt));
    return parts.database.within(actor.scope, async (tx): Promise<LinkLetter> => {
      const { organisation } = actor.scope;
      const link = await linkOnPaper(tx, actor, ask.link, today);
      const at = parts.clock.now();
      await setDigest(tx, organisation, link.id, digestOf(key));
      await markLinkSent(tx, organisation, link.id, at);
      const endsAt = digest ? instantOf(addDays(link.endsOn, 1), asWallClock('00:00'), link.zone) : at;
      if (digest) await giveCode(tx, organisation, link.id, { id: parts.ids.next(), at, endsAt, salt, digest });
      await note(tx, parts, actor, 'print-link-letter', link.pupil, {
        link: link.id,
        contact: link.contact,
        person: link.person,
        code: ask.code,
      });
      const letter = paperLetter(link, await writingOf(tx, organisation, link), { address: pageOf(parts), key, code }, today);
      const file = {
        name: `${link.caseRef ?? 'Pupil'} letter with a link ${today}.docx`,
        type: WORD,
        base64: Buffer.from(letter).toString('base64'),
      };
      return { file, access: await accessReply(tx, actor, link.pupil, today) };
    });
  };

/** The page on which a key is typed, short enough to copy by hand. */
const pageOf = ({ origin }: Parts): string => `${(origin ?? '').replace(/^https:\/\//, '')}/link`;
