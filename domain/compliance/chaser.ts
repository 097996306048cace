import { type Day, daysBetween } from '#domain/calendar/day.ts';
import { countWords, dayWordsWithYear } from '#domain/calendar/wording.ts';

/** What a letter that chases a date rests on: the record's own facts and the rule, with its citation. */
export type ChaserFacts = {
  readonly school: string;
  readonly telephone: string | null;
  readonly writer: string;
  readonly writerWork: string | null;
  readonly caseRef: string;
  readonly child: string;
  readonly today: Day;
  /** What is owed: `Speech and language advice`. */
  readonly title: string;
  readonly due: Day;
  readonly trigger: { readonly words: string; readonly on: Day };
  /** The rule in plain words, its citation, and what is not verified in it: the last is for the writer alone. */
  readonly rule: { readonly words: string; readonly citation: string; readonly unverified: string | null };
  /** Days on which it was chased before. */
  readonly earlier: readonly Day[];
};

/** By e-mail a child is named by the case alone; a letter on paper names the child. */
export type ChaserWay = 'email' | 'letter';

/** The subject line: the case and what is owed, never a name. */
export const chaserSubject = ({ caseRef, title, due, today }: ChaserFacts): string =>
  `${caseRef}: ${title}, ${due < today ? 'overdue since' : 'due'} ${dayWordsWithYear(due)}`;

/**
 * A letter to a professional or an authority that owes a date: what, since when, why that date with rule and source, what was written
 * before, and what is asked. It holds citation and dates only: what is not verified in the rule is told to the writer, outside the letter.
 */
export const chaserText = (facts: ChaserFacts, to: string, way: ChaserWay): string => {
  const { school, telephone, writer, writerWork, caseRef, child, title } = facts;
  return [
    `Dear ${to || 'colleague'},`,
    '',
    way === 'letter' ? `${child} (our case ${caseRef})` : `Our case ${caseRef}`,
    '',
    `We are waiting for this: ${title}. ${dueSentence(facts)}`,
    ...before(facts),
    '',
    ...whyThisDate(facts),
    '',
    whatIsAsked(facts),
    '',
    'Yours sincerely,',
    writerWork ? `${writer}, ${writerWork}` : writer,
    telephone ? `${school}, ${telephone}` : school,
  ].join('\n');
};

const dueSentence = ({ due, today }: ChaserFacts): string => {
  const days = daysBetween(today, due);
  if (days === 0) return `It is due today, ${dayWordsWithYear(due)}.`;
  return days < 0
    ? `It was due on ${dayWordsWithYear(due)}, ${countWords(-days, 'day')} ago.`
    : `It is due on ${dayWordsWithYear(due)}, in ${countWords(days, 'day')}.`;
};

const whatIsAsked = ({ due, today }: ChaserFacts): string =>
  due < today
    ? 'Send it to us now, or tell us by return on which day it will come and what stands in its way.'
    : 'Tell us by return whether it will come by that day, and if not, what stands in its way.';

const before = ({ earlier }: ChaserFacts): string[] =>
  earlier.length === 0 ? [] : [`We asked about it before, on ${earlier.map(dayWordsWithYear).join(' and on ')}.`];

const whyThisDate = ({ trigger, rule }: ChaserFacts): string[] => [
  'Why this date',
  `${trigger.words}, ${dayWordsWithYear(trigger.on)}. ${rule.words}`,
  `Source: ${rule.citation}.`,
];

/** Whether a line names the child, by surname or by a given name of at least three letters. */
export const namesTheChild = (line: string, child: string): boolean => {
  const words = line.toLocaleLowerCase('en-GB');
  return child
    .split(/\s+/)
    .filter((part) => part.length >= 3)
    .some((part) => words.includes(part.toLocaleLowerCase('en-GB')));
};
