import type { Reminders } from '#contract/reminders.ts';
import type { Day } from '#domain/calendar/day.ts';
import { countWords } from '#domain/calendar/wording.ts';
import { button, buttons, type Card, card, type Execute, fitting, heading, link, moreInWaymark, plain, quiet } from './card.ts';
import { dateRow } from './date-row.ts';

type Row = Reminders['rows'][number];

/**
 * The day's dates of one person, in a chat of their own. The summary, which a notification shows, counts and names nobody. What is on it
 * because somebody else has not done it says so.
 */
export const remindersCard = ({ rows }: Reminders, dayWords: (day: Day) => string, openTab: string | null): Card => {
  const late = rows.filter(({ urgency }) => urgency === 'late').length;
  const summary =
    rows.length === 0
      ? 'What you were to be told of has been done meanwhile.'
      : `${countWords(rows.length, 'date')}${late > 0 ? `, ${late} late` : ''}.`;
  return fitting(
    rows,
    (shown, left) =>
      card(`Dates to keep in mind. ${summary}`, [
        heading('Dates to keep in mind'),
        quiet(plain(summary)),
        ...shown.map((one) => rowOf(one, dayWords)),
        ...moreInWaymark(left),
        buttons(button('Due', { verb: 'due' }), link('Open in Waymark', openTab)),
      ]),
    8,
  );
};

const rowOf = (one: Row, dayWords: (day: Day) => string) =>
  dateRow({ ...one, under: one.overdueWith ? `Still with ${one.overdueWith}, who was told first` : one.owner }, dayWords, stepOf(one));

/** The step as a button, where the bot can take it. */
const stepOf = ({ step, pupil }: Row): Execute | null => {
  if (step?.deed === 'mark-done') return button('Mark done', { verb: 'done', action: step.target });
  if (step?.deed === 'open-meeting') return button('Record', { verb: 'record', meeting: step.target });
  if (!step || !pupil) return null;
  if (step.deed === 'find-a-date') return button(step.words, { verb: 'review', pupil: pupil.id });
  return step.deed === 'log-a-call' ? button(step.words, { verb: 'log', pupil: pupil.id }) : null;
};
