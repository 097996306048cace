import type { Actor } from '#domain/access/actor.ts';
import { mayDo } from '#domain/access/deeds.ts';
import type { Day } from '#domain/calendar/day.ts';
import type { RequestPurpose } from '#domain/contributions/purpose.ts';
import { standingTo } from '../access/access-records.ts';
import type { Transaction } from '../database/connection.ts';
import { type AskedAboutPupil, pupilsAskedAbout } from './asked-records.ts';
import { openFor, requestOf } from './request-records.ts';

/** A question that waits for somebody's answer. */
export type AskedOf = {
  readonly contribution: string;
  readonly pupil: AskedAboutPupil;
  readonly purpose: RequestPurpose;
  readonly askedBy: string;
  readonly dueOn: Day;
};

/** What is asked of the actor and not answered yet, the next due first; of pupils they do not work with any more nothing. */
export const askedOf = async (tx: Transaction, actor: Actor, today: Day): Promise<readonly AskedOf[]> => {
  const { organisation } = actor.scope;
  const waiting = await openFor(tx, organisation, actor.person);
  const pupils = await pupilsAskedAbout(tx, organisation, [...new Set(waiting.map(({ pupil }) => pupil))]);
  const asked: AskedOf[] = [];
  for (const one of waiting) {
    const [pupil, request] = [pupils.get(one.pupil), await requestOf(tx, organisation, one.request)];
    const standing = await standingTo(tx, actor, one.pupil, today);
    if (!pupil || !request || pupil.leftOn !== null) continue;
    if (!standing || !mayDo('answer-contribution', standing.roles, standing.relations)) continue;
    asked.push({ contribution: one.contribution, pupil, purpose: request.purpose, askedBy: request.asker, dueOn: request.dueOn });
  }
  return asked;
};
