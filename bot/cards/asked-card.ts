import type { AskedOfMe } from '#contract/contributions.ts';
import { button, buttons, type Card, card, fitting, heading, moreInWaymark, plain, quiet, row, text } from './card.ts';

type Asked = AskedOfMe['asked'][number];

const line = ({ contribution, pupil, title, askedBy, dueWords }: Asked) =>
  row(
    [
      text(`**${plain([pupil.name, pupil.caseRef].filter(Boolean).join(' · '))}**`),
      quiet(plain(`${title}, asked by ${askedBy} · ${dueWords}`)),
    ],
    [buttons(button('Answer', { verb: 'contribution', contribution }))],
  );

/** What I am asked and have not answered: the next due first. */
export const askedCard = ({ asked }: AskedOfMe): Card =>
  asked.length === 0
    ? card('You are asked nothing just now.', [heading('Asked of you'), text('Nothing waits for your answer.')])
    : fitting(asked, (rows, left) =>
        card(`${asked.length === 1 ? 'One answer is' : `${asked.length} answers are`} asked of you.`, [
          heading('Asked of you'),
          ...rows.map(line),
          ...moreInWaymark(left),
        ]),
      );
