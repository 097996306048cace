import { z } from 'zod';
import { day } from '#contract/fields.ts';
import type { Day, Instant } from '#domain/calendar/day.ts';
import { type SchoolCalendar, schoolCalendar } from '#domain/calendar/school-calendar.ts';
import { clocksToKeep, type KeptClock } from '#domain/caseload/clocks-to-keep.ts';
import { withSchoolPractice } from '#domain/caseload/school-practice.ts';
import type { ClockSetting } from '#domain/timelines/compute-clocks.ts';
import { rulesOf } from '#domain/timelines/jurisdictions.ts';
import type { Transaction } from '../database/connection.ts';
import { type ClockToStore, type EventsOfPupil, eventsOf, houseOf, keepClocks, type StoredEvent } from './clock-records.ts';
import { holdCases } from './event-records.ts';

const BATCH = 1000;
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** What clocks of an organisation are counted with, school by school. */
export type House = {
  readonly jurisdiction: string;
  /** Each rule's name on a screen, by its id. */
  readonly titles: ReadonlyMap<string, string>;
  readonly setting: (school: string, today: Day) => ClockSetting;
};

const range = z.object({ from: day, to: day });
const published = z.object({
  name: z.string().default('the school'),
  years: z.array(range).default([]),
  weekdays: z.array(z.number()).default([1, 2, 3, 4, 5]),
  noSchool: z.array(range).default([]),
  closures: z.array(z.object({ on: day, reason: z.string(), announcedOn: day.exactOptional() })).default([]),
});

/** A school's calendar as the record keeps it; empty where the school has published nothing. */
export const calendarFrom = (facts: unknown): SchoolCalendar => schoolCalendar(published.parse(facts ?? {}));

/** Reads the rules and calendars that hold in an organisation. */
export const openHouse = async (tx: Transaction, organisation: string): Promise<House | undefined> => {
  const house = await houseOf(tx, organisation);
  if (!house) return undefined;
  const rules = withSchoolPractice(rulesOf(house.jurisdiction));
  const calendars = new Map(house.calendars.map(({ school, facts }) => [school, calendarFrom(facts)]));
  return {
    jurisdiction: house.jurisdiction,
    titles: new Map(rules.rules.map(({ id, title }) => [id, title])),
    setting: (school, today) => {
      const calendar = calendars.get(school);
      return { rules, today, calendars: { holidays: rules.holidays, ...(calendar ? { school: calendar } : {}) } };
    },
  };
};

/** Counts the clocks of these pupils again, from the events of their cases, in the caller's transaction; two counts of one case wait for each other. */
export const recount = async (
  tx: Transaction,
  organisation: string,
  pupils: readonly string[],
  today: Day,
  now: Instant,
): Promise<number> => {
  const house = await openHouse(tx, organisation);
  if (!house || pupils.length === 0) return 0;
  await holdCases(tx, organisation, pupils);
  return store(tx, organisation, await eventsOf(tx, organisation, { pupils }), house, today, now);
};

/** Counts a page of an organisation's pupils; answers the last pupil of it, or null when there are no more. */
export const recountFrom = async (
  tx: Transaction,
  organisation: string,
  after: string | null,
  today: Day,
  now: Instant,
): Promise<string | null> => {
  const house = await openHouse(tx, organisation);
  if (!house) return null;
  const cases = await eventsOf(tx, organisation, { after: after ?? NOBODY, limit: BATCH });
  await store(tx, organisation, cases, house, today, now);
  return cases.length < BATCH ? null : cases.at(-1)!.pupil;
};

const store = async (tx: Transaction, organisation: string, cases: readonly EventsOfPupil[], house: House, today: Day, now: Instant) => {
  const clocks = cases.flatMap(({ pupil, school, events }) =>
    clocksToKeep(events, house.setting(school, today)).map((clock) => asStored(pupil, clock, events)),
  );
  await keepClocks(
    tx,
    organisation,
    cases.map(({ pupil }) => pupil),
    clocks,
    now,
  );
  return clocks.length;
};

const asStored = (pupil: string, clock: KeptClock, events: readonly StoredEvent[]): ClockToStore => {
  const trigger = clock.trigger as StoredEvent;
  const owner = ownerIn(trigger, clock.owedBy);
  const named = `${clock.rule.id}~${trigger.id}`;
  const chased = events.filter(
    (one) => one.kind === 'chased' && one.on >= trigger.on && (one.clock ? one.clock === named : one.about === trigger.about),
  ).length;
  return {
    pupil,
    rule: clock.rule.id,
    trigger: trigger.id,
    due: clock.due,
    owedBy: clock.owedBy,
    ownerWords: owner?.words ?? null,
    state: clock.state,
    metOn: clock.metOn,
    shown: {
      on: trigger.on,
      ...(trigger.about ? { about: trigger.about } : {}),
      ...(trigger.because ? { because: trigger.because } : {}),
      ...(owner ? { owner } : {}),
      ...(chased > 0 ? { chased } : {}),
    },
  };
};

const NOT_OF_THE_SCHOOL = ['local-authority', 'agency', 'health-commissioner', 'district', 'state'];

/** Whom the event names, where that is whom the rule means: a person for what the school or an agency owes, a council for what it owes. */
export const ownerIn = ({ owner }: StoredEvent, owedBy: KeptClock['owedBy']) => {
  if (!owner) return undefined;
  const fits = owner.person ? owedBy === 'school' || owedBy === 'agency' : NOT_OF_THE_SCHOOL.includes(owedBy);
  return fits ? owner : undefined;
};
