import type { Reminders } from '#contract/reminders.ts';
import type { Actor } from '#domain/access/actor.ts';
import { type Day, daysBetween } from '#domain/calendar/day.ts';
import { daysLeftWords } from '#domain/calendar/wording.ts';
import { clockTask } from '#domain/caseload/clock-words.ts';
import { ownerShown } from '#domain/caseload/owner-words.ts';
import { stepFor } from '#domain/caseload/step.ts';
import { urgencyOf } from '#domain/caseload/urgency.ts';
import { permitInHouse } from '../access/permit.ts';
import { note } from '../audit/note.ts';
import { readerOf } from '../caseload/reader-of.ts';
import type { Casework } from '../casework.ts';
import { openHouse } from '../clocks/recount.ts';
import type { Parts } from '../parts.ts';
import { actionsTold, clocksTold, type ToldAction, type ToldClock } from './told-records.ts';

type Row = Reminders['rows'][number];

/** What somebody was told of on a day, as it stands now: what was done meanwhile, or is no longer theirs to see, has gone from it. */
export const openReminders =
  (parts: Parts): Casework['openReminders'] =>
  async (actor, { day: asked }) => {
    permitInHouse(actor, 'open-caseload');
    const today = parts.clock.today(actor.timeZone);
    const on = asked ?? today;
    return parts.database.within(actor.scope, async (tx) => {
      const house = await openHouse(tx, actor.scope.organisation);
      const clocks = await clocksTold(tx, actor, on, today);
      const actions = await actionsTold(tx, actor, on, today);
      await note(tx, parts, actor, 'open-reminders', [...new Set([...clocks, ...actions].map(({ pupil }) => pupil.id))]);
      const rows = [
        ...clocks.map((clock) => clockRow(clock, house?.titles.get(clock.clock.rule), actor, today)),
        ...actions.map((one) => actionRow(one, today)),
      ];
      return { day: on, rows: rows.sort((one, other) => daysBetween(other.due, one.due)) };
    });
  };

const clockRow = ({ clock, leads, pupil, overdue }: ToldClock, title: string | undefined, actor: Actor, today: Day): Row => {
  const owner = ownerShown(clock, readerOf(actor), 'long').words;
  return {
    kind: 'clock',
    id: clock.clock,
    title: clockTask(clock, title),
    due: clock.due,
    daysWords: daysLeftWords(clock.due, today),
    urgency: urgencyOf(clock.due, today),
    pupil,
    owner,
    overdueWith: overdue ? owner : null,
    step: stepFor(clock, pupil.id, leads),
  };
};

const actionRow = ({ id, number, words, due, owner, mine, pupil, overdue }: ToldAction, today: Day): Row => ({
  kind: 'action',
  id,
  title: `${number}. ${words}`,
  due,
  daysWords: daysLeftWords(due, today),
  urgency: urgencyOf(due, today),
  pupil,
  owner: mine ? 'You' : (owner ?? 'Nobody yet'),
  overdueWith: overdue ? (owner ?? 'Nobody yet') : null,
  step: mine ? { words: 'Mark done', deed: 'mark-done', target: id } : null,
});
