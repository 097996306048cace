import { type Call, openCalls } from '#contract/calls.ts';
import type { BrowserConfig } from '#contract/people.ts';
import { type Host, joinTeams } from './host.ts';
import { replyReader } from './read-reply.ts';
import { keepToken } from './session.ts';
import { teamsToken } from './teams-token.ts';

/** How the reader came: inside Teams, in a browser already signed in, or in a browser with a step still to take. */
export type Arrival =
  | { readonly how: 'teams'; readonly host: Host; readonly call: Call; readonly config: BrowserConfig }
  | { readonly how: 'browser'; readonly call: Call; readonly config: BrowserConfig; readonly signOut: () => Promise<void> }
  | { readonly how: 'at-the-door'; readonly signIn: () => Promise<void>; readonly room: string | null };

/** What our own service says before anyone has signed in; it parses it by its shape before it sends it. */
const readConfig = async (): Promise<BrowserConfig> => (await (await fetch('/config.json')).json()) as BrowserConfig;

const calls = (fetchToken: (claims?: string) => Promise<string>, onMismatch: () => void): Call =>
  openCalls('', keepToken(fetchToken), 'tab', replyReader(onMismatch));

const roomOrigin = (config: BrowserConfig): string | null =>
  config.teamsRoom ? new URL(config.teamsRoom, window.location.origin).origin : null;

/** Finds out where the tab stands and gets ready to call the API. MSAL is fetched only where Teams is not around the page. */
export const arrive = async (onMismatch: () => void): Promise<Arrival> => {
  const config = await readConfig();
  const host = window.parent === window ? null : await joinTeams(roomOrigin(config)).catch(() => null);
  if (host) return { how: 'teams', host, call: calls(teamsToken(host, config), onMismatch), config };
  const { signInBrowser } = await import('./sign-in-browser.ts');
  const browser = await signInBrowser(config);
  if (browser.signedIn) return { how: 'browser', call: calls(browser.token, onMismatch), config, signOut: browser.signOut };
  return { how: 'at-the-door', signIn: browser.signIn, room: config.teamsRoom };
};
