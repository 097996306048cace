import { z } from 'zod';
import type { Scope } from '#domain/access/actor.ts';
import { addMinutes } from '#domain/calendar/wall-clock.ts';
import { forgetTurns } from '../conversations/turn-records.ts';
import type { Parts } from '../parts.ts';
import { cardsBefore } from './copies-records.ts';
import { stubCard } from './erase-step.ts';

const payload = z.object({ organisation: z.guid() });

/** After so many days a card of the bot says nothing any more: what it said stands in the record. */
const CARD_DAYS = 30;
const A_DAY = 24 * 60;
const AT_ONCE = 50;

/** Forgets turns that nobody asks about again, and takes back cards that are older than thirty days, a lot at a time; where Teams is away the rest waits for the next run. */
export const retireCardsTask =
  (parts: Parts) =>
  async (job: unknown): Promise<void> => {
    const { organisation } = payload.parse(job);
    const scope: Scope = { organisation, schools: [] };
    await parts.database.within(scope, (tx) => forgetTurns(tx, organisation));
    if (!parts.cards) return;
    const before = addMinutes(parts.clock.now(), -CARD_DAYS * A_DAY);
    for (;;) {
      const cards = await parts.database.within(scope, (tx) => cardsBefore(tx, organisation, before, AT_ONCE));
      for (const card of cards) await stubCard(parts, organisation, card);
      if (cards.length < AT_ONCE) return;
    }
  };
