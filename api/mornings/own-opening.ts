import type { Instant } from '#domain/calendar/day.ts';
import { nextOpenMoment, ownHours } from '#domain/calendar/writing-hours.ts';
import { chasingOf } from '../contributions/chasing-records.ts';
import type { Transaction } from '../database/connection.ts';
import { schoolDay } from '../meetings/school-day.ts';
import type { Parts } from '../parts.ts';
import { calendarOfPerson, morningsOf } from './mornings-records.ts';

/**
 * Now where this person may be written to now, else their next hour: on a day of their school, from the time they chose for their morning
 * card, or from the school's opening where they chose none, and not after it closes.
 */
export const ownOpening = async (tx: Transaction, parts: Pick<Parts, 'clock'>, organisation: string, person: string): Promise<Instant> => {
  const school = await chasingOf(tx, organisation);
  const { morningOn, morningAt } = (await morningsOf(tx, organisation, [person]))(person);
  const { calendar } = schoolDay(await calendarOfPerson(tx, organisation, person));
  return nextOpenMoment(parts.clock.now(), calendar, ownHours(school, morningOn ? morningAt : null), school.zone);
};
