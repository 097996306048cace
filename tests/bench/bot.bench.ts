import { randomUUID } from 'node:crypto';
import type { Agent } from 'node:http';
import { Agent as HttpAgent } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ActivityTypes, CloudAdapter, ConfigurationBotFrameworkAuthentication, type TurnContext } from 'botbuilder';
import Fastify from 'fastify';
import { tasks } from '#api/tasks.ts';
import { connectorCall, type Outgoing, overFastify } from '#bot/connector.ts';
import { buildBot } from '#bot/conversation.ts';
import { botPartsOf } from '#tests/bot/bot-parts.ts';
import { teamsChannel } from '#tests/bot/teams-channel.ts';
import { cloneOf } from '#tests/clone.ts';
import { type World, worldOf } from '#tests/world-of.ts';
import type { Measured } from './bench.ts';
import { post } from './post.ts';

const AT_ONCE = 50;
const TURNS = 400;
const REGISTER = 400;

/** An echo bot and nothing else, on the same server, adapter and connector. */
const echoBot = () => {
  const credentials = {
    isValidAppId: async () => true,
    isAuthenticationDisabled: async () => true,
    createCredentials: async () => ({ signRequest: async (call: unknown) => call }),
  };
  const adapter = new CloudAdapter(
    new ConfigurationBotFrameworkAuthentication({}, credentials as never, undefined, undefined, {
      httpClient: { sendRequest: connectorCall },
    } as never),
  );
  const turn = async (context: TurnContext): Promise<void> => {
    if (context.activity.type === ActivityTypes.Message) await context.sendActivity(context.activity.text);
  };
  const process = (call: never, response: unknown) => adapter.process(call, response as never, turn);
  return (body: unknown, reply: Outgoing) =>
    overFastify(process as Parameters<typeof overFastify>[0], { body, headers: {}, method: 'POST' }, reply);
};

const p95 = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length * 0.95)] ?? 0;

/** So many turns, always fifty under way; the time of each. */
const crowd = async (agent: Agent, port: number, path: string, body: () => string): Promise<number[]> => {
  const times: number[] = [];
  let left = TURNS;
  const one = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      times.push(await post(agent, port, path, body()));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
  return times;
};

/** Counted in the night, as every register is. */
const asOnAMorning = async ({ parts, organisation }: World): Promise<void> => {
  await tasks['recount-clocks'](parts)({ organisation });
};

/** `my caseload` of 400 pupils against an echo, 50 at once, in turns so that a busy machine slows both alike. */
export const benchBot = async (): Promise<Measured[]> => {
  const clone = await cloneOf(process.env.WAYMARK_TEST_POSTGRES ?? '');
  const teams = await teamsChannel();
  const server = Fastify();
  const agent = new HttpAgent({ keepAlive: true, maxSockets: AT_ONCE });
  try {
    const world = await worldOf(clone);
    const ruth = await world.actorFor('coordinator');
    for (let pupil = 0; pupil < REGISTER; pupil += 1) await world.enrol({ givenName: 'Robin', surname: `Ashby ${pupil}` });
    await asOnAMorning(world);
    const entra = (await world.sql<{ id: string }>('select entra_id as id from waymark.person where id = $1', [ruth.person]))[0]?.id;
    const bot = buildBot(botPartsOf(world));
    const echo = echoBot();
    server.post('/echo', (call, reply) => echo(call.body, reply));
    server.post('/waymark', ({ body, headers, method }, reply) => bot.handle({ body, headers, method }, reply));
    await server.listen({ port: 0, host: '127.0.0.1' });
    const { port } = server.server.address() as AddressInfo;
    const said = (text: string) => () =>
      JSON.stringify({
        type: 'message',
        text,
        id: randomUUID(),
        channelId: 'msteams',
        serviceUrl: teams.url,
        from: { id: '29:ruth', aadObjectId: entra },
        recipient: { id: '28:waymark', name: 'Waymark' },
        conversation: { id: `a:${randomUUID()}`, conversationType: 'personal', tenantId: world.organisation },
      });
    const [ours, empty] = [said('my caseload'), said('my caseload')];
    await crowd(agent, port, '/echo', empty);
    await crowd(agent, port, '/waymark', ours);
    const times = { echo: [] as number[], caseload: [] as number[] };
    for (let round = 0; round < 3; round += 1) {
      times.echo.push(...(await crowd(agent, port, '/echo', empty)));
      times.caseload.push(...(await crowd(agent, port, '/waymark', ours)));
    }
    const [alone, caseload] = [p95(times.echo), p95(times.caseload)];
    return [
      { name: 'an empty echo bot, 50 at once, p95', value: Math.round(alone), unit: 'ms' },
      {
        name: `my caseload (${REGISTER} pupils), 50 at once, p95`,
        value: Math.round(caseload),
        unit: 'ms',
        ratio: Number((caseload / alone).toFixed(2)),
        bar: '≤ 3 × the echo bot',
      },
    ];
  } finally {
    agent.destroy();
    await server.close();
    await teams.close();
    await clone.drop();
  }
};
