import { permitInHouse } from '../access/permit.ts';
import type { Casework } from '../casework.ts';
import type { Parts } from '../parts.ts';
import { guidanceReply } from './guidance-reply.ts';

/** Strategies, session plans, co-teaching plans and links to materials: of the house, about no pupil. */
export const openGuidance =
  (parts: Parts): Casework['openGuidance'] =>
  async (actor) => {
    permitInHouse(actor, 'open-guidance');
    return parts.database.within(actor.scope, (tx) => guidanceReply(tx, actor));
  };
