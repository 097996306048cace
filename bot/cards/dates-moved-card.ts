import type { DatesMovedPage } from '#contract/school-calendar.ts';
import { button, buttons, type Card, card, fitting, heading, link, moreInWaymark, plain, quiet, row, small, text } from './card.ts';

/** Dates that a change of the school's calendar moved: what changed, and each date before and after, by its case. */
export const datesMovedCard = ({ words, by, moved }: DatesMovedPage, dayWords: (day: string) => string, openTab: string | null): Card =>
  fitting(
    moved,
    (rows, left) =>
      card(`Dates moved. ${words}`, [
        heading('Dates moved'),
        quiet(plain(`${words}${by ? `, says ${by}` : ''}.`)),
        ...rows.map(({ title, pupil, from, to }) =>
          row(
            [
              text(plain(`${from ? dayWords(from) : 'No date'} becomes ${to ? dayWords(to) : 'no date'}`), { size: 'small' }),
              text(`**${plain(`${pupil.name}: ${title}`)}**`, { spacing: 'none' }),
              small(plain(pupil.caseRef ?? '')),
            ],
            [],
          ),
        ),
        ...moreInWaymark(left),
        buttons(button('What is due', { verb: 'due' }), link('Open in Waymark', openTab)),
      ]),
    8,
  );
