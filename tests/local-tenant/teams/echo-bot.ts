/** A small real bot, run as a process of its own: botbuilder's CloudAdapter with authentication on, knowing nothing of the tenant but its address. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ConfidentialClientApplication } from '@azure/msal-node';
import {
  CardFactory,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  MessageFactory,
  TeamsInfo,
  type TurnContext,
} from 'botbuilder';
import { MsalServiceClientCredentialsFactory } from 'botframework-connector';

type Settings = { readonly origin: string; readonly tenantId: string; readonly botId: string; readonly secret: string };
const { origin, tenantId, botId, secret }: Settings = JSON.parse(process.argv[2] ?? '{}');
const authority = `${origin}/${tenantId}`;

const msal = new ConfidentialClientApplication({
  auth: { clientId: botId, clientSecret: secret, authority, knownAuthorities: [new URL(origin).host] },
});
const adapter = new CloudAdapter(
  new ConfigurationBotFrameworkAuthentication(
    {
      MicrosoftAppId: botId,
      ToChannelFromBotLoginUrl: authority,
      ToChannelFromBotOAuthScope: 'https://api.botframework.com',
      ToBotFromChannelTokenIssuer: 'https://api.botframework.com',
      ToBotFromChannelOpenIdMetadataUrl: `${origin}/botframework/.well-known/openidconfiguration`,
      ToBotFromEmulatorOpenIdMetadataUrl: `${origin}/${tenantId}/v2.0/.well-known/openid-configuration`,
      OAuthUrl: origin,
      ValidateAuthority: false,
      CallerId: '',
    },
    // botbuilder carries an older msal of its own, whose client has the same one method that it calls.
    new MsalServiceClientCredentialsFactory(botId, msal as never),
  ),
);
adapter.onTurnError = async (context, fault) => {
  await context.sendActivity(`fault: ${fault.message}`);
};

const card = (words: string, version: number) => ({
  type: 'AdaptiveCard',
  version: '1.5',
  body: [{ type: 'TextBlock', text: words }],
  actions: [{ type: 'Action.Execute', title: 'Next', verb: 'next', data: { version } }],
  refresh: { action: { type: 'Action.Execute', verb: 'own-view', data: { version } }, userIds: [] as string[] },
});

const heard: string[] = [];
const turn = async (context: TurnContext) => {
  const { activity } = context;
  heard.push(activity.name ?? activity.type);
  if (activity.type === 'message') return answerMessage(context);
  if (activity.name === 'adaptiveCard/action') {
    const { action, trigger } = activity.value as { action: { verb: string; data: { version: number; note?: string } }; trigger: string };
    const body = {
      statusCode: 200,
      type: 'application/vnd.microsoft.card.adaptive',
      value: card(`${action.verb} ${action.data.version + 1} ${action.data.note ?? ''} ${trigger}`, action.data.version + 1),
    };
    await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body } });
  }
  if (activity.name === 'signin/tokenExchange') {
    const { token } = activity.value as { token: string };
    const given = await tokens(context)
      .exchangeToken(activity.from.id, 'graph', 'msteams', { token })
      .catch((fault: { statusCode?: number }) => ({ token: undefined, statusCode: fault.statusCode }));
    await context.sendActivity({ type: 'invokeResponse', value: { status: given?.token ? 200 : 412, body: {} } });
  }
  if (activity.name === 'composeExtension/query') {
    await context.sendActivity({
      type: 'invokeResponse',
      value: { status: 200, body: { composeExtension: { type: 'result', attachmentLayout: 'list', attachments: [] } } },
    });
  }
};

type Tokens = {
  getUserToken(user: string, connection: string, channel: string, code: string): Promise<{ token?: string } | undefined>;
  getSignInResource(connection: string, activity: unknown, redirect: string): Promise<{ signInLink?: string }>;
  exchangeToken(user: string, connection: string, channel: string, exchange: { token: string }): Promise<{ token?: string } | undefined>;
  signOutUser(user: string, connection: string, channel: string): Promise<void>;
};
/** botbuilder's own client of the token service, as it stands in the turn. */
const tokens = (context: TurnContext) =>
  context.turnState.get<Tokens>((context.adapter as unknown as { UserTokenClientKey: symbol }).UserTokenClientKey);

const answerMessage = async (context: TurnContext) => {
  const { text = '', value, from } = context.activity;
  if (value) return void (await context.sendActivity(`values: ${JSON.stringify(value)}`));
  if (text === 'card') {
    const base = card('card 1', 1);
    base.refresh.userIds = [from.id];
    return void (await context.sendActivity(MessageFactory.attachment(CardFactory.adaptiveCard(base))));
  }
  if (text === 'edit') {
    const sent = await context.sendActivity('first');
    await context.updateActivity({ id: sent?.id ?? '', type: 'message', text: 'second' });
    return;
  }
  if (text === 'who') {
    const { members } = await TeamsInfo.getPagedMembers(context);
    return void (await context.sendActivity(members.map(({ name }) => name).join(', ')));
  }
  if (text.startsWith('token')) {
    const kept = await tokens(context).getUserToken(from.id, 'graph', 'msteams', text.slice(6));
    return void (await context.sendActivity(kept?.token ? 'a token is kept' : 'no token yet'));
  }
  if (text === 'sign-in link') {
    const { signInLink } = await tokens(context).getSignInResource('graph', context.activity, '');
    return void (await context.sendActivity(signInLink ?? ''));
  }
  if (text === 'sign out') {
    await tokens(context).signOutUser(from.id, 'graph', 'msteams');
    return void (await context.sendActivity('signed out'));
  }
  if (text === 'heard') return void (await context.sendActivity(heard.join(' ')));
  await context.sendActivity(`echo: ${text}`);
};

const server = createServer(async (request, response) => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const shim = {
    socket: request.socket,
    status: (code: number) => {
      response.statusCode = code;
      return shim;
    },
    header: (name: string, value: unknown) => {
      response.setHeader(name, String(value));
      return shim;
    },
    send: (body: unknown) => {
      response.write(typeof body === 'string' ? body : JSON.stringify(body));
      return shim;
    },
    end: () => {
      response.end();
      return shim;
    },
  };
  const body = JSON.parse(Buffer.concat(parts).toString('utf8') || '{}');
  await adapter.process({ body, headers: request.headers, method: request.method ?? 'POST' } as never, shim as never, turn);
});
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
process.on('disconnect', () => process.exit(0));
