import type { Caseload } from '#contract/caseload.ts';
import type { Actor } from '#domain/access/actor.ts';
import { caseloadCounts, caseloadLine, inCaseloadOrder } from '#domain/caseload/caseload.ts';
import type { Reader } from '#domain/caseload/owner-words.ts';
import { permitInHouse } from '../access/permit.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import type { Parts } from '../parts.ts';
import { registerOf } from './caseload-records.ts';
import { instantText } from './instant-text.ts';
import { calendarsBySchool } from './school-calendars.ts';

/** How the actor reads lists: what the school owes is a coordinator's own. */
export const readerOf = ({ person, roles }: Actor): Reader => ({ person, coordinates: roles.includes('coordinator') });

/** Every pupil on the register whom the reader may see, worst and nearest first, each with its reasons. One row of the audit trail. */
export const openCaseload =
  (parts: Parts): Casework['openCaseload'] =>
  async (actor): Promise<Caseload> => {
    permitInHouse(actor, 'open-caseload');
    const today = parts.clock.today(actor.timeZone);
    const register = await parts.database.within(actor.scope, async (tx) => {
      const found = await registerOf(tx, actor, today);
      await note(
        tx,
        parts,
        actor,
        'open-caseload',
        found.cases.map(({ id }) => id),
      );
      return found;
    });
    const calendarOf = calendarsBySchool(register.calendars);
    const reader = readerOf(actor);
    const lines = inCaseloadOrder(
      register.cases.map((facts) => caseloadLine(facts, { today, calendar: calendarOf(facts.school) }, reader)),
    );
    return {
      rows: lines as Caseload['rows'],
      counts: caseloadCounts(lines),
      countedAt: instantText(register.countedAt) ?? parts.clock.now(),
    };
  };
