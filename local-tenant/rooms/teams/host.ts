/** The part of Teams' protocol that a tab needs, as teams-js speaks it: calls with an id are answered, events have none. */

/** Teams' own names of its themes. */
export type TeamsTheme = 'default' | 'dark' | 'contrast';

type FromTab = { readonly id?: number; readonly uuidAsString?: string; readonly func?: string; readonly args?: readonly unknown[] };

/** What the room knows when the tab asks. */
export type HostFacts = {
  /** Origin of the tab; nothing else is listened to. */
  readonly tab: string;
  readonly frame: () => Window | null;
  readonly theme: () => TeamsTheme;
  readonly frameContext: () => 'content' | 'sidePanel';
  readonly person: () => { readonly id: string; readonly upn: string; readonly name: string };
  readonly subPage: () => string;
  readonly token: (claims?: string) => Promise<string>;
  /** A deep link the tab follows, such as a meeting or a chat. */
  readonly onLink: (address: string) => void;
};

const RUNTIME = JSON.stringify({ apiVersion: 4, isLegacyTeams: false, supports: { pages: {}, dialog: { url: {} } } });

const contextOf = (facts: HostFacts) => ({
  theme: facts.theme(),
  frameContext: facts.frameContext(),
  locale: 'en-gb',
  entityId: 'waymark',
  subEntityId: facts.subPage(),
  userObjectId: facts.person().id,
  userPrincipalName: facts.person().upn,
  loginHint: facts.person().upn,
  hostClientType: 'web',
  hostName: 'Teams',
  sessionId: '00000000-0000-0000-0000-000000000000',
  appSessionId: '00000000-0000-0000-0000-000000000000',
  ringId: 'general',
});

/** The answer to one call; undefined for calls that get none. */
const answerTo = async (facts: HostFacts, func: string, args: readonly unknown[]): Promise<readonly unknown[] | undefined> => {
  switch (func) {
    case 'initialize':
      return [facts.frameContext(), 'web', RUNTIME, '2.1.0'];
    case 'getContext':
      return [contextOf(facts)];
    case 'authentication.getAuthToken':
      // resources, claims, silent: as teams-js orders them
      return facts.token(Array.isArray(args[1]) ? args[1].join(' ') : undefined).then(
        (token) => [true, token],
        () => [false, 'The made-up tenant gave no token.'],
      );
    case 'executeDeepLink':
      facts.onLink(String(args[0] ?? ''));
      return [true];
    default:
      // registerHandler, appInitialization.* and the like expect nothing
      return undefined;
  }
};

/** Starts to answer the tab. Returns how to tell it of a new theme. */
export const playTeams = (facts: HostFacts): { readonly themeChanged: () => void } => {
  const send = (message: object) => facts.frame()?.postMessage(message, facts.tab);
  window.addEventListener('message', async ({ data, source, origin }: MessageEvent<FromTab>) => {
    if (origin !== facts.tab || source !== facts.frame() || typeof data?.func !== 'string') return;
    const args = await answerTo(facts, data.func, data.args ?? []);
    if (args) send({ id: data.id, uuidAsString: data.uuidAsString, args });
  });
  return { themeChanged: () => send({ func: 'themeChange', args: [facts.theme()] }) };
};
