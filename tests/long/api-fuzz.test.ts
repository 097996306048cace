import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addresses } from '#contract/addresses.ts';
import { problem } from '#contract/problem.ts';
import { type Suite, startSuite } from '#tests/journeys/suite.ts';

const MINUTES = 60_000;
const seed = Number(process.env.WAYMARK_TEST_SEED ?? Math.floor(Math.random() * 1_000_000_000));
const PEOPLE = ['ruth.okafor', 'anna.devlin', 'sian.morgan', 'nadia.rahim', 'colin.speight'];

let suite: Suite;
const tokens = new Map<string, string>();

beforeAll(async () => {
  console.log(`seed ${seed}: WAYMARK_TEST_SEED=${seed} npm run test:long tests/long/api-fuzz repeats this run`);
  suite = await startSuite();
  for (const person of PEOPLE) {
    const headers = { 'content-type': 'application/json' };
    const reply = await fetch(`${suite.rooms}/rooms/token`, { method: 'POST', headers, body: JSON.stringify({ person }) });
    tokens.set(person, ((await reply.json()) as { token: string }).token);
  }
}, 5 * MINUTES);
afterAll(async () => {
  await suite?.stop();
}, MINUTES);

const segment = fc.oneof(
  fc.uuid(),
  fc.string({ minLength: 1, maxLength: 40 }).map(encodeURIComponent),
  fc.constantFrom('null', '..', '%00', '0'),
);
const body = fc.oneof(fc.json(), fc.string(), fc.constantFrom('', '{}', '[]', 'null', '{"request":"x"}'));
const query = fc.dictionary(fc.constantFrom('words', 'from', 'limit', '__proto__'), fc.string({ maxLength: 200 }), { maxKeys: 2 });

describe('the API, asked whatever one likes', () => {
  it(
    'answers each question, never with a fault, and with a problem document wherever it refuses',
    async () => {
      const asked = fc.record({
        address: fc.constantFrom(...Object.values(addresses)),
        person: fc.constantFrom(...PEOPLE),
        segment,
        body,
        query,
      });
      await fc.assert(
        fc.asyncProperty(asked, async (ask) => {
          const [method = 'GET', template = ''] = ask.address.split(' ');
          const place = `${template.replace(/:\w+/g, () => ask.segment)}?${new URLSearchParams(ask.query)}`;
          const url = new URL(place, suite.address);
          // two dots may lead out of the API, to the bot's door: it answers Teams, in Teams' own manner
          fc.pre(url.pathname !== '/api/messages');
          const reply = await fetch(url, {
            method,
            headers: {
              authorization: `Bearer ${tokens.get(ask.person)}`,
              ...(method === 'POST' ? { 'content-type': 'application/json' } : {}),
            },
            ...(method === 'POST' ? { body: ask.body } : {}),
          });
          const said = await reply.text();
          expect(reply.status).toBeLessThan(500);
          if (reply.status >= 400) expect(problem.safeParse(JSON.parse(said)).success).toBe(true);
        }),
        { seed, numRuns: 5_000, verbose: 1 },
      );
    },
    30 * MINUTES,
  );
});
