import type { ClassSheet } from '#contract/classes.ts';
import { type Card, card, fitting, heading, plain, quiet, small, text } from './card.ts';

/** What each pupil of a class needs, as the class sheet says it: first names, three things, no diagnosis and no family fact. */
export const classNeedsCard = (sheet: ClassSheet): Card =>
  fitting(
    sheet.rows,
    (rows, left) =>
      card(`What helps in ${sheet.name}.`, [
        heading(`${plain(sheet.name)}: what helps`),
        quiet(plain(`${sheet.sentence} ${sheet.dayWords}, ${sheet.validWords}.`)),
        ...rows.flatMap((row) => [
          text(`**${plain(row.name)}**`),
          small(
            row.doThis.length === 0
              ? 'Nothing is written down yet: ask the coordinator.'
              : row.doThis.map(({ words }) => plain(words)).join(' · '),
          ),
        ]),
        ...(left > 0 ? [quiet(`${left} more on the class sheet in Waymark.`)] : []),
      ]),
    30,
  );
