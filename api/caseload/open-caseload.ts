import type { Caseload } from '#contract/caseload.ts';
import type { Actor } from '#domain/access/actor.ts';
import type { Day, Instant } from '#domain/calendar/day.ts';
import { caseloadCounts, inCaseloadOrder } from '#domain/caseload/caseload.ts';
import { nationOf } from '#domain/pupils/nation.ts';
import { permitInHouse } from '../access/permit.ts';
import { note } from '../audit/note.ts';
import type { Casework } from '../casework.ts';
import type { Transaction } from '../database/connection.ts';
import { lasting } from '../lasting.ts';
import type { Parts } from '../parts.ts';
import { calendarsIn, pupilsIn, type Register, registerOf } from './caseload-records.ts';
import { instantText } from './instant-text.ts';
import { type KnownAnswer, knownAnswers } from './known-answers.ts';
import { type KnownCase, knownCases } from './known-cases.ts';
import { readerOf } from './reader-of.ts';
import { calendarsBySchool } from './school-calendars.ts';

/**
 * Every pupil on the register whom the reader may see, worst and nearest first, each with its reasons. One row of the audit trail. What is
 * known of each case comes as the record keeps it; flags, days left and whose turn it is are of this day and this reader.
 */
export const openCaseload = (parts: Parts): Casework['openCaseload'] => {
  const casesOf = knownCases();
  const answers = knownAnswers();

  const made = async (tx: Transaction, actor: Actor, today: Day, register: Register): Promise<KnownAnswer> => {
    const listed = pupilsIn(register);
    const cases = await casesOf(tx, actor.scope.organisation, listed);
    const countedAt = instantText(latest(cases, register));
    const answer = {
      reply: lasting({ ...drawn(cases, actor, today, register), countedAt: countedAt ?? parts.clock.now() }),
      pupils: Object.freeze(cases.map(({ id }) => id)),
    };
    // Facts without an edition, and a moment that is only now, are good for once.
    if (countedAt && listed.every(([, , edition]) => edition !== null)) answers.remember(actor, today, register, answer);
    return answer;
  };

  return async (actor): Promise<Caseload> => {
    permitInHouse(actor, 'open-caseload');
    const today = parts.clock.today(actor.timeZone);
    return parts.database.within(actor.scope, async (tx) => {
      const register = await registerOf(tx, actor, today);
      const { reply, pupils } = answers.find(actor, today, register) ?? (await made(tx, actor, today, register));
      await note(tx, parts, actor, 'open-caseload', pupils);
      return reply;
    });
  };
};

const drawn = (cases: readonly KnownCase[], actor: Actor, today: Day, register: Register): Omit<Caseload, 'countedAt'> => {
  const calendarOf = calendarsBySchool(calendarsIn(register));
  const [reader, zone, nation] = [readerOf(actor), actor.timeZone, nationOf(register.jurisdiction)];
  const lines = inCaseloadOrder(cases.map(({ school, of }) => of.line({ today, zone, calendar: calendarOf(school), nation }, reader)));
  return { rows: lines as Caseload['rows'], counts: caseloadCounts(lines) };
};

/** When the last of these cases, or everybody, was counted; moments as PostgreSQL writes them into JSON sort as text. */
const latest = (cases: readonly KnownCase[], { countedAt }: Register): Instant | null =>
  cases.reduce<Instant | null>(
    (last, { of: { facts } }) => (facts.countedAt && (!last || facts.countedAt > last) ? facts.countedAt : last),
    countedAt as Instant | null,
  );
