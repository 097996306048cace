import type { ActionOf } from '#contract/card-actions.ts';
import { button } from '../cards/card.ts';
import { classNeedsCard } from '../cards/class-needs-card.ts';
import { ideasCard } from '../cards/ideas-card.ts';
import { noticeCard } from '../cards/notice-card.ts';
import { type Answer, type Turn, Unclear } from '../turn.ts';
import { whichPupil } from './find-pupil.ts';
import { samePress } from './same-press.ts';

/** `idea for Callum writing`: the longest beginning that is somebody's name, class or case is the pupil, the rest is what it is for. */
export const ideaByWords = async (turn: Turn, rest: string): Promise<Answer> => {
  const said = rest.split(' ').filter(Boolean);
  if (said.length === 0) throw new Unclear('Say for whom and for what: idea for WM-0412 writing.');
  const { name, words } = await partedAt(turn, said);
  const which = await whichPupil(turn, name, (pupil) => button('Choose', { verb: 'ideas', pupil, words }));
  return 'ask' in which ? which.ask : showIdeas(turn, which.pupil.id, words);
};

/** No name here is longer than four words, and somebody who types more than that says what it is for. */
const NAME_WORDS = 4;

const partedAt = async (turn: Turn, said: readonly string[]): Promise<{ name: string; words: string }> => {
  for (let at = Math.min(said.length, NAME_WORDS); at > 1; at -= 1) {
    const name = said.slice(0, at).join(' ');
    if ((await turn.casework.findPupil(turn.actor, { words: name })).pupils.length > 0) return { name, words: said.slice(at).join(' ') };
  }
  return { name: said[0]!, words: said.slice(1).join(' ') };
};

export const showIdeas = async (turn: Turn, pupil: string, words: string): Promise<Answer> => {
  const found = await turn.casework.openIdeas(turn.actor, { pupil, words: words.slice(0, 200) });
  const request = turn.request();
  return {
    kind: 'own',
    card: ideasCard(found, (strategy) => samePress(request, strategy)),
    title: found.pupil.caseRef ? `Ideas for ${found.pupil.caseRef}` : 'Ideas',
    look: { verb: 'ideas', pupil, words },
  };
};

/** *Use it*: among the strategies where the presser answers for the case, else in the log as tried. */
export const takeIdea = async (turn: Turn, { pupil, strategy, request }: ActionOf<'use-idea'>): Promise<Answer> => {
  const { kept, words } = await turn.casework.useStrategy(turn.actor, { pupil, strategy, request });
  return {
    kind: 'own',
    card: noticeCard(
      kept === 'already' ? 'There already' : kept === 'log' ? 'Noted as tried' : 'Used',
      words,
      button('More ideas', { verb: 'ideas', pupil, words: '' }),
    ),
    title: 'Idea used',
    look: { verb: 'ideas', pupil, words: '' },
  };
};

/** `class 6 Oak needs`: what helps each pupil of a class that the asker teaches, takes today or answers for. */
export const classByWords = async (turn: Turn, rest: string): Promise<Answer> => {
  const asked = rest.trim().toLowerCase();
  const { rows } = await turn.casework.openClasses(turn.actor);
  const found = rows.filter(({ name }) => name.toLowerCase() === asked);
  const [only] = found.length > 0 ? found : rows.filter(({ name }) => name.toLowerCase().startsWith(asked));
  if (asked === '' || !only)
    throw new Unclear(
      `No class of yours is called “${rest}”. Yours: ${
        rows
          .slice(0, 8)
          .map(({ name }) => name)
          .join(', ') || 'none today'
      }.`,
    );
  return showClassNeeds(turn, only.id);
};

export const showClassNeeds = async (turn: Turn, id: string): Promise<Answer> => {
  const sheet = await turn.casework.openClassSheet(turn.actor, { class: id });
  return { kind: 'own', card: classNeedsCard(sheet), title: `What helps in ${sheet.name}`, look: { verb: 'class-needs', class: id } };
};
