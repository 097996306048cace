import type { Ideas } from '#contract/guidance.ts';
import { button, buttons, type Card, card, container, heading, plain, quiet, small, text } from './card.ts';

/** At most three ideas, each with the barrier it is for, why that is this pupil’s, and what to do tomorrow (duty 4). */
export const ideasCard = ({ pupil, sentence, ideas }: Ideas, request: (strategy: string) => string): Card =>
  card(`Ideas for ${pupil.caseRef ?? 'this pupil'}.`, [
    heading(`Ideas for ${plain(pupil.name)}`),
    quiet(plain(sentence)),
    ...ideas.flatMap(({ strategy, barrierWords, why, sortWords, evidenceWords }) => [
      container([
        text(`**${plain(strategy.title)}**`),
        text(plain(strategy.words)),
        small(plain(`For ${barrierWords.toLowerCase()}: ${why}.`)),
        small(plain(`${sortWords}. ${evidenceWords}.`)),
        small(plain(`${strategy.source}${strategy.verified ? '' : ' (not verified: nobody has held these words to the source)'}.`)),
        buttons(button('Use it', { verb: 'use-idea', pupil: pupil.id, strategy: strategy.id, request: request(strategy.id) })),
      ]),
    ]),
  ]);
