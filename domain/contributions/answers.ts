import type { Question } from '#domain/contributions/purpose.ts';

/** What somebody wrote under one question. */
export type Given = { readonly question: string; readonly words: string };

/** Most characters that all answers and their questions come to together, as the record keeps them in one passage. */
export const MOST_IN_ALL = 4000;

/** Answers that say something, in the order of the questions, each trimmed; one to a question that was not asked is left out. */
export const saidOf = (questions: readonly Question[], given: readonly Given[]): readonly Given[] =>
  questions.flatMap(({ id }) => {
    const words = given.find(({ question }) => question === id)?.words.trim() ?? '';
    return words === '' ? [] : [{ question: id, words }];
  });

/** The answers as one passage of the record: each question in its words, and the answer under it. */
export const composedWords = (questions: readonly Question[], said: readonly Given[]): string =>
  saidOf(questions, said)
    .map(({ question, words }) => `${questions.find(({ id }) => id === question)?.words ?? ''}\n${words}`)
    .join('\n\n');

/** What stands against keeping these answers, in words for the person who wrote them; undefined where nothing does. */
export const answerProblem = (questions: readonly Question[], given: readonly Given[]): string | undefined => {
  const said = saidOf(questions, given);
  if (said.length === 0) return 'Nothing is written yet. Answer at least one question.';
  if (said.some(({ words }) => words.includes('\0') || /\p{Surrogate}/u.test(words)))
    return 'There is a character in the answer that cannot be kept. Write it another way.';
  const over = composedWords(questions, said).length - MOST_IN_ALL;
  return over > 0
    ? `The answers are longer than the record takes. Shorten them by ${over.toLocaleString('en-GB')} ${over === 1 ? 'character' : 'characters'}.`
    : undefined;
};
