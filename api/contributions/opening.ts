import type { Instant } from '#domain/calendar/day.ts';
import { nextOpenMoment } from '#domain/calendar/writing-hours.ts';
import type { Transaction } from '../database/connection.ts';
import { schoolDay } from '../meetings/school-day.ts';
import type { Parts } from '../parts.ts';
import { askedPupil } from './askable-records.ts';
import { chasingOf } from './chasing-records.ts';

/** Now where people of the pupil's school may be written to now, else the next opening of that school. */
export const openingNow = async (tx: Transaction, parts: Pick<Parts, 'clock'>, organisation: string, pupil: string): Promise<Instant> => {
  const chasing = await chasingOf(tx, organisation);
  const { calendar } = schoolDay((await askedPupil(tx, organisation, pupil))?.calendar);
  return nextOpenMoment(parts.clock.now(), calendar, chasing, chasing.zone);
};
