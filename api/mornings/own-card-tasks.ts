import { z } from 'zod';
import { day, id, wallClock } from '#contract/fields.ts';
import { localTimeOf } from '#domain/calendar/wall-clock.ts';
import { isStillTime } from '#domain/mornings/mornings.ts';
import { chasingOf } from '../contributions/chasing-records.ts';
import { tell } from '../conversations/tell.ts';
import { schoolDay } from '../meetings/school-day.ts';
import type { Task } from '../tasks.ts';
import { calendarOfPerson, morningsOf } from './mornings-records.ts';
import { setTimes } from './set-times.ts';

const routine = z.object({ organisation: id });
const payload = z.object({ organisation: id, person: id, card: z.enum(['morning', 'strategies']), day, at: wallClock });

/** Sets the next morning's cards of everybody in the organisation. Run again, it changes nothing. */
export const setMorningsTask: Task = (parts) => async (given) => {
  const { organisation } = routine.parse(given);
  await parts.database.within({ organisation, schools: [] }, (tx) => setTimes(tx, parts, organisation, null));
};

/**
 * Sends somebody's card at the time they chose, once a day: the message has one id a day, however often this runs. Nothing is sent where the
 * choice was changed meanwhile, on a day off, or after the school has stopped writing to people.
 */
export const sendOwnCardTask: Task = (parts) => async (given) => {
  const { organisation, person, card, ...set } = payload.parse(given);
  await parts.database.within({ organisation, schools: [] }, async (tx) => {
    const chasing = await chasingOf(tx, organisation);
    const chosen = (await morningsOf(tx, organisation, [person]))(person);
    const { calendar } = schoolDay(await calendarOfPerson(tx, organisation, person));
    const wanted =
      card === 'morning' ? { on: chosen.morningOn, at: chosen.morningAt } : { on: chosen.strategies !== 'never', at: chosen.strategiesAt };
    if (!isStillTime(set, wanted, localTimeOf(parts.clock.now(), chasing.zone), calendar, chasing)) return;
    await tell(tx, { about: card, day: set.day, to: person });
  });
};
