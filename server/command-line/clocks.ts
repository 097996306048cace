import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { COMMON_FIELDS, checkCases, fieldsKnown, rulesWithForms } from '#domain/timelines/check-case.ts';
import { countText } from '#domain/timelines/explanation-text.ts';
import { listedRules } from '#domain/timelines/rule-list.ts';
import { NotAnExample, type WorkedExamples } from '#domain/timelines/worked-examples/given.ts';
import { workOutExplained } from '#domain/timelines/worked-explained.ts';
import { Plain, WrongUse } from '../plain.ts';
import type { Answer } from './answer.ts';

/** The outer form of a file of cases; what stands in each case is the rules' own to judge. */
const shape = z.looseObject({
  calendars: z.record(z.string(), z.looseObject({})).optional(),
  examples: z.array(
    z.looseObject({ rule: z.string(), given: z.record(z.string(), z.unknown()), expect: z.record(z.string(), z.unknown()) }),
  ),
});

const fileOf = async (name: string): Promise<WorkedExamples> => {
  const text = await readFile(name, 'utf8').catch(() => {
    throw new Plain(`${name} cannot be read.`);
  });
  const parsed = shape.safeParse(jsonOf(text, name));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new Plain(`${name} has not the form of a file of cases: ${issue?.path.join('.') || 'the file'} ${issue?.message ?? ''}.`);
  }
  return parsed.data as unknown as WorkedExamples;
};

const jsonOf = (text: string, name: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw new Plain(`${name} is no JSON.`);
  }
};

/** `clocks check CASES.json`: a line for each case that differs, and last how many passed. Exit 1 where any failed. */
export const checkClocksCommand = async (name: string): Promise<Answer> => {
  const results = checkCases(await fileOf(name));
  const failed = results.filter(({ problems }) => problems.length > 0);
  const lines = failed.map(({ example, problems }) =>
    `${example.id ?? example.rule} ${example.title ?? ''}: ${problems.join(' ')}`.replace(' :', ':'),
  );
  const passed = results.length - failed.length;
  return {
    code: failed.length > 0 ? 1 : 0,
    lines: [...lines, `${passed} passed, ${failed.length} failed`],
    json: { passed, failed: failed.map(({ example, problems }) => ({ id: example.id, rule: example.rule, problems })) },
  };
};

/** `clocks explain RULE --given name=value …`: everything the rule answers to what is given, and each count in words. */
export const explainClockCommand = async (rule: string, given: readonly string[], calendarsFrom: string | undefined): Promise<Answer> => {
  const calendars = calendarsFrom ? ((await fileOf(calendarsFrom)).calendars ?? {}) : {};
  try {
    const fields = fieldsKnown(rule);
    const { answers, explanations } = explained({ rule, given: Object.fromEntries(given.map(fieldOf)) }, calendars, fields);
    return {
      code: 0,
      lines: [
        ...Object.entries(answers).map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`),
        ...explanations.flatMap((one) => ['', countText(one)]),
      ],
      json: answers,
    };
  } catch (error) {
    if (error instanceof NotAnExample || error instanceof RangeError) throw new Plain(`${error.message}${nearTo(rule)}`);
    throw error;
  }
};

/** The count, or what is wrong with what is given, followed by the fields that the rule knows. */
const explained = (example: Parameters<typeof workOutExplained>[0], calendars: WorkedExamples['calendars'], fields: readonly string[]) => {
  try {
    return workOutExplained(example, calendars);
  } catch (error) {
    if (error instanceof NotAnExample) throw new Plain(`${error.message} ${example.rule} knows: ${fields.join(', ')}.`);
    throw error;
  }
};

/** Where a rule is not known: those of nearly the same name, or where all are listed. */
const nearTo = (rule: string): string => {
  const near = rulesWithForms().filter((id) => rule.includes('.') && id.startsWith(rule.slice(0, rule.lastIndexOf('.') + 1)));
  return near.length > 0 && near.length <= 12
    ? ` Near it are: ${near.sort().join(', ')}.`
    : ' `waymark clocks explain` without a rule lists all of them.';
};

/** `clocks explain` without a rule: every rule with its title and the fields it knows. */
export const listClocksCommand = (): Answer => {
  const known = listedRules()
    .map(({ id, title, citation }) => ({ rule: id, title, citation, fields: ownFieldsOf(id) }))
    .filter(({ fields }) => fields.length > 0);
  return {
    code: 0,
    lines: [
      ...known.map(({ rule, title, fields }) => `${rule}  ${title}  (${fields.join(', ')})`),
      `${known.length} rules. Each may also be given: ${COMMON_FIELDS.join(', ')}.`,
    ],
    json: known,
  };
};

const ownFieldsOf = (rule: string): string[] =>
  rulesWithForms().includes(rule) ? fieldsKnown(rule).filter((field) => !COMMON_FIELDS.includes(field)) : [];

/** `name=value`; a value that is JSON (a number, a list) is taken as such. */
const fieldOf = (pair: string): [string, unknown] => {
  const at = pair.indexOf('=');
  if (at < 1) throw new WrongUse(`${pair} is not of the form name=value.`);
  const text = pair.slice(at + 1);
  try {
    return [pair.slice(0, at), JSON.parse(text)];
  } catch {
    return [pair.slice(0, at), text];
  }
};
