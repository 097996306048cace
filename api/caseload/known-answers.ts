import type { Caseload } from '#contract/caseload.ts';
import type { Actor } from '#domain/access/actor.ts';
import type { Day } from '#domain/calendar/day.ts';
import type { Register } from './caseload-records.ts';
import { readerOf } from './reader-of.ts';

/** A whole caseload as it was answered, and whose records were in it. */
export type KnownAnswer = { readonly reply: Caseload; readonly pupils: readonly string[] };

/** A third of a megabyte each, once it has been written. */
const REMEMBERED = 100;

/**
 * Opens a memory of the last caseload of each reader. It is answered again where the record has just named the same pupils with the same
 * editions and calendars, to the same reader on the same day: then nothing can have changed. Who may see whom is asked of the record each time.
 */
export const knownAnswers = () => {
  const answers = new Map<string, { readonly seen: string; readonly answer: KnownAnswer }>();
  return {
    find: (actor: Actor, today: Day, register: Register): KnownAnswer | undefined => {
      const known = answers.get(actor.person);
      return known?.seen === seenBy(actor, today, register) ? known.answer : undefined;
    },
    remember: (actor: Actor, today: Day, register: Register, answer: KnownAnswer): void => {
      answers.delete(actor.person);
      answers.set(actor.person, { seen: seenBy(actor, today, register), answer });
      for (const oldest of answers.keys()) {
        if (answers.size <= REMEMBERED) break;
        answers.delete(oldest);
      }
    },
  };
};

const seenBy = (actor: Actor, today: Day, { pupils, calendars, countedAt, jurisdiction }: Register): string =>
  [actor.scope.organisation, jurisdiction, today, actor.timeZone, readerOf(actor).coordinates, calendars, countedAt, pupils].join('\n');
