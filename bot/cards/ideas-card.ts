import type { Ideas } from '#contract/guidance.ts';
import { button, buttons, type Card, card, container, heading, plain, quiet, small, text } from './card.ts';

/** `Practice` of `Practice: what experienced staff and professional bodies advise`; the library says the rest. */
const headOf = (words: string): string => words.split(':')[0] ?? words;

/** At most three ideas, each with the barrier it is for, why that is this pupil’s, and what to do tomorrow (duty 4). */
export const ideasCard = ({ pupil, sentence, ideas }: Ideas, request: (strategy: string) => string): Card =>
  card(`Ideas for ${pupil.caseRef ?? 'this pupil'}.`, [
    heading(`Ideas for ${plain(pupil.name)}`),
    quiet(plain(sentence)),
    ...ideas.flatMap(({ strategy, barrierWords, why, sortWords, evidenceWords }) => [
      container([
        text(`**${plain(strategy.title)}**`),
        text(plain(strategy.words)),
        small(plain(`For ${barrierWords.toLowerCase()}: ${why}. ${headOf(sortWords)}; evidence: ${headOf(evidenceWords).toLowerCase()}.`)),
        small(plain(`Source: ${strategy.source}${strategy.verified ? '' : ', not checked against the source'}.`)),
        buttons(button('Use it', { verb: 'use-idea', pupil: pupil.id, strategy: strategy.id, request: request(strategy.id) })),
      ]),
    ]),
  ]);
