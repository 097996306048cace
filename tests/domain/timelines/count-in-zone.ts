import { readFileSync } from 'node:fs';
import { checkCases } from '#domain/timelines/check-case.ts';
import type { WorkedExamples } from '#domain/timelines/worked-examples/given.ts';

/** Run in a process of its own with TZ set: says which zone it is in and which examples differ. */
const file = JSON.parse(readFileSync(new URL('../../fixtures/worked-examples.json', import.meta.url), 'utf8')) as WorkedExamples;
const results = checkCases(file);
process.stdout.write(
  JSON.stringify({
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    worked: results.length,
    problems: results.flatMap(({ example, problems }) => problems.map((problem) => `${example.id}: ${problem}`)),
  }),
);
