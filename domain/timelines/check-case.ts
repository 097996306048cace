import { NotADay } from '#domain/calendar/day.ts';
import { JURISDICTIONS } from '#domain/timelines/jurisdictions.ts';
import type { RuleSet } from '#domain/timelines/rule.ts';
import type { Answers, CaseForm, CaseSetting } from '#domain/timelines/worked-examples/case-form.ts';
import { ENGLAND_FORMS } from '#domain/timelines/worked-examples/england-forms.ts';
import {
  type CalendarEntry,
  calendarsOf,
  Given,
  NotAnExample,
  type WorkedExample,
  type WorkedExamples,
} from '#domain/timelines/worked-examples/given.ts';
import { IDEA_FORMS } from '#domain/timelines/worked-examples/idea-forms.ts';
import { standardForm } from '#domain/timelines/worked-examples/standard-forms.ts';
import { STATE_FORMS } from '#domain/timelines/worked-examples/state-forms.ts';

/** What came of one example: nothing to say, or each difference in a sentence. */
export type CaseResult = { readonly example: WorkedExample; readonly problems: readonly string[] };

type Worked = Pick<WorkedExample, 'rule' | 'given'>;

const FORMS: Readonly<Record<string, CaseForm>> = { ...ENGLAND_FORMS, ...IDEA_FORMS, ...STATE_FORMS };

/** Fields that any example may give: they name its calendar, or say where a clock change lies, which must not matter. */
export const COMMON_FIELDS = ['calendar', 'timeZone', 'dstChangeInside'];

/** Jurisdictions by the first part of a rule id, for examples that name none. */
const BY_PREFIX: Readonly<Record<string, string>> = {
  eng: 'england',
  us: 'us-federal',
  tx: 'us-tx',
  ca: 'us-ca',
  ny: 'us-ny',
  mi: 'us-mi',
};

/**
 * Works one example out of the rules and compares. A rule id or field that is not known is a problem that names it; the rules themselves
 * are those of the rule id's own nation or State.
 */
export function checkCase(example: WorkedExample, calendars: Readonly<Record<string, CalendarEntry>> = {}): CaseResult {
  try {
    return { example, problems: differences(example, workOut(example, calendars)) };
  } catch (problem) {
    if (problem instanceof NotAnExample || problem instanceof NotADay || problem instanceof RangeError)
      return { example, problems: [problem.message] };
    throw problem;
  }
}

/** Works all examples of a file. */
export function checkCases(file: WorkedExamples): CaseResult[] {
  return file.examples.map((example) => checkCase(example, file.calendars ?? {}));
}

/** Every answer that a rule gives to what is given. Throws {@link NotAnExample} naming what is not known. */
export function workOut(
  { rule, given }: Worked,
  calendars: Readonly<Record<string, CalendarEntry>> = {},
  seen?: CaseSetting['seen'],
): Answers {
  const form = formOf(rule);
  for (const field of Object.keys(given)) {
    if (!form.reads.includes(field) && !COMMON_FIELDS.includes(field)) throw new NotAnExample(`${rule} does not know given.${field}.`);
  }
  const read = new Given(given);
  const rules = rulesFor(rule);
  return form.answers(read, { rules, calendars: calendarsOf(read, calendars, rules), ...(seen ? { seen } : {}) });
}

/** The fields that examples of a rule may give, those that any example may last. Throws {@link NotAnExample} where there is no such rule. */
export function fieldsKnown(rule: string): string[] {
  return [...new Set([...formOf(rule).reads, ...COMMON_FIELDS])];
}

/** The rule ids for which examples can be worked: every limit, every step, and what is asked of several together. */
export function rulesWithForms(): string[] {
  const own = Object.values(JURISDICTIONS).flatMap(({ rules, steps = [] }) => [...rules, ...steps].map(({ id }) => id));
  return [...new Set([...Object.keys(FORMS), ...own])];
}

/** The rules of a rule id’s own nation or State. */
export function rulesFor(rule: string): RuleSet {
  const set = JURISDICTIONS[BY_PREFIX[rule.split('.')[0] ?? ''] ?? ''];
  if (!set) throw new NotAnExample(`There is no rule “${rule}”.`);
  return set;
}

function formOf(rule: string): CaseForm {
  const form = FORMS[rule] ?? standardForm(rule, rulesFor(rule));
  if (!form) throw new NotAnExample(`There is no rule “${rule}”.`);
  return form;
}

function differences(example: WorkedExample, answers: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(example.expect).flatMap(([field, expected]) => {
    if (!(field in answers)) return [`${example.rule} does not answer expect.${field}.`];
    const answer = answers[field];
    return written(answer) === written(expected) ? [] : [`${field}: expected ${written(expected)}, counted ${written(answer)}.`];
  });
}

/** A value as text that does not hang on the order in which fields were written. */
function written(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(written).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'nothing';
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([name, field]) => `${name}: ${written(field)}`).join(', ')}}`;
}
