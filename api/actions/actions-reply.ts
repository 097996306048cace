import type { ActionRow, Actions } from '#contract/meetings.ts';
import type { Actor } from '#domain/access/actor.ts';
import { type Day, daysBetween } from '#domain/calendar/day.ts';
import { daysLeftWords, dayWords } from '#domain/calendar/wording.ts';
import type { ListedAction } from './action-records.ts';

/** Actions in the words of a list: the date with the days left, who owns it, and whether that is the reader. */
export const actionsReply = (rows: readonly ListedAction[], actor: Actor, today: Day): Actions => ({
  rows: rows.map((row): ActionRow => {
    const { id, number, words, due, doneOn } = row;
    return {
      id,
      number,
      words,
      pupil: row.pupil ? { id: row.pupil, name: row.pupilName, caseRef: row.caseRef } : null,
      owner: row.owner ?? 'Nobody yet',
      mine: row.ownerId === actor.person,
      due,
      daysWords: doneOn ? `Done ${dayWords(doneOn, today)}` : due ? daysLeftWords(due, today) : 'No date',
      urgency: doneOn ? 'good' : urgencyOf(due, today),
      doneOn,
    };
  }),
});

/** Late, today and two days, a week, more (screens.md, levels of urgency). */
function urgencyOf(due: Day | null, today: Day): ActionRow['urgency'] {
  if (!due) return 'info';
  const left = daysBetween(today, due);
  return left < 0 ? 'late' : left <= 2 ? 'near' : left <= 7 ? 'soon' : 'later';
}
