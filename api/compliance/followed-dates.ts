import type { Actor } from '#domain/access/actor.ts';
import { mayDoInHouse } from '#domain/access/deeds.ts';
import { type CalendarDate, calendarDates, followedSpan } from '#domain/compliance/followed-dates.ts';
import { examDateTitle } from '#domain/exams/dates-ahead.ts';
import { readerOf } from '../caseload/reader-of.ts';
import { openHouse } from '../clocks/recount.ts';
import type { Transaction } from '../database/connection.ts';
import { examDatesAhead } from '../exams/exam-dates-due.ts';
import type { Parts } from '../parts.ts';
import { actorOfAccount } from '../people/actor-of-account.ts';
import { accountOfPerson, openClocksOf, ownActionsOf } from './followed-records.ts';

/** The entries of an actor's calendar as of now: only of pupils whom they may see today. */
export const datesFollowed = async (
  tx: Transaction,
  parts: Pick<Parts, 'clock'>,
  actor: Actor,
  whose: 'all' | 'mine',
): Promise<CalendarDate[]> => {
  const today = parts.clock.today(actor.timeZone);
  const titles = (await openHouse(tx, actor.scope.organisation))?.titles;
  const clocks = (await openClocksOf(tx, actor, today)).map((one) => ({
    ...one,
    ruleTitle: titles?.get(one.clock.rule) ?? one.clock.rule,
  }));
  const exams = (await examDatesAhead(tx, actor, today, followedSpan(today))).map((date) => ({
    season: date.season,
    date: date.id,
    on: date.on,
    title: examDateTitle(date),
  }));
  return calendarDates(clocks, await ownActionsOf(tx, actor), exams, whose, readerOf(actor), today);
};

/**
 * A person as an actor when nobody signs in: by the roles that Waymark itself gave them, as they hold today. Null for somebody who has
 * left, or who may not follow dates (any more).
 */
export const followerOf = async (parts: Parts, organisation: string, person: string, door: 'link' | 'queue'): Promise<Actor | null> => {
  const account = await parts.database.within({ organisation, schools: [] }, (tx) => accountOfPerson(tx, organisation, person));
  if (!account?.entraId) return null;
  const actor = await actorOfAccount(parts)({ tenantId: organisation, entraId: account.entraId, door });
  return actor && mayDoInHouse('follow-dates', actor.roles) ? actor : null;
};
