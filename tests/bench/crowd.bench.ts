import { randomUUID } from 'node:crypto';
import { Agent } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import Fastify from 'fastify';
import { buildBot } from '#bot/conversation.ts';
import { botPartsOf } from '#tests/bot/bot-parts.ts';
import { teamsChannel } from '#tests/bot/teams-channel.ts';
import type { Measured } from './bench.ts';
import { aBigCaseload, type BigCaseload, PUPILS } from './big-caseload.ts';
import { open } from './openings.ts';
import { post } from './post.ts';
import { quantile, round } from './taken.ts';

/** Coordinators at work, each of whom opens the caseload every so many seconds, and what is said to the bot meanwhile. */
const COORDINATORS = 300;
const EVERY = 10;
const TURNS_A_MINUTE = 1_000;
const LASTS = 60;

/** What came of works begun one after another: the time of each from when it was due, and how many were turned away. */
type Came = { readonly times: readonly number[]; readonly refused: number };

/** Nobody waits longer for a page or an answer; whoever would have to is counted as turned away. */
const PATIENCE = 30_000;

const inTime = <T>(work: Promise<T>): Promise<T> => {
  const late = new AbortController();
  const never = wait(PATIENCE, undefined, { signal: late.signal }).then(() => Promise.reject(new Error('nobody waits so long')));
  return Promise.race([work, never]).finally(() => late.abort());
};

/** Begins a work so often a second, whether or not earlier ones are done. */
const steadily = async (perSecond: number, work: () => Promise<unknown>): Promise<Came> => {
  const began = performance.now();
  const under: Promise<number | null>[] = [];
  for (let turn = 0; turn < perSecond * LASTS; turn += 1) {
    const due = began + (turn * 1_000) / perSecond;
    await wait(Math.max(0, due - performance.now()));
    const took = (): number => performance.now() - due;
    under.push(inTime(work()).then(took, () => null));
  }
  const all = await Promise.all(under);
  const times = all.filter((time) => time !== null);
  return { times, refused: all.length - times.length };
};

/** The bot of a grown school on a server of its own; answers how to say something to it in a chat that is new each time. */
const aBot = async ({ world, ruth }: BigCaseload) => {
  const teams = await teamsChannel();
  const organisation = ruth.scope.organisation;
  const [account] = await world.sql<{ id: string }>('select entra_id as id from waymark.person where id = $1', [ruth.person]);
  const bot = buildBot(botPartsOf({ ...world, organisation }));
  const server = Fastify();
  server.post('/api/messages', ({ body, headers, method }, reply) => bot.handle({ body, headers, method }, reply));
  await server.listen({ port: 0, host: '127.0.0.1' });
  const { port } = server.server.address() as AddressInfo;
  const agent = new Agent({ keepAlive: true });
  const message = (): string =>
    JSON.stringify({
      type: 'message',
      text: 'my caseload',
      id: randomUUID(),
      channelId: 'msteams',
      serviceUrl: teams.url,
      from: { id: '29:ruth', aadObjectId: account?.id },
      recipient: { id: '28:waymark', name: 'Waymark' },
      conversation: { id: `a:${randomUUID()}`, conversationType: 'personal', tenantId: organisation },
    });
  return {
    say: () => post(agent, port, '/api/messages', message()),
    close: async () => {
      agent.destroy();
      await server.close();
      await teams.close();
    },
  };
};

/** 300 coordinators and 1,000 turns of the bot a minute at one process, for a minute. The callers are in the same process and its memory. */
export const benchCrowd = async (): Promise<Measured[]> => {
  const big = await aBigCaseload();
  const bot = await aBot(big);
  await Promise.all([open(big), bot.say()]);
  const before = process.cpuUsage();
  const [openings, turns] = await Promise.all([steadily(COORDINATORS / EVERY, () => open(big)), steadily(TURNS_A_MINUTE / 60, bot.say)]);
  const { user, system } = process.cpuUsage(before);
  const memory = process.memoryUsage().rss / 2 ** 20;
  await bot.close();
  await big.close();
  const crowd = `${COORDINATORS} coordinators, a caseload of ${PUPILS} every ${EVERY} s each, and ${TURNS_A_MINUTE} turns a minute`;
  return [
    { name: `${crowd}: openings, median`, value: round(quantile(openings.times, 0.5)), unit: 'ms' },
    { name: 'the same, p95', value: round(quantile(openings.times, 0.95)), unit: 'ms' },
    { name: 'turns of the bot meanwhile, p95', value: round(quantile(turns.times, 0.95)), unit: 'ms' },
    { name: 'turned away, of both', value: openings.refused + turns.refused, unit: 'times' },
    { name: 'memory of the process, callers included', value: Math.round(memory), unit: 'MiB' },
    { name: 'of one core, callers included', value: Math.round((user + system) / (LASTS * 10_000)), unit: '%' },
  ];
};
