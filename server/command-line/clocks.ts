import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { checkCases, workOut } from '#domain/timelines/check-case.ts';
import { NotAnExample, type WorkedExamples } from '#domain/timelines/worked-examples/given.ts';
import { Plain } from '../plain.ts';
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

/** `clocks explain RULE --given name=value …`: everything the rule answers to what is given. */
export const explainClockCommand = async (rule: string, given: readonly string[], calendarsFrom: string | undefined): Promise<Answer> => {
  const calendars = calendarsFrom ? ((await fileOf(calendarsFrom)).calendars ?? {}) : {};
  const fields = Object.fromEntries(given.map((pair) => fieldOf(pair)));
  try {
    const answers = workOut({ rule, given: fields }, calendars);
    return {
      code: 0,
      lines: Object.entries(answers).map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`),
      json: answers,
    };
  } catch (error) {
    if (error instanceof NotAnExample || error instanceof RangeError) throw new Plain(error.message);
    throw error;
  }
};

/** `name=value`; a value that is JSON (a number, a list) is taken as such. */
const fieldOf = (pair: string): [string, unknown] => {
  const at = pair.indexOf('=');
  if (at < 1) throw new Plain(`${pair} is not of the form name=value.`);
  const text = pair.slice(at + 1);
  try {
    return [pair.slice(0, at), JSON.parse(text)];
  } catch {
    return [pair.slice(0, at), text];
  }
};
