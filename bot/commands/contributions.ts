import { type ActionOf, answersOf } from '#contract/card-actions.ts';
import type { ContributionForm, GivenAnswer } from '#contract/contributions.ts';
import { askedCard } from '../cards/asked-card.ts';
import { contributionAnsweredCard, contributionCard, contributionEndedCard, type FormNotes } from '../cards/contribution-card.ts';
import { gatheredCard } from '../cards/gathered-card.ts';
import { refusalOf } from '../refusals.ts';
import type { Answer, Turn } from '../turn.ts';

/** `asked`: what I am asked and have not answered. */
export const showAsked = async (turn: Turn): Promise<Answer> => ({
  kind: 'own',
  card: askedCard(await turn.casework.openAsked(turn.actor)),
  title: 'Asked of me',
  look: { verb: 'asked' },
});

const own = (card: Answer['card'], contribution: string): Answer => ({
  kind: 'own',
  card,
  title: 'A contribution',
  look: { verb: 'contribution', contribution },
});

/** The questions of one contribution, to answer or to answer anew. */
export const showContribution = async (turn: Turn, contribution: string, notes: FormNotes = {}): Promise<Answer> => {
  const form = await turn.casework.openContribution(turn.actor, { contribution });
  return own(form.state === 'ended' ? contributionEndedCard(form.stateWords) : contributionCard(form, notes), contribution);
};

/**
 * Puts what was written into the record. What cannot be kept comes back in its form with the reason; where nothing is taken any more, it
 * stands on the card with whom to tell.
 */
export const answerContribution = async (turn: Turn, press: ActionOf<'answer-contribution'>): Promise<Answer> => {
  const { contribution } = press;
  const answers = answersOf(press) ?? [];
  try {
    return own(contributionAnsweredCard(await turn.casework.answerContribution(turn.actor, { contribution, answers })), contribution);
  } catch (thrown) {
    const refusal = refusalOf(thrown);
    if (!refusal) throw thrown;
    if (refusal.kind === 'not-valid') return showContribution(turn, contribution, { typed: answers, missing: refusal.message });
    if (refusal.kind !== 'not-ready' && refusal.kind !== 'not-allowed') throw thrown;
    const form = await turn.casework.openContribution(turn.actor, { contribution }).catch(() => null);
    return own(contributionEndedCard(refusal.message, keptOf(answers, form)), contribution);
  }
};

const keptOf = (answers: readonly GivenAnswer[], form: ContributionForm | null) =>
  answers
    .filter(({ words }) => words.trim() !== '')
    .map(({ question, words }) => ({ asked: form?.questions.find(({ id }) => id === question)?.words ?? '', words }));

/** Who has answered a request and who has not. */
export const showGathered = async (turn: Turn, request: string, notice?: string): Promise<Answer> => {
  const gathered = await turn.casework.openContributionRequest(turn.actor, { request });
  const url = turn.tabLink({ pupil: gathered.pupil.id });
  return {
    kind: 'own',
    card: gatheredCard(gathered, { today: turn.today, url, ...(notice ? { notice } : {}) }),
    title: 'Contributions',
    look: { verb: 'gathered', request },
  };
};

/** What was done, or why it is not ready to be: the list stays in sight either way. */
const orReason = async (work: () => Promise<string>): Promise<string> => {
  try {
    return await work();
  } catch (thrown) {
    const refusal = refusalOf(thrown);
    if (refusal?.kind !== 'not-ready') throw thrown;
    return refusal.message;
  }
};

/** Reminds those who have not answered. */
export const remindContributions = async (turn: Turn, request: string): Promise<Answer> => {
  const said = await orReason(async () => {
    await turn.casework.remindContributions(turn.actor, { request });
    return 'Those who have not answered are reminded.';
  });
  return showGathered(turn, request, said);
};

/** Closes a request: nobody is reminded any more. */
export const closeContributions = async (turn: Turn, request: string): Promise<Answer> => {
  const said = await orReason(async () => {
    await turn.casework.endContributions(turn.actor, { request, as: 'closed' });
    return 'Closed. Nobody is reminded any more.';
  });
  return showGathered(turn, request, said);
};
