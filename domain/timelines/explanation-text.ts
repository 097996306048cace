import { dayWordsWithYear, rangeWords } from '#domain/calendar/wording.ts';
import type { CountedDay } from '#domain/timelines/count-days.ts';
import type { Explanation } from '#domain/timelines/explanation.ts';

/** The same explanation as plain text, for a letter, an e-mail or a command line. */
export function explanationText(explanation: Explanation): string {
  return [
    explanation.title,
    `${explanation.dueWords}${explanation.due ? ` (${explanation.standing})` : ''}`,
    ...ruleLines(explanation),
    ...countLines(explanation),
    ...exceptionLines(explanation),
    ...sourceLines(explanation),
  ].join('\n');
}

/**
 * Rule, count and source alone, of a date that is looked at by itself: whether it was kept, and where it stands today, is not in what was
 * given. Exceptions are left out with it.
 */
export function countText(explanation: Explanation): string {
  const milestones = explanation.milestones.map((one) => ({ ...one, outcome: '' }));
  return [
    `${explanation.title}: ${explanation.dueWords}`,
    ...ruleLines(explanation),
    ...countLines({ ...explanation, milestones }),
    ...sourceLines(explanation),
  ].join('\n');
}

function ruleLines({ duty, rule, consequence }: Explanation): string[] {
  return [`${duty.who}${duty.rest}`, '', 'The rule', rule.map(({ text }) => text).join(''), ...part(consequence)];
}

function sourceLines(explanation: Explanation): string[] {
  const { source } = explanation;
  return [
    '',
    'Where this comes from',
    `${source.citation} · rule ${explanation.ruleId} · text read ${dayWordsWithYear(source.textRead)}`,
    ...part(source.link),
    ...part(explanation.guidance),
    ...part(explanation.unverified),
    explanation.disclaimer,
  ];
}

const part = (line: string | undefined): string[] => (line ? [line] : []);

function countLines({ count, milestones, weighed, moved, readings, aim, needed }: Explanation): string[] {
  if (!count) return ['', ...part(needed)];
  return [
    '',
    count.heading,
    ...milestones.map(({ on, words, outcome }) => `${dayWordsWithYear(on)}  ${words}${outcome ? ` (${outcome})` : ''}`),
    ...weighed.map(({ words, due, chosen }) => `${words}${due ? `: ${dayWordsWithYear(due)}` : ''}${chosen ? ' (this one decides)' : ''}`),
    ...part(moved),
    ...readings.map(({ words }) => words),
    ...part(aim?.words),
    ...notCounted(count.days),
  ];
}

/** Runs of days that were passed over, so that a reader can check the count with a diary. */
function notCounted(days: readonly CountedDay[]): string[] {
  const runs: { from: CountedDay; to: CountedDay }[] = [];
  for (const [index, day] of days.entries()) {
    if (day.number !== null) continue;
    const run = runs.at(-1);
    if (run && run.to === days[index - 1]) run.to = day;
    else runs.push({ from: day, to: day });
  }
  return runs.length === 0 ? [] : [`Not counted: ${runs.map(({ from, to }) => rangeWords(from.day, to.day)).join(', ')}.`];
}

function exceptionLines({ exceptions, exceptionsNote, claim }: Explanation): string[] {
  if (exceptions.length === 0) return ['', 'Exceptions considered', 'None: this rule names no exception.', ...part(claim)];
  return [
    '',
    'Exceptions considered',
    ...part(exceptionsNote),
    ...exceptions.map(({ title, applies, because }) => `${title}. ${applies ? 'Applies' : 'Does not apply'}. ${because}`),
    ...part(claim),
  ];
}
