import type { Reminders } from '#contract/reminders.ts';
import type { Day } from '#domain/calendar/day.ts';
import { countWords } from '#domain/calendar/wording.ts';
import { button, buttons, type Card, card, fitting, heading, link, moreInWaymark, plain, quiet } from './card.ts';
import { dateRow } from './date-row.ts';
import { stepButton, type TabLink } from './step-button.ts';

type Row = Reminders['rows'][number];

/**
 * The day's dates of one person, in a chat of their own. The summary, which a notification shows, counts and names nobody. What is on it
 * because somebody else has not done it says so.
 */
export const remindersCard = ({ rows }: Reminders, dayWords: (day: Day) => string, tabLink: TabLink): Card => {
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
        ...shown.map((one) => rowOf(one, dayWords, tabLink)),
        ...moreInWaymark(left),
        buttons(button('Due', { verb: 'due' }), link('Open in Waymark', tabLink({ page: 'today' }))),
      ]),
    8,
  );
};

const rowOf = (one: Row, dayWords: (day: Day) => string, tabLink: TabLink) => {
  const under = one.overdueWith ? `Still with ${one.overdueWith}, who was told first` : one.owner;
  return dateRow({ ...one, under }, dayWords, one.step ? stepButton({ step: one.step, pupil: one.pupil }, tabLink) : null);
};
