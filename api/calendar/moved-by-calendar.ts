import type { MovedClock } from '#contract/school-calendar.ts';
import type { Actor } from '#domain/access/actor.ts';
import type { SchoolCalendar } from '#domain/calendar/school-calendar.ts';
import { clocksToKeep } from '#domain/caseload/clocks-to-keep.ts';
import type { ClockSetting } from '#domain/timelines/compute-clocks.ts';
import { type EventEffect, effectsBetween } from '#domain/timelines/event-effects.ts';
import { effectsShown } from '../clocks/case-counted.ts';
import type { StoredEvent } from '../clocks/clock-records.ts';
import type { Transaction } from '../database/connection.ts';
import { casesOfSchool, namesOfPupils, peopleToTell, type ToTell } from './calendar-records.ts';

const PAGE = 1000;
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** A case whose clocks another calendar counts differently. */
export type TouchedCase = { readonly pupil: string; readonly events: readonly StoredEvent[]; readonly effects: readonly EventEffect[] };

/** What a calendar does to the clocks of a school: how many cases were counted, and those of which something changes. */
export type Touched = { readonly counted: number; readonly cases: readonly TouchedCase[]; readonly setting: ClockSetting };

/** Counts every case of a school with the calendar as it is and as it would be. Cases are read page by page. */
export const touchedBy = async (
  tx: Transaction,
  organisation: string,
  school: string,
  now: ClockSetting,
  calendar: SchoolCalendar,
): Promise<Touched> => {
  const then: ClockSetting = { ...now, calendars: { ...now.calendars, school: calendar } };
  const cases: TouchedCase[] = [];
  let counted = 0;
  for (let after = NOBODY, more = true; more; ) {
    const page = await casesOfSchool(tx, organisation, school, { after, limit: PAGE });
    for (const { pupil, events } of page) {
      const effects = effectsBetween(clocksToKeep(events, now), clocksToKeep(events, then));
      if (effects.length > 0) cases.push({ pupil, events, effects });
    }
    counted += page.length;
    more = page.length === PAGE;
    after = page.at(-1)?.pupil ?? after;
  }
  return { counted, cases, setting: then };
};

/** The clocks that move, with whose they are, as this person reads them. */
export const movedShown = async (tx: Transaction, actor: Actor, { cases, setting }: Touched): Promise<MovedClock[]> => {
  const names = new Map(
    (
      await namesOfPupils(
        tx,
        actor.scope.organisation,
        cases.map(({ pupil }) => pupil),
      )
    ).map((pupil) => [pupil.id, pupil]),
  );
  return cases.flatMap(({ pupil, events, effects }) =>
    effectsShown(effects, events, setting, actor).flatMap((effect) => {
      const named = names.get(pupil);
      return named ? [{ ...effect, pupil: named }] : [];
    }),
  );
};

/** Whoever owes a date that moves: the person it is expected of; where that is the school itself or somebody outside, its coordinators. */
export const ownersToTell = async (tx: Transaction, actor: Actor, school: string, { cases, setting }: Touched): Promise<ToTell[]> => {
  const owed = cases.flatMap(({ effects }) => effects.flatMap(({ now, was }) => now ?? was ?? []));
  const personOf = (trigger: StoredEvent): string | undefined => trigger.owner?.person;
  const people = owed.flatMap(({ trigger }) => personOf(trigger as StoredEvent) ?? []);
  const coordinators = owed.some(({ trigger }) => !personOf(trigger as StoredEvent));
  const found = await peopleToTell(tx, actor.scope.organisation, {
    school,
    coordinators,
    people: [...new Set(people)],
    today: setting.today,
  });
  return found.filter(({ id }) => id !== actor.person);
};
