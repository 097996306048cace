import type { Instant } from '#domain/calendar/day.ts';
import { OUTCOMES, type Outcome } from '#domain/status/outside.ts';
import { faultFields } from '../fault-fields.ts';
import type { GraphCall } from '../graph/heard.ts';
import type { Parts } from '../parts.ts';
import { addMinutesHeard, type OutsideMinute } from './outside-records.ts';

/** Hears every request to Microsoft 365 and writes down, now and then, how they went. */
export type OutsideEar = {
  heard(call: GraphCall): void;
  /** Writes down what has been heard so far. Never rejects: how Microsoft 365 is doing is not worth a deed. */
  keep(): Promise<void>;
  stop(): Promise<void>;
};

/** What was heard is written down so many milliseconds after the first of it: one small statement, however many requests there were. */
const SOON = 3_000;

const none = (): Record<Outcome, number> => Object.fromEntries(OUTCOMES.map((outcome) => [outcome, 0])) as Record<Outcome, number>;

const minuteOf = (now: Instant): Instant => `${now.slice(0, 16)}:00.000Z` as Instant;

/** Gathers what this process hears, and adds it to what all processes of the organisation keep in the record. */
export const outsideEar = ({ database, clock, log }: Pick<Parts, 'database' | 'clock' | 'log'>, organisation: string): OutsideEar => {
  let gathered = new Map<string, OutsideMinute>();
  let timer: NodeJS.Timeout | undefined;
  let keeping = Promise.resolve();

  const write = async (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    const minutes = [...gathered.values()];
    gathered = new Map();
    if (minutes.length === 0) return;
    await database
      .within({ organisation, schools: [] }, (tx) => addMinutesHeard(tx, organisation, minutes))
      .catch((fault) => log.warn(faultFields(fault), 'what was heard from Microsoft 365 could not be kept'));
  };
  const keep = (): Promise<void> => {
    keeping = keeping.then(write);
    return keeping;
  };
  return {
    heard: ({ part, outcome, took }) => {
      const now = clock.now();
      const minute = minuteOf(now);
      const key = `${part} ${minute}`;
      const found = gathered.get(key) ?? { part, minute, calls: none(), took: 0, lastOk: null, lastBad: null };
      const well = outcome === 'ok';
      gathered.set(key, {
        ...found,
        calls: { ...found.calls, [outcome]: found.calls[outcome] + 1 },
        ...(well ? { took: found.took + took, lastOk: now } : { lastBad: now }),
      });
      timer ??= setTimeout(() => void keep(), SOON).unref();
    },
    keep,
    stop: keep,
  };
};
