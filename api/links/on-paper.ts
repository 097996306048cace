import type { Actor } from '#domain/access/actor.ts';
import { linkState } from '#domain/access/link.ts';
import type { Day } from '#domain/calendar/day.ts';
import { noSuchCase, permit } from '../access/permit.ts';
import type { Transaction } from '../database/connection.ts';
import { Refusal } from '../refusal.ts';
import { linkOf, type StoredLink } from './link-records.ts';

/** A link that goes on paper and has not ended, held until the transaction ends; refused for all others, and for whoever must not be reached. */
export const linkOnPaper = async (tx: Transaction, actor: Actor, id: string, today: Day): Promise<StoredLink> => {
  const { organisation } = actor.scope;
  const link = await linkOf(tx, organisation, id, true);
  if (!link) throw noSuchCase();
  await permit(tx, actor, 'send-link', link.pupil, today);
  if (link.way !== 'letter') throw new Refusal('not-ready', 'This link went by e-mail: its code goes to the same address.');
  const state = linkState(link, today);
  if (state === 'withdrawn' && !link.withdrawnAt)
    throw new Refusal('not-allowed', `${link.name} must not be contacted. Nothing can be sent to them.`);
  if (state === 'withdrawn' || state === 'ended' || state === 'locked')
    throw new Refusal('not-ready', 'This link has ended. Send a new one.');
  return link;
};
