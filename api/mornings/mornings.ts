import type { MorningsReply } from '#contract/strategies.ts';
import type { Actor } from '#domain/access/actor.ts';
import { localTimeOf } from '#domain/calendar/wall-clock.ts';
import { dayWords } from '#domain/calendar/wording.ts';
import { nextAsking } from '#domain/classes/asking.ts';
import { EARLIEST, nextTime, timeFault } from '#domain/mornings/mornings.ts';
import { permitInHouse } from '../access/permit.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import { chasingOf } from '../contributions/chasing-records.ts';
import type { Transaction } from '../database/connection.ts';
import { schoolDay } from '../meetings/school-day.ts';
import type { Parts } from '../parts.ts';
import { Refusal } from '../refusal.ts';
import { calendarOfPerson, morningsOf, saveMornings } from './mornings-records.ts';
import { setTimes } from './set-times.ts';

/** When the reader hears from the bot of its own accord, and when that is next. */
export const openMornings =
  (parts: Parts): Casework['openMornings'] =>
  async (actor) => {
    permitInHouse(actor, 'open-caseload');
    return parts.database.within(actor.scope, (tx) => morningsReply(tx, parts, actor));
  };

/** Chooses it for oneself; it holds from the next time on. */
export const setMornings =
  (parts: Parts): Casework['setMornings'] =>
  async (actor, { morning, strategies }) => {
    permitInHouse(actor, 'open-caseload');
    const { organisation } = actor.scope;
    return parts.database.within(actor.scope, async (tx) => {
      const chasing = await chasingOf(tx, organisation);
      for (const [field, at] of [
        ['morning.at', morning.at],
        ['strategies.at', strategies.at],
      ] as const) {
        const fault = timeFault(at, chasing);
        if (fault)
          throw new Refusal('not-valid', fault, [{ field, reason: 'lies outside the hours in which the school writes to people' }]);
      }
      const today = parts.clock.today(actor.timeZone);
      const units = strategies.units.filter(({ on }) => on >= today).sort((a, b) => (a.on < b.on ? -1 : 1));
      if (strategies.how === 'before-units' && units.length === 0)
        throw new Refusal('not-valid', 'Give at least one unit of work that is still to begin, or choose once a week.', [
          { field: 'strategies.units', reason: 'none is still to begin' },
        ]);
      const chosen = {
        morningOn: morning.on,
        morningAt: morning.at,
        strategies: strategies.how,
        strategiesOn: strategies.on,
        strategiesAt: strategies.at,
        units,
      };
      await saveMornings(tx, organisation, actor.person, chosen, parts.clock.now());
      await setTimes(tx, parts, organisation, actor.person);
      await note(tx, parts, actor, 'set-mornings');
      return morningsReply(tx, parts, actor);
    });
  };

const morningsReply = async (tx: Transaction, parts: Parts, actor: Actor): Promise<MorningsReply> => {
  const { organisation } = actor.scope;
  const today = parts.clock.today(actor.timeZone);
  const chosen = (await morningsOf(tx, organisation, [actor.person]))(actor.person);
  const chasing = await chasingOf(tx, organisation);
  const { calendar } = schoolDay(await calendarOfPerson(tx, organisation, actor.person));
  const next = nextTime(chosen.morningAt, parts.clock.now(), calendar, chasing.zone);
  const asking = nextAsking(chosen, today, localTimeOf(parts.clock.now(), chasing.zone).time, calendar);
  return {
    morning: { on: chosen.morningOn, at: chosen.morningAt },
    strategies: { how: chosen.strategies, on: chosen.strategiesOn, at: chosen.strategiesAt, units: [...chosen.units] },
    earliest: EARLIEST,
    latest: chasing.closes,
    next: {
      morning: chosen.morningOn ? `Next on ${dayWords(next.day, today)} at ${chosen.morningAt}.` : 'No card is sent.',
      strategies: asking
        ? `Next on ${dayWords(asking, today)} at ${chosen.strategiesAt}; sooner where something changed that you had read.`
        : chosen.strategies === 'never'
          ? 'No card is sent. What helps your pupils stands in Classes.'
          : 'No unit of work is still to begin; a card comes only where something changed that you had read.',
    },
  };
};
