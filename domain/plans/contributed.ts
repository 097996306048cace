import { addDays, type Day } from '#domain/calendar/day.ts';
import type { RecordSource } from '#domain/plans/source.ts';

/** What somebody who works with the pupil sent in, as the record holds it: answers to a request, a view, advice. */
export type Contribution = {
  readonly id: string;
  /** `Joanna Tse, speech and language, NHS therapy`. */
  readonly askedOf: string;
  readonly receivedOn: Day;
  /** Whether it was given as advice; a teacher's view tells more than what to do. */
  readonly isAdvice: boolean;
  readonly words: string;
};

/** What of a contribution belongs into a plan: its author, its day, and their words, unaltered. */
export type Contributed = { readonly by: string; readonly on: Day; readonly passages: readonly string[]; readonly source: RecordSource };

/** A contribution of more than a year ago was to an earlier plan. */
const A_YEAR = 365;

/** Questions whose answers say what to do; an answer to *What is hard?* is no advice, however true. */
const ADVISES = /\b(helps?|next|should change|may be needed|advi[cs]e|recommend)/i;

/** Answers stand under their questions, parted by an empty line; what is not written so is somebody's words as a whole. */
const answersIn = (words: string): readonly (readonly [question: string, answer: string])[] =>
  words.split(/\n{2,}/).flatMap((part) => {
    const [question = '', ...answer] = part.split('\n');
    return /\?\s*$/.test(question) && answer.length > 0 ? [[question, answer.join('\n').trim()] as const] : [];
  });

/** What a contribution advises: the answers to questions that ask for it; where it answers no questions all of it, if it is advice, and else nothing. */
export const advisedIn = ({ words, isAdvice }: Pick<Contribution, 'words' | 'isAdvice'>): readonly string[] => {
  const answers = answersIn(words);
  if (answers.length === 0) return isAdvice ? [words.trim()].filter(Boolean) : [];
  return answers.filter(([question]) => ADVISES.test(question)).flatMap(([, answer]) => (answer ? [answer] : []));
};

/** Contributions as a plan of that day takes them: the newest of each author within a year, in the order in which they came. */
export const contributedTo = (contributions: readonly Contribution[], dated: Day): readonly Contributed[] => {
  const recent = contributions
    .filter(({ receivedOn }) => receivedOn <= dated && receivedOn >= addDays(dated, -A_YEAR))
    .toSorted((one, other) => one.receivedOn.localeCompare(other.receivedOn) || one.id.localeCompare(other.id));
  const newest = new Map(recent.map((one) => [one.askedOf, one]));
  return recent
    .filter((one) => newest.get(one.askedOf) === one)
    .map(({ id, askedOf, receivedOn, words, isAdvice }) => ({
      by: askedOf,
      on: receivedOn,
      passages: advisedIn({ words, isAdvice }),
      source: { kind: 'record', id, field: 'words', on: receivedOn, words: `${askedOf}, contribution` },
    }));
};
