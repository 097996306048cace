import type { Caseload } from '#contract/caseload.ts';
import type { Actor } from '#domain/access/actor.ts';
import type { Instant } from '#domain/calendar/day.ts';
import { caseloadCounts, inCaseloadOrder } from '#domain/caseload/caseload.ts';
import type { Reader } from '#domain/caseload/owner-words.ts';
import { permitInHouse } from '../access/permit.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import type { Parts } from '../parts.ts';
import { registerOf } from './caseload-records.ts';
import { instantText } from './instant-text.ts';
import { type KnownCase, knownCases } from './known-cases.ts';
import { calendarsBySchool } from './school-calendars.ts';

/** How the actor reads lists: what the school owes is a coordinator's own. */
export const readerOf = ({ person, roles }: Actor): Reader => ({ person, coordinates: roles.includes('coordinator') });

/**
 * Every pupil on the register whom the reader may see, worst and nearest first, each with its reasons. One row of the audit trail. What is
 * known of each case comes as the record keeps it; flags, days left and whose turn it is are of this day and this reader.
 */
export const openCaseload = (parts: Parts): Casework['openCaseload'] => {
  const casesOf = knownCases();
  return async (actor): Promise<Caseload> => {
    permitInHouse(actor, 'open-caseload');
    const { timeZone: zone, scope } = actor;
    const today = parts.clock.today(zone);
    const { cases, calendars } = await parts.database.within(scope, async (tx) => {
      const register = await registerOf(tx, actor, today);
      const found = await casesOf(tx, scope.organisation, register.pupils);
      const ids = found.map(({ id }) => id);
      await note(tx, parts, actor, 'open-caseload', ids);
      return { cases: found, calendars: register.calendars };
    });
    const calendarOf = calendarsBySchool(calendars);
    const reader = readerOf(actor);
    const lines = inCaseloadOrder(cases.map(({ school, of }) => of.line({ today, zone, calendar: calendarOf(school) }, reader)));
    return {
      rows: lines as Caseload['rows'],
      counts: caseloadCounts(lines),
      countedAt: instantText(latest(cases)) ?? parts.clock.now(),
    };
  };
};

/** When the last of these cases was counted; moments as PostgreSQL writes them into JSON sort as text. */
const latest = (cases: readonly KnownCase[]): Instant | null =>
  cases.reduce<Instant | null>(
    (last, { of: { facts } }) => (facts.countedAt && (!last || facts.countedAt > last) ? facts.countedAt : last),
    null,
  );
