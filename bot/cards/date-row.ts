import type { Urgency } from '#contract/fields.ts';
import { buttons, type CardButton, type ColumnSet, plain, row, small, text } from './card.ts';
import { urgencyColour } from './urgency.ts';

/** A date as a card lists it. `under` says in a small line who owes it, or why it is here. */
export type DateLine<D extends string> = {
  readonly due: D;
  readonly daysWords: string;
  readonly urgency: Urgency;
  readonly title: string;
  readonly pupil: { readonly name: string } | null;
  readonly under: string;
};

/** One date: day and days left, whose it is and what, and the one next step as a button, which does it or opens its place. */
export const dateRow = <D extends string>(one: DateLine<D>, dayWords: (day: D) => string, step: CardButton | null): ColumnSet =>
  row(
    [
      text(`${dayWords(one.due)}, ${one.daysWords}`, { size: 'small', ...urgencyColour(one.urgency) }),
      text(`**${plain(one.pupil ? `${one.pupil.name}: ${one.title}` : one.title)}**`, { spacing: 'none' }),
      small(plain(one.under)),
    ],
    step ? [buttons(step)] : [],
  );
