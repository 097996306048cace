import type { Caseload, CaseloadRow } from '#contract/caseload.ts';
import { button, buttons, type Card, card, fitting, heading, link, moreInWaymark, plain, quiet, row, small, text } from './card.ts';
import { urgencyColour } from './urgency.ts';

/** The pupils to look at first, worst and nearest first, each with its reason and its next date. `schedules`: the reader books reviews. */
export const caseloadCard = (caseload: Caseload, dayWords: (day: string) => string, openTab: string | null, schedules = true): Card => {
  const { pupils, plans, needALook } = caseload.counts;
  const counts = `${pupils} pupils, ${plans} with a plan, ${needALook} to look at`;
  if (pupils === 0)
    return card('No pupil on the register is yours today.', [heading('My caseload'), quiet('No pupil on the register is yours today.')]);
  return fitting(
    caseload.rows,
    (rows, left) =>
      card(`My caseload: ${counts}.`, [
        heading('My caseload'),
        quiet(counts),
        ...rows.map((pupil) => rowOf(pupil, dayWords, schedules)),
        ...moreInWaymark(left),
        buttons(button('Due', { verb: 'due' }), button('My actions', { verb: 'actions' }), link('Open in Waymark', openTab)),
      ]),
    8,
  );
};

/** Rules whose next step is to find a date, as on Today. */
const OF_MEETINGS = ['school.review.date', 'school.parentMeeting', 'eng.support.meetings'];

/** Whether a date is to be found for a pupil: a review is not booked, or the next date is one for a meeting. */
const wantsDate = ({ flags, next }: CaseloadRow): boolean =>
  flags.some(({ kind }) => kind === 'review-not-booked') || OF_MEETINGS.some((rule) => next?.clock.startsWith(`${rule}~`));

const rowOf = (pupil: CaseloadRow, dayWords: (day: string) => string, schedules: boolean) => {
  const about = [pupil.className, pupil.caseRef].filter(Boolean).join(' · ');
  const why = pupil.flags[0]?.words;
  const next = pupil.next;
  const colour = urgencyColour(next?.urgency);
  return row(
    [
      text(`**${plain(`${pupil.surname}, ${pupil.givenName}`)}**${about ? ` · ${plain(about)}` : ''}`),
      ...(next
        ? [text(`${plain(next.title)}: ${dayWords(next.due)}, ${next.daysWords}`, { size: 'small', spacing: 'none', ...colour })]
        : []),
      ...(why ? [small(plain(why))] : []),
    ],
    [
      buttons(
        schedules && wantsDate(pupil)
          ? button('Find a date', { verb: 'review', pupil: pupil.id })
          : button('Who to contact', { verb: 'contacts', pupil: pupil.id }),
      ),
    ],
  );
};
