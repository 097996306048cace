import { LINK_LIMITS, masked } from '#domain/access/link.ts';
import type { Instant } from '#domain/calendar/day.ts';
import { addMinutes, minutesBetween } from '#domain/calendar/wall-clock.ts';
import { enqueue } from '../database/enqueue.ts';
import type { Parts } from '../parts.ts';
import { Refusal, TooOften } from '../refusal.ts';
import { askForCode, codesSince, codesToAddressSince } from './code-records.ts';
import { linkOf } from './link-records.ts';
import { holderOf, refuseEnded } from './visitor.ts';
import type { Visits } from './visits.ts';

/**
 * Sends a code of six figures to the address of record, whatever address the visitor has. Three an hour of one link, eight an hour to one
 * address; the newest alone works. Counted in the record, so that all processes agree.
 */
export const askCode =
  (parts: Parts): Visits['code'] =>
  ({ token }) =>
    holderOf(parts, token, async (tx, { organisation, link }) => {
      refuseEnded(parts, link);
      if (link.way === 'letter')
        throw new Refusal('not-ready', 'The code of this page is in your letter, or the school reads it to you on the telephone.');
      const now = parts.clock.now();
      const anHourAgo = addMinutes(now, -60);
      // one visitor asking twice at the same moment is counted one after the other
      await linkOf(tx, organisation, link.id, true);
      refuseMany(await codesSince(tx, organisation, link.id, anHourAgo), LINK_LIMITS.codesPerHour, now);
      refuseMany(await codesToAddressSince(tx, organisation, link.email ?? '', anHourAgo), LINK_LIMITS.codesPerAddressPerHour, now);
      const code = { id: parts.ids.next(), at: now, endsAt: addMinutes(now, LINK_LIMITS.codeMinutes) };
      await askForCode(tx, organisation, link.id, code);
      await enqueue(tx, 'send-link-code', { code: code.id }, { key: code.id });
      return { sentTo: masked(link.email ?? ''), minutes: LINK_LIMITS.codeMinutes };
    });

/** Refused until the oldest of those that still count is an hour old. */
const refuseMany = (asked: readonly Instant[], most: number, now: Instant): void => {
  const [oldest] = asked.slice(-most);
  if (asked.length < most || !oldest) return;
  throw new TooOften(
    `${most} codes were sent in the last hour. Use the newest, try again later, or telephone the school.`,
    (minutesBetween(now, addMinutes(oldest, 60)) + 1) * 60,
  );
};
