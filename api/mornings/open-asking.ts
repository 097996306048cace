import type { AskingPage } from '#contract/strategies.ts';
import type { Actor } from '#domain/access/actor.ts';
import type { Day } from '#domain/calendar/day.ts';
import { dayIn } from '#domain/calendar/wall-clock.ts';
import { isAsked, type Occasion, occasionOf } from '#domain/classes/asking.ts';
import { readingOf } from '#domain/classes/strategies.ts';
import { permitInHouse } from '../access/permit.ts';
import { note } from '../audit/note.ts';
import { instantText } from '../caseload/instant-text.ts';
import type { Casework } from '../casework.ts';
import { hasStrategies, helpedPupil } from '../classes/helped-pupil.ts';
import { type StrategyFacts, taughtBy } from '../classes/strategy-records.ts';
import type { Transaction } from '../database/connection.ts';
import { schoolDay } from '../meetings/school-day.ts';
import type { Parts } from '../parts.ts';
import { calendarOfPerson, morningsOf } from './mornings-records.ts';

/** The pupils the reader’s card of today asks about, unread ones first. */
export const openAsking =
  (parts: Parts): Casework['openAsking'] =>
  async (actor) => {
    permitInHouse(actor, 'open-caseload');
    const today = parts.clock.today(actor.timeZone);
    return parts.database.within(actor.scope, async (tx): Promise<AskingPage> => {
      const { occasion, pupils } = await askedToday(tx, actor, today);
      await note(
        tx,
        parts,
        actor,
        'open-asking',
        pupils.map(({ id }) => id),
      );
      return {
        heading: headingOf(occasion),
        pupils: pupils.map((facts) => helpedPupil(facts, { today, timeZone: actor.timeZone })),
      };
    });
  };

/** Why the card comes today, and about whom. Asked for by hand on a day without an occasion, it is as on the week's day. */
export const askedToday = async (tx: Transaction, actor: Actor, today: Day) => {
  const { organisation } = actor.scope;
  const chosen = (await morningsOf(tx, organisation, [actor.person]))(actor.person);
  const { calendar } = schoolDay(await calendarOfPerson(tx, organisation, actor.person));
  const occasion = occasionOf(chosen, today, calendar) ?? { kind: 'weekly' as const };
  const taught = (await taughtBy(tx, organisation, actor.person, today)).filter(hasStrategies);
  const asked = taught.filter((facts) => isAsked(standingOf(facts, actor, today), occasion, today));
  const unread = (facts: StrategyFacts) => helpedPupil(facts, { today, timeZone: actor.timeZone }).readWords === null;
  return { occasion, pupils: [...asked.filter(unread), ...asked.filter((facts) => !unread(facts))] };
};

const standingOf = (facts: StrategyFacts, { timeZone }: Actor, today: Day) => {
  const shown = helpedPupil(facts, { today, timeZone });
  const last =
    facts.marks
      .map(({ at }) => at)
      .sort()
      .at(-1) ?? null;
  return {
    reading: readingOf(shown.edition, facts.reads),
    open: shown.strategies.filter(({ mark }) => mark === null).length,
    answeredOn: last ? dayIn(timeZone, instantText(last)!) : null,
  };
};

const headingOf = (occasion: Occasion): string =>
  occasion.kind === 'unit' ? `Before “${occasion.title}”` : occasion.kind === 'changed' ? 'Changed since you read it' : 'This week';
