import { dayIn } from '#domain/calendar/wall-clock.ts';
import { note } from '../audit/note.ts';
import { instantText } from '../caseload/instant-text.ts';
import type { Casework } from '../casework.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { contributionsReply } from './contributions-reply.ts';
import { openingNow } from './opening.ts';
import { permittedRequest } from './permitted-request.ts';
import { canBeReminded, remindOne } from './remind.ts';
import { askedOf } from './request-records.ts';

/** Reminds those who have not answered, now or when the school opens; nobody twice on one day. */
export const remindContributions =
  (parts: Parts): Casework['remindContributions'] =>
  (actor, ask) => {
    const today = parts.clock.today(actor.timeZone);
    const { organisation } = actor.scope;
    return parts.database.within(actor.scope, async (tx) => {
      const request = await permittedRequest(tx, actor, ask.request, today);
      if (request.state !== 'open') throw new Refusal('not-ready', 'This request has ended: nobody is reminded any more.');
      const waiting = (await askedOf(tx, organisation, [request.id])).filter((one) => canBeReminded(one, today));
      if (waiting.length === 0) throw new Refusal('not-ready', 'There is nobody left to remind.');
      const due = waiting.filter(({ remindedAt }) => !remindedAt.some((at) => dayIn(actor.timeZone, instantText(at)!) === today));
      if (due.length === 0)
        throw new Refusal('not-ready', 'Everybody who has not answered was reminded today. Ask them in person, or tomorrow again.');
      const runAt = await openingNow(tx, parts, organisation, request.pupil);
      for (const one of due) await remindOne(tx, parts, organisation, request, one, { runAt, step: null });
      const people = due.map(({ person, contact }) => person ?? contact);
      await note(tx, parts, actor, 'remind-contributions', request.pupil, { request: request.id, people });
      return contributionsReply(tx, actor, request.pupil, today);
    });
  };
