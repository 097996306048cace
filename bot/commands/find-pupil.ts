import type { PupilVerb } from '#contract/card-actions.ts';
import type { Found } from '#contract/caseload.ts';
import { button, type Execute } from '../cards/card.ts';
import { pupilChoiceCard } from '../cards/pupil-choice-card.ts';
import { type Answer, type Turn, Unclear } from '../turn.ts';

/** One pupil, or the answer that asks which one is meant. */
export type Which = { readonly pupil: Found['pupils'][number] } | { readonly ask: Answer };

/**
 * The pupil a person means by a name, class or case reference, among those they may know of. Where several match, the asker chooses by a
 * button that goes on with `then`; in a group no names are listed.
 */
export const whichPupil = async (turn: Turn, words: string, then: (pupil: string) => Execute): Promise<Which> => {
  if (words === '') throw new Unclear('Say which pupil, by name or case reference.');
  const { pupils } = await turn.casework.findPupil(turn.actor, { words });
  const exact = pupils.filter(
    (pupil) => pupil.caseRef?.toLowerCase() === words.toLowerCase() || pupil.name.toLowerCase() === words.toLowerCase(),
  );
  const only = exact.length === 1 ? exact[0] : pupils.length === 1 ? pupils[0] : undefined;
  if (only) return { pupil: only };
  if (pupils.length === 0) throw new Unclear(`No pupil of yours matches “${words}”.`);
  if (turn.chat.kind === 'group') throw new Unclear('Several pupils match. Use the case reference here, or ask in our private chat.');
  return { ask: { kind: 'open', card: pupilChoiceCard(words, pupils, then) } };
};

/** The button that goes on with a command once the pupil is chosen. */
export const goOn = (verb: Extract<PupilVerb, 'contacts' | 'log' | 'profile' | 'refer'>) => (pupil: string) =>
  button('Choose', { verb, pupil });
