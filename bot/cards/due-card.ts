import type { DueRow, Today } from '#contract/caseload.ts';
import { button, buttons, type Card, card, fitting, heading, link, moreInWaymark, plain, quiet } from './card.ts';
import { dateRow } from './date-row.ts';
import { stepButton, type TabLink } from './step-button.ts';

/** What is due: date, days left, who owes it and why, together, with the one next step. */
export const dueCard = (today: Today, dayWords: (day: string) => string, tabLink: TabLink): Card =>
  fitting(
    today.rows,
    (rows, left) =>
      card(`Due. ${today.sentence}`, [
        heading('Due'),
        quiet(plain(today.sentence)),
        ...rows.map((due) => rowOf(due, dayWords, tabLink)),
        ...moreInWaymark(left),
        buttons(button('My caseload', { verb: 'caseload' }), link('Open in Waymark', tabLink({ page: 'today' }))),
      ]),
    8,
  );

const rowOf = (due: DueRow, dayWords: (day: string) => string, tabLink: TabLink) =>
  dateRow({ ...due, under: `${due.owner.words} · ${due.why}` }, dayWords, stepButton(due, tabLink));
