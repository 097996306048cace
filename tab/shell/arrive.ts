import { type Call, connect } from '#contract/client.ts';
import { type BrowserConfig, browserConfig } from '#contract/people.ts';
import { type Host, joinTeams } from './host.ts';
import { keepToken } from './session.ts';

/** How the reader came: inside Teams, in a browser already signed in, or in a browser with a step still to take. */
export type Arrival =
  | { readonly how: 'teams'; readonly host: Host; readonly call: Call; readonly config: BrowserConfig }
  | { readonly how: 'browser'; readonly call: Call; readonly config: BrowserConfig }
  | { readonly how: 'at-the-door'; readonly signIn: () => Promise<void>; readonly room: string | null };

const readConfig = async (): Promise<BrowserConfig> => browserConfig.parse(await (await fetch('/config.json')).json());

const calls = (fetchToken: () => Promise<string>): Call => connect('', keepToken(fetchToken), 'tab');

const roomOrigin = (config: BrowserConfig): string | null => (config.teamsRoom ? new URL(config.teamsRoom, window.location.origin).origin : null);

/** Finds out where the tab stands and gets ready to call the API. MSAL is fetched only where Teams is not around the page. */
export const arrive = async (): Promise<Arrival> => {
  const config = await readConfig();
  const host = window.parent === window ? null : await joinTeams(roomOrigin(config)).catch(() => null);
  if (host) return { how: 'teams', host, call: calls(host.token), config };
  const { signInBrowser } = await import('./sign-in-browser.ts');
  const browser = await signInBrowser(config);
  if (browser.signedIn) return { how: 'browser', call: calls(browser.token), config };
  return { how: 'at-the-door', signIn: browser.signIn, room: config.teamsRoom };
};
