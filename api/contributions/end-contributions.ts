import type { Actor } from '#domain/access/actor.ts';
import type { Instant } from '#domain/calendar/day.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import type { Transaction } from '../database/connection.ts';
import { withdrawLinksAbout } from '../links/link-records.ts';
import type { Parts } from '../parts.ts';
import { entryOf, removeEntry, updateEntry } from '../record/record-records.ts';
import { keptAs, rowOf, valuesOf } from '../record/tables.ts';
import { Refusal } from '../refusal.ts';
import { contributionsReply } from './contributions-reply.ts';
import { permittedRequest } from './permitted-request.ts';
import { askedOf, endRequest, type StoredAsked } from './request-records.ts';

/**
 * Ends a request. Closed, what has come stands and what has not stays asked and unanswered in the record; withdrawn, it was asked in error
 * and what has not come leaves the record. Either way nobody is reminded, links open nothing, and a card that is still pressed says so.
 */
export const endContributions =
  (parts: Parts): Casework['endContributions'] =>
  (actor, ask) => {
    const today = parts.clock.today(actor.timeZone);
    const { organisation } = actor.scope;
    return parts.database.within(actor.scope, async (tx) => {
      const request = await permittedRequest(tx, actor, ask.request, today);
      if (request.state !== 'open') {
        if (request.state === ask.as) return contributionsReply(tx, actor, request.pupil, today);
        throw new Refusal('not-ready', `This request was ${request.state} before.`);
      }
      const [at, reason] = [parts.clock.now(), ask.reason ?? null];
      await endRequest(tx, organisation, request.id, { as: ask.as, by: actor.person, at, reason });
      const waiting = (await askedOf(tx, organisation, [request.id])).filter(({ standing, answeredAt }) => standing && answeredAt === null);
      for (const one of waiting) {
        await withdrawLinksAbout(tx, organisation, one.contribution, actor.person, at);
        if (ask.as === 'withdrawn') await takeOut(tx, actor, one, { at, reason: reason ?? 'The request was withdrawn' });
      }
      await note(tx, parts, actor, 'end-contributions', request.pupil, { request: request.id, as: ask.as });
      return contributionsReply(tx, actor, request.pupil, today);
    });
  };

/** Takes an entry that was asked for in error out of the lists; its history stays, and it can be put back. */
const takeOut = async (
  tx: Transaction,
  actor: Actor,
  { pupil, contribution }: StoredAsked,
  { at, reason }: { readonly at: Instant; readonly reason: string },
): Promise<void> => {
  const { organisation } = actor.scope;
  const kept = keptAs('contribution');
  const row = await entryOf(tx, organisation, pupil, kept, contribution);
  if (!row) return;
  const { id, version, amended } = row;
  const last = { id, version, row: rowOf(kept, valuesOf(kept, row)), by: actor.person, at, deed: 'withdrawn' as const, reason, amended };
  await updateEntry(tx, organisation, kept, last);
  await removeEntry(tx, organisation, kept, id);
};
