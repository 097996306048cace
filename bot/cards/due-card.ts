import type { DueRow, Today } from '#contract/caseload.ts';
import { button, buttons, type Card, card, type Execute, fitting, heading, link, moreInWaymark, plain, quiet } from './card.ts';
import { dateRow } from './date-row.ts';

/** What is due: date, days left, who owes it and why, together, with the one next step. */
export const dueCard = (today: Today, dayWords: (day: string) => string, openTab: string | null): Card =>
  fitting(
    today.rows,
    (rows, left) =>
      card(`Due. ${today.sentence}`, [
        heading('Due'),
        quiet(plain(today.sentence)),
        ...rows.map((due) => rowOf(due, dayWords)),
        ...moreInWaymark(left),
        buttons(button('My caseload', { verb: 'caseload' }), link('Open in Waymark', openTab)),
      ]),
    8,
  );

const rowOf = (due: DueRow, dayWords: (day: string) => string) =>
  dateRow({ ...due, under: `${due.owner.words} · ${due.why}` }, dayWords, stepButton(due));

/** The step as a button, where the bot can take it; everything else opens in the tab. */
export const stepButton = (due: DueRow): Execute | null => {
  if (due.step.deed === 'mark-done') return button('Mark done', { verb: 'done', action: due.step.target });
  if (due.step.deed === 'promise-kept') return button('Mark kept', { verb: 'promise-kept', entry: due.step.target });
  if (due.step.deed === 'chase-request') return button('Chase', { verb: 'chase-request', request: due.step.target });
  if (due.step.deed === 'find-a-date' && due.pupil) return button(due.step.words, { verb: 'review', pupil: due.pupil.id });
  if (due.step.deed === 'log-a-call' && due.pupil) return button(due.step.words, { verb: 'log', pupil: due.pupil.id });
  if (due.step.deed === 'open-meeting') return button('Record', { verb: 'record', meeting: due.step.target });
  return null;
};
