import type { StatusPage } from '#contract/status.ts';
import { buttons, type Card, card, heading, plain, text } from './card.ts';

/** How the service is doing: the sentence, then each thing that is not well with what there is to do. No case stands in it. */
export const statusCard = ({ sentence, lines }: Pick<StatusPage, 'sentence' | 'lines'>, link: string | null): Card =>
  card(`Status. ${sentence}`, [
    heading(plain('Status')),
    text(plain(sentence)),
    ...lines
      .filter(({ urgency }) => urgency === 'near' || urgency === 'late')
      .map(({ title, state, heals }) => text(plain(`${title}: ${state}. ${heals}`))),
    buttons(link ? { type: 'Action.OpenUrl', title: 'Open status', url: link } : null),
  ]);
