import { LINK_LIMITS, masked } from '#domain/access/link.ts';
import { addMinutes } from '#domain/calendar/wall-clock.ts';
import { enqueue } from '../database/enqueue.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { askForCode, codesSince } from './code-records.ts';
import { linkOf } from './link-records.ts';
import { holderOf, refuseEnded } from './visitor.ts';
import type { Visits } from './visits.ts';

/** Sends a code of six figures to the address of record, whatever address the visitor has. Three an hour; the newest alone works. */
export const askCode =
  (parts: Parts): Visits['code'] =>
  ({ token }) =>
    holderOf(parts, token, async (tx, { organisation, link }) => {
      refuseEnded(parts, link);
      if (link.way === 'letter')
        throw new Refusal('not-ready', 'The code of this page is in your letter, or the school reads it to you on the telephone.');
      const now = parts.clock.now();
      // one visitor asking twice at the same moment is counted one after the other
      await linkOf(tx, organisation, link.id, true);
      if ((await codesSince(tx, organisation, link.id, addMinutes(now, -60))) >= LINK_LIMITS.codesPerHour)
        throw new Refusal(
          'not-ready',
          `${LINK_LIMITS.codesPerHour} codes were sent in the last hour. Use the newest, try again later, or telephone the school.`,
        );
      const code = { id: parts.ids.next(), at: now, endsAt: addMinutes(now, LINK_LIMITS.codeMinutes) };
      await askForCode(tx, organisation, link.id, code);
      await enqueue(tx, 'send-link-code', { code: code.id }, { key: code.id });
      return { sentTo: masked(link.email ?? ''), minutes: LINK_LIMITS.codeMinutes };
    });
