import { type ActionOf, marksOf } from '#contract/card-actions.ts';
import { markWords } from '#domain/classes/strategies.ts';
import { allReadCard, notRecordedCard, strategiesAnsweredCard, strategiesCard } from '../cards/strategies-card.ts';
import { refusalOf } from '../refusals.ts';
import type { Answer, Turn } from '../turn.ts';

const own = (card: Answer['card'], pupil?: string): Answer => ({
  kind: 'own',
  card,
  title: 'Strategies',
  look: { verb: 'strategies', ...(pupil ? { pupil } : {}) },
});

/** `strategies`: the pupil whom today's card asks about first, or one that is named. */
export const showStrategies = async (turn: Turn, pupil?: string, shown: { missing?: string; typed?: Typed } = {}): Promise<Answer> => {
  const openTab = turn.tabLink({ page: 'classes/mine' });
  const asking = await turn.casework.openAsking(turn.actor);
  const mine = await turn.casework.openMyStrategies(turn.actor, {});
  const one = pupil ? mine.pupils.find(({ id }) => id === pupil) : asking.pupils[0];
  if (!one) return own(allReadCard(mine.pupils.length, openTab));
  const others = asking.pupils.filter(({ id }) => id !== one.id).length;
  return own(strategiesCard(one, { when: asking.heading, others, openTab, ...shown }), one.id);
};

type Typed = NonNullable<ReturnType<typeof marksOf>>;

/**
 * Keeps what was chosen, and that it was read. A line belongs to what does not work, else to the first that was answered; a line alone comes
 * back to be told what it is about. Somebody who no longer teaches the pupil keeps their words and hears that nothing was recorded.
 */
export const answerStrategies = async (turn: Turn, press: ActionOf<'answer-strategies'>): Promise<Answer> => {
  const { pupil, edition } = press;
  const typed = marksOf(press) ?? { said: '', marks: [] };
  if (typed.said !== '' && typed.marks.length === 0)
    return showStrategies(turn, pupil, { typed, missing: 'Choose what your line is about: works, does not work or not tried.' });
  try {
    const answered = await turn.casework.answerStrategies(turn.actor, { pupil, edition, read: true, answers: answersOf(typed) });
    const { pupils } = await turn.casework.openAsking(turn.actor);
    return own(strategiesAnsweredCard(answered, pupils.filter(({ id }) => id !== pupil).length), pupil);
  } catch (thrown) {
    const refusal = refusalOf(thrown);
    if (!refusal || refusal.kind === 'not-valid') throw thrown;
    const lines = [
      ...typed.marks.map(({ mark }, index) => `Strategy ${index + 1}: ${markWords(mark)}`),
      ...(typed.said ? [typed.said] : []),
    ];
    return own(notRecordedCard(refusal.message, lines));
  }
};

const answersOf = ({ said, marks }: Typed) => {
  const about = marks.filter(({ mark }) => mark === 'does-not');
  const spoken = about.length > 0 ? about : marks.slice(0, 1);
  return marks.map((one) => ({ ...one, ...(said !== '' && spoken.includes(one) ? { said: said.slice(0, 500) } : {}) }));
};
