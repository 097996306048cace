import { z } from 'zod';
import { day } from '#contract/fields.ts';
import { addDays, type Day } from '#domain/calendar/day.ts';
import { isSchoolDay, type SchoolCalendar } from '#domain/calendar/school-calendar.ts';
import { asWallClock, instantOf, localTimeOf } from '#domain/calendar/wall-clock.ts';
import { REMINDER_LIMITS } from '#domain/compliance/reminder-rules.ts';
import { type IsDayOff, isTellingDay, silentThrough, tellingsOf } from '#domain/compliance/reminders.ts';
import { EARLIEST } from '#domain/mornings/mornings.ts';
import { houseOf } from '../clocks/clock-records.ts';
import { calendarFrom } from '../clocks/recount.ts';
import { chasingOf } from '../contributions/chasing-records.ts';
import { tell } from '../conversations/tell.ts';
import type { Transaction } from '../database/connection.ts';
import { enqueue } from '../database/enqueue.ts';
import { organisationZone } from '../meetings/organisation-records.ts';
import { ownOpening } from '../mornings/own-opening.ts';
import type { Parts } from '../parts.ts';
import type { Task } from '../tasks.ts';
import { keepTellings, owedDates, toldSoFar } from './reminder-records.ts';
import { rulesInForce } from './reminder-rule-records.ts';

const payload = z.object({ organisation: z.guid(), day: day.optional(), late: z.boolean().optional() });

/** When it is settled who is told what today, by the school's own clock: before anybody may be written to. */
const MORNING = asWallClock(EARLIEST);

/**
 * Tells people of the dates they owe, one card a person and day. Started by the routine it only sets the time: the earliest hour of the next
 * morning at the school; and where the routine comes late, since the machine was off, what this morning should have told is told at once.
 * It notes who is told what and leaves one message each, in one transaction: run again, it adds nothing. Each message leaves in the reader's
 * own hours.
 */
export const remindOfDatesTask: Task = (parts: Parts) => async (given) => {
  const { organisation, day: on, late } = payload.parse(given);
  await parts.database.within({ organisation, schools: [] }, async (tx) => {
    const today = parts.clock.today(await organisationZone(tx, organisation));
    if (!on) await setTime(tx, parts, organisation);
    const isTime = on ? on === today : late && (await isStillRead(tx, parts, organisation));
    if (isTime && isTellingDay(today, await daysOff(tx, organisation))) await tellToday(tx, parts, organisation, today);
  });
};

/** Whether this morning has begun and the school still writes to people today. */
const isStillRead = async (tx: Transaction, { clock }: Pick<Parts, 'clock'>, organisation: string): Promise<boolean> => {
  const { closes, zone } = await chasingOf(tx, organisation);
  const { time } = localTimeOf(clock.now(), zone);
  return EARLIEST <= time && time < closes;
};

/** The next such hour; a job for that day waits once. */
const setTime = async (tx: Transaction, parts: Parts, organisation: string): Promise<void> => {
  const zone = await organisationZone(tx, organisation);
  const today = parts.clock.today(zone);
  const next = [today, addDays(today, 1)].find((one) => instantOf(one, MORNING, zone) > parts.clock.now()) ?? addDays(today, 1);
  await enqueue(tx, 'remind-of-dates', { day: next }, { key: next, runAt: instantOf(next, MORNING, zone) });
};

/**
 * Days off by the calendars of the organisation's schools: those that every school has off inside a year it published. A school that
 * published nothing has none.
 */
const daysOff = async (tx: Transaction, organisation: string): Promise<IsDayOff> => {
  const calendars = ((await houseOf(tx, organisation))?.calendars ?? []).map(({ facts }) => calendarFrom(facts));
  const isOff = (calendar: SchoolCalendar, on: Day): boolean => {
    const [first, last] = [calendar.years[0], calendar.years.at(-1)];
    return first !== undefined && last !== undefined && first.from <= on && on <= last.to && !isSchoolDay(on, calendar);
  };
  return (on) => calendars.length > 0 && calendars.every((calendar) => isOff(calendar, on));
};

/** Notes what is to be told today and leaves a message for each reader's own hours; answers to how many people. */
export const tellToday = async (tx: Transaction, parts: Pick<Parts, 'clock'>, organisation: string, today: Day): Promise<number> => {
  const isDayOff = await daysOff(tx, organisation);
  const dates = await owedDates(tx, organisation, today, addDays(silentThrough(today, isDayOff), REMINDER_LIMITS.lead));
  const told = await toldSoFar(
    tx,
    organisation,
    dates.map(({ subject }) => subject),
  );
  const tellings = tellingsOf(dates, await rulesInForce(tx, organisation), told, today, isDayOff);
  await keepTellings(tx, organisation, tellings, today);
  const people = [...new Set(tellings.map(({ person }) => person))];
  for (const to of people) await tell(tx, { about: 'dates-due', day: today, to }, await ownOpening(tx, parts, organisation, to));
  return people.length;
};
