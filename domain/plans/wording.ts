import type { LoggedAmount, PlanGoal, PlanRecord, ProvisionLine } from '#domain/plans/plan.ts';

/** A phrase that nobody can be held to, why, and what could stand there instead; null where the record holds no fact to use. */
export type WordingFlag = {
  readonly phrase: string;
  readonly text: string;
  readonly where: string;
  readonly tag: string;
  readonly why: string;
  readonly suggestion: string | null;
};

const amounts = [
  'regular(?:ly)?(?: access(?: to)?)?',
  'access to',
  'as (?:and when )?(?:required|needed|necessary|appropriate)',
  '(?:where|when|whenever|if|as far as) (?:possible|appropriate|necessary|needed|required)',
  'up to',
  'opportunit(?:y|ies) (?:for|to)',
  'from time to time',
  'ongoing',
  'frequent(?:ly)?',
  'often',
  'some',
];

const aims = [
  'more (?:often|regularly|frequently|confident(?:ly)?|independent(?:ly)?)',
  'more',
  'better',
  'improved?',
  'increas(?:e|ed|ing)',
  'continue to',
  'begin to',
  ...amounts,
];

const matcher = (phrases: readonly string[]): RegExp => new RegExp(`(?<![\\p{L}\\p{N}])(?:${phrases.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
const vagueAmount = matcher(amounts);
const vagueAim = matcher(aims);

const phrasesOf = (matcher: RegExp, text: string): readonly string[] => [...new Set([...text.matchAll(matcher)].map(([phrase]) => phrase))];

/** Phrases of a line of provision that name no amount: *regular access to*, *as required*. */
export const vagueAmountsIn = (text: string): readonly string[] => phrasesOf(vagueAmount, text);

/** Phrases of a goal of which nobody can tell when they are met: *more often*, *improved*. */
export const vagueAimsIn = (text: string): readonly string[] => phrasesOf(vagueAim, text);

const numbers = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven'];
const inWords = (count: number, noun: string): string => `${numbers[count] ?? count} ${noun}${count === 1 ? '' : 's'}`;

const minutes = (logged: LoggedAmount): string =>
  logged.leastMinutes === logged.mostMinutes ? `${logged.mostMinutes} minutes` : `${logged.leastMinutes} to ${logged.mostMinutes} minutes`;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The provision said with the record's own facts, or with what was logged where the record is empty. Nothing is guessed. */
function sayAmount(line: ProvisionLine): string | null {
  const logged = line.logged ?? null;
  const length = line.minutes ?? logged?.mostMinutes ?? null;
  const days = line.timesAWeek === null ? (logged ? inWords(logged.daysAWeek, 'day') : null) : inWords(line.timesAWeek, 'time');
  if (length === null || days === null) return null;
  const who = line.who ?? logged?.who ?? null;
  const when = logged?.when ? ` ${logged.when}` : '';
  const what = capital(line.what.replace(vagueAmount, '').replace(/\s+/g, ' ').trim());
  return `${what}, ${length} minutes${when}, ${days} a week${who ? `, with ${who}` : ''}`;
}

function provisionFlags(line: ProvisionLine, index: number): readonly WordingFlag[] {
  const logged = line.logged ? ` Logged so far: ${minutes(line.logged)}, ${line.logged.daysAWeek} days a week.` : '';
  return [...line.what.matchAll(vagueAmount)].map(([phrase]) => ({
    phrase,
    text: line.what,
    where: `Provision, line ${index + 1}`,
    tag: `provision/${line.id}/what`,
    why: `Say how long, how often, with whom.${logged}`,
    suggestion: sayAmount(line),
  }));
}

function goalFlags(goal: PlanGoal, index: number): readonly WordingFlag[] {
  const unit = goal.baseline ? ` Measured at the start as ${goal.baseline.words}.` : '';
  return [...goal.statement.matchAll(vagueAim)].map(([phrase]) => ({
    phrase,
    text: goal.statement,
    where: `Goal ${index + 1}`,
    tag: `goals/${goal.id}/text`,
    why: `Nobody can tell when this is met.${unit} Add a number and a date.`,
    suggestion: null,
  }));
}

/** Phrases in goals and provision that a reader cannot hold anyone to, in the order of the plan. */
export function checkWording(record: PlanRecord): readonly WordingFlag[] {
  return [...record.provision.flatMap(provisionFlags), ...record.goals.flatMap(goalFlags)];
}
