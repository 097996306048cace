/**
 * `npm run duties`: the acceptance points of tests/fixtures/duties.md, and which of them a test is named for (`duty 3 A2: …`). Fails where
 * a claimed point (claimed.ts) has none, or where a test is named for a point that there is not.
 */
import { readFileSync } from 'node:fs';
import { acceptancePoints, nameOf } from './acceptance-points.ts';
import { CLAIMED } from './claimed.ts';
import { testsOfPoints } from './tests-of-points.ts';

const points = acceptancePoints(readFileSync(new URL('../fixtures/duties.md', import.meta.url), 'utf8'));
const tests = testsOfPoints();
const claimed = new Set(Object.entries(CLAIMED).flatMap(([duty, list]) => list.map((point) => nameOf({ duty: Number(duty), point }))));

const shortened = (words: string): string => (words.length > 90 ? `${words.slice(0, 89)}…` : words);

let duty = 0;
for (const point of points) {
  if (point.duty !== duty) console.log(`\n${point.duty}. ${point.title}`);
  duty = point.duty;
  const name = nameOf(point);
  const found = tests.get(name)?.length ?? 0;
  const mark = found > 0 ? `${found} ${found === 1 ? 'test' : 'tests'}` : claimed.has(name) ? 'CLAIMED, NO TEST' : 'no test';
  console.log(`  A${point.point}  ${mark.padEnd(16)}  ${shortened(point.words)}`);
}

const known = new Set(points.map(nameOf));
const missing = [...claimed].filter((name) => !tests.has(name));
const strange = [...tests.keys(), ...claimed].filter((name) => !known.has(name));
const kept = points.filter((point) => tests.has(nameOf(point))).length;
console.log(`\n${kept} of ${points.length} points have a test named for them; ${claimed.size} are claimed.`);
if (missing.length > 0) console.log(`Claimed without a test: ${missing.join(', ')}.`);
if (strange.length > 0) console.log(`Not in the list of duties: ${strange.join(', ')}.`);
process.exit(missing.length + strange.length > 0 ? 1 : 0);
