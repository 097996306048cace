import type { AskedOfMe } from '#contract/contributions.ts';
import { daysLeftWords, dayWords } from '#domain/calendar/wording.ts';
import { QUESTION_SETS } from '#domain/contributions/purpose.ts';
import { permitInHouse } from '../access/permit.ts';
import type { Casework } from '../casework.ts';
import type { Parts } from '../parts.ts';
import { askedOf } from './asked-of.ts';

/** What is asked of this person and not answered yet, the next due first, each with its day and the days left. */
export const openAsked =
  (parts: Parts): Casework['openAsked'] =>
  (actor) => {
    permitInHouse(actor, 'open-caseload');
    const today = parts.clock.today(actor.timeZone);
    return parts.database.within(actor.scope, async (tx): Promise<AskedOfMe> => {
      const waiting = await askedOf(tx, actor, today);
      const asked = waiting.map(({ contribution, pupil, purpose, askedBy, dueOn }) => ({
        contribution,
        pupil: { id: pupil.id, name: pupil.name, caseRef: pupil.caseRef ?? '', className: pupil.className },
        title: QUESTION_SETS[purpose].title,
        askedBy,
        dueOn,
        dueWords: `${dayWords(dueOn, today)} · ${daysLeftWords(dueOn, today)}`,
        urgency: dueOn < today ? ('late' as const) : dueOn === today ? ('near' as const) : ('soon' as const),
      }));
      return { asked };
    });
  };
