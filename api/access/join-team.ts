import type { JoinRequest } from '#contract/access.ts';
import type { Actor } from '#domain/access/actor.ts';
import { type AskedMembership, membershipProblems } from '#domain/access/membership.ts';
import type { Day } from '#domain/calendar/day.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import type { Transaction } from '../database/connection.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { accessReply } from './access-reply.ts';
import { permit } from './permit.ts';
import { enterPerson, overlaps, personForTeam, saveMembership } from './team-records.ts';

/**
 * Gives somebody a place on the pupil's team, from–to: it opens the record to them on those days. Somebody from outside advises, and
 * has a last day. Sent again with the same request, nothing is added.
 */
export const joinTeam =
  (parts: Parts): Casework['joinTeam'] =>
  (actor, ask) => {
    const today = parts.clock.today(actor.timeZone);
    return parts.database.within(actor.scope, async (tx) => {
      await permit(tx, actor, 'change-team', ask.pupil, today);
      const { person, outside } = await whoJoins(tx, parts, actor, ask, today);
      refuseProblems({ ...ask, outside });
      const place = {
        id: ask.request,
        pupil: ask.pupil,
        person,
        relation: ask.relation,
        words: ask.words ?? null,
        from: ask.from,
        to: ask.to,
      };
      if (await overlaps(tx, actor.scope.organisation, place))
        throw new Refusal('not-ready', 'This person already has that place on the team on some of these days. Change its dates instead.');
      await saveMembership(tx, actor.scope.organisation, place);
      await note(tx, parts, actor, 'join-team', ask.pupil, {
        member: place.id,
        person,
        relation: ask.relation,
        from: ask.from,
        to: ask.to,
      });
      return accessReply(tx, actor, ask.pupil, today);
    });
  };

/** Refuses a place with something against it, naming each field. */
export const refuseProblems = (asked: AskedMembership): void => {
  const problems = membershipProblems(asked);
  if (problems.length > 0)
    throw new Refusal(
      'not-valid',
      `Nothing was changed: ${problems.map(({ field, reason }) => `“${field}” ${reason}`).join('; ')}.`,
      problems,
    );
};

const whoJoins = async (
  tx: Transaction,
  parts: Parts,
  actor: Actor,
  { person, newPerson }: JoinRequest,
  today: Day,
): Promise<{ person: string; outside: boolean }> => {
  const { organisation } = actor.scope;
  if (newPerson) return { person: await enterPerson(tx, organisation, { id: parts.ids.next(), ...newPerson }), outside: true };
  const known = await personForTeam(tx, organisation, person ?? '', today);
  if (!known || !person)
    throw new Refusal('not-valid', 'There is nobody of that name here, or they have left.', [
      { field: 'person', reason: 'is not known here' },
    ]);
  return { person, outside: known.employer !== null };
};
