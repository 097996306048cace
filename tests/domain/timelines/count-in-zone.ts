import { checkCases } from '#domain/timelines/check-case.ts';
import { FURTHER, PUBLISHED } from './cases.ts';

/** Run in a process of its own with TZ set: says which zone it is in and which examples differ. */
const results = [...checkCases(PUBLISHED), ...checkCases(FURTHER)];
process.stdout.write(
  JSON.stringify({
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    worked: results.length,
    problems: results.flatMap(({ example, problems }) => problems.map((problem) => `${example.id}: ${problem}`)),
  }),
);
