import type { EventEffect } from '#contract/case-events.ts';
import type { Actor } from '#domain/access/actor.ts';
import type { Day, Instant } from '#domain/calendar/day.ts';
import { clockNamed, clocksToKeep, type KeptClock } from '#domain/caseload/clocks-to-keep.ts';
import { ownerShown } from '#domain/caseload/owner-words.ts';
import type { ClockSetting } from '#domain/timelines/compute-clocks.ts';
import { type EventEffect as Effect, effectsBetween } from '#domain/timelines/event-effects.ts';
import { standingWords } from '#domain/timelines/standing.ts';
import { noSuchCase } from '../access/permit.ts';
import { readerOf } from '../caseload/reader-of.ts';
import type { Transaction } from '../database/connection.ts';
import { eventsOf, type StoredEvent } from './clock-records.ts';
import type { MoveToKeep } from './event-records.ts';
import { openHouse, ownerIn } from './recount.ts';

/** A case with its events as they hold, and what its clocks are counted with. */
export type CountedCase = { readonly events: readonly StoredEvent[]; readonly setting: ClockSetting };

/** Reads a case for counting. Refuses as not found where there is none. */
export const openCase = async (tx: Transaction, organisation: string, pupil: string, today: Day): Promise<CountedCase> => {
  const house = await openHouse(tx, organisation);
  const [found] = await eventsOf(tx, organisation, { pupils: [pupil] });
  if (!house || !found) throw noSuchCase();
  return { events: found.events, setting: house.setting(found.school, today) };
};

/** The title of a clock, and of what: `Advice for the assessment: Speech and language advice`. */
export const clockTitle = ({ rule, trigger }: Pick<KeptClock, 'rule' | 'trigger'>): string =>
  trigger.about && !/^[0-9a-f]{8}-/.test(trigger.about) ? `${rule.title}: ${trigger.about}` : rule.title;

/** What would be, or was, changed in the clocks by these events in the place of those. */
export const effectsOf = (before: readonly StoredEvent[], after: readonly StoredEvent[], setting: ClockSetting): Effect[] =>
  effectsBetween(clocksToKeep(before, setting), clocksToKeep(after, setting));

/** Effects in words, as this person reads them. */
export const effectsShown = (
  effects: readonly Effect[],
  after: readonly StoredEvent[],
  setting: ClockSetting,
  actor: Actor,
): EventEffect[] =>
  effects.map(({ kind, was, now }) => {
    const clock = (now ?? was)!;
    const trigger = clock.trigger as StoredEvent;
    const whole = now ? clockNamed(after, setting, clock.rule.id, trigger.id) : undefined;
    const owner = ownerIn(trigger, clock.owedBy);
    return {
      kind,
      clock: `${clock.rule.id}~${trigger.id}`,
      title: clockTitle(clock),
      from: was?.due ?? null,
      to: now?.due ?? null,
      owner: ownerShown({ owedBy: clock.owedBy, ...(owner ? { owner } : {}) }, readerOf(actor), 'long').words,
      standing: whole ? standingWords(whole, setting.today, setting.calendars) : '',
    };
  });

/** Dates that are no longer what was shown. */
export const movesIn = (effects: readonly Effect[], pupil: string, nextId: () => string): MoveToKeep[] =>
  effects.flatMap(({ kind, was, now }) =>
    was && (kind === 'moves' || kind === 'goes')
      ? [
          {
            id: nextId(),
            pupil,
            rule: was.rule.id,
            trigger: was.trigger.id ?? '',
            title: clockTitle(was),
            from: was.due,
            to: now?.due ?? null,
          },
        ]
      : [],
  );

export type ChangeMade = { readonly id: string; readonly because: string; readonly by: string; readonly at: Instant };
