import type { ActionRow, Actions } from '#contract/meetings.ts';
import type { Day } from '#domain/calendar/day.ts';
import {
  button,
  buttons,
  type Card,
  card,
  container,
  fitting,
  heading,
  link,
  moreInWaymark,
  plain,
  quiet,
  row,
  small,
  text,
} from './card.ts';
import { urgencyColour } from './urgency.ts';

/** Actions with number, date and a button each: what `done 3` does, one press. */
export const actionsCard = (actions: Actions, dayWords: (day: Day) => string, openTab: string | null, notice?: string): Card => {
  const open = actions.rows.filter((action) => !action.doneOn);
  const summary = open.length === 0 ? 'No action of yours is open.' : `${open.length} open.`;
  return fitting(
    open,
    (rows, left) =>
      card(`${notice ?? 'My actions'}. ${summary}`, [
        ...(notice ? [container([text(`**${plain(notice)}**`)], { style: 'emphasis' })] : []),
        heading('My actions'),
        quiet(summary),
        ...rows.map((action) => rowOf(action, dayWords)),
        ...moreInWaymark(left),
        buttons(button('Due', { verb: 'due' }), link('Open in Waymark', openTab)),
      ]),
    10,
  );
};

const rowOf = (action: ActionRow, dayWords: (day: Day) => string) =>
  row(
    [
      text(`**${action.number}\\. ${plain(action.words)}**`),
      text(action.due ? `${dayWords(action.due)}, ${action.daysWords}` : 'No date', {
        size: 'small',
        spacing: 'none',
        ...urgencyColour(action.urgency),
      }),
      small(plain([action.pupil?.name, action.mine ? 'You' : action.owner].filter(Boolean).join(' · '))),
    ],
    [buttons(button('Mark done', { verb: 'done', action: action.id }))],
  );
