import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser, Frame, Page } from 'playwright-core';
import { openWindow, startChromium } from '#tests/chromium.ts';
import { emptyPage, moduleAt } from '#tests/page-modules.ts';

/*
 * How a Teams can behave towards nested app authentication: our sign-in, the real MSAL and the real teams-js meet each in a frame, and
 * speak across it to a page that plays Teams.
 */

const ORIGIN = 'http://localhost:1';

let browser: Browser;
let page: Page;
let fetched: string[];

beforeAll(async () => {
  browser = await startChromium();
}, 60_000);
afterAll(() => browser?.close());
beforeEach(async () => {
  fetched = [];
  page = await openWindow(browser);
  await page.route(`${ORIGIN}/**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    fetched.push(pathname);
    if (pathname === '/teams') return route.fulfill({ body: '<title>Teams</title>', contentType: 'text/html' });
    return route.fulfill(pathname === '/tab' ? emptyPage('Tab') : await moduleAt(pathname));
  });
}, 60_000);

type Teams = {
  /** What its own sign-on answers: a token, or why not. */
  readonly own: { readonly token: string } | { readonly refused: string };
  readonly nested: boolean;
  /** What its bridge answers MSAL. */
  readonly answers: 'token' | 'nothing' | 'nothing after greeting' | 'consent' | 'closed' | 'no network' | 'disabled';
};

/** Puts a page around the tab that speaks as Teams does. What MSAL asked it for is kept in `asked`. */
const teamsIs = async (teams: Teams): Promise<Frame> => {
  await page.goto(`${ORIGIN}/teams`);
  await page.evaluate(({ own, nested, answers }) => {
    const asked: { method: string; claims: string | null }[] = [];
    Object.assign(globalThis, { asked });
    const supports = { pages: {}, ...(nested ? { nestedAppAuth: {} } : {}) };
    const runtime = JSON.stringify({ apiVersion: 4, isLegacyTeams: false, isNAAChannelRecommended: nested, supports });
    const account = {
      environment: 'login.microsoftonline.com',
      homeAccountId: 'a.b',
      localAccountId: 'a',
      tenantId: 'b',
      username: 'ruth@hollinbank.example',
    };
    const required = (status: string) => ({ success: false, error: { status, code: 'interaction_required', description: 'AADSTS65001' } });
    const token = (of: string) => ({ token: { access_token: of, id_token: 'e30.e30.', expires_in: 3600, scope: 'a' }, account });
    const refusals: Partial<Record<typeof answers, object>> = {
      consent: required('USER_INTERACTION_REQUIRED'),
      closed: required('USER_INTERACTION_REQUIRED'),
      'no network': { success: false, error: { status: 'NO_NETWORK' } },
      disabled: { success: false, error: { status: 'DISABLED' } },
    };
    /** The bridge's answer to one question of MSAL; undefined where this Teams says nothing. */
    const bridged = (method: string): object | undefined => {
      if (method === 'GetInitContext' && answers !== 'nothing')
        return { initContext: { sdkName: 'test', sdkVersion: '1', capabilities: {} } };
      if (method === 'GetToken') return answers === 'token' ? token('from the host') : refusals[answers];
      if (method === 'GetTokenPopup')
        return answers === 'closed' ? { success: false, error: { status: 'USER_CANCEL' } } : token('after the person agreed');
      return undefined;
    };
    const context = { theme: 'default', frameContext: 'content', entityId: 'waymark', locale: 'en-gb', hostName: 'Teams' };
    const answerTo = (func: string): unknown[] | undefined => {
      // Version and runtime in this order, as Teams sends them: teams-js takes either, but looks for the bridge only in the fourth.
      if (func === 'initialize') return ['content', 'web', '2.1.0', runtime];
      if (func === 'getContext') return [context];
      if (func === 'authentication.getAuthToken') return 'token' in own ? [true, own.token] : [false, own.refused];
      return undefined;
    };
    window.addEventListener('message', ({ data, source }) => {
      const tab = source as Window;
      if (data?.func === 'nestedAppAuth.execute') {
        const { method, requestId, tokenParams } = JSON.parse(data.data);
        asked.push({ method, claims: tokenParams?.claims ?? null });
        const answer = bridged(method);
        const words = JSON.stringify({ messageType: 'NestedAppAuthResponse', requestId, success: true, ...answer });
        if (answer) tab.postMessage({ args: [null, words] }, '*');
      } else {
        const args = answerTo(data?.func);
        if (args) tab.postMessage({ id: data.id, uuidAsString: data.uuidAsString, args }, '*');
      }
    });
    const frame = document.createElement('iframe');
    frame.name = 'tab';
    frame.src = '/tab';
    document.body.append(frame);
  }, teams);
  await page.frameLocator('iframe').locator('html').waitFor();
  const tab = page.frame({ name: 'tab' });
  if (!tab) throw new Error('The tab has no frame.');
  await tab.waitForURL(`${ORIGIN}/tab`);
  return tab;
};

/** Joins Teams and asks for a token as the tab does before its first call; then for one that brings claims, where some are named. */
const signedIn = async (teams: Teams, claims?: string) => {
  const tab = await teamsIs(teams);
  const found = await tab.evaluate(async (demanded) => {
    const told: string[] = [];
    console.info = (words: string) => told.push(words);
    const { joinTeams } = await import('/tab/shell/host.ts' as string);
    const { teamsToken } = await import('/tab/shell/teams-token.ts' as string);
    const token = teamsToken(await joinTeams(null), {
      clientId: '11111111-2222-4333-8444-555555555555',
      authority: 'https://login.microsoftonline.com/common',
      scope: 'api://waymark/access_as_user',
      knownAuthorities: [],
      authorityMetadata: null,
    });
    const began = performance.now();
    const said = await token(demanded).catch((fault: Error) => `${fault.name}: ${fault.message}`);
    return { said, told, took: performance.now() - began };
  }, claims);
  const asked = await page.evaluate(() => (globalThis as unknown as { asked: { method: string; claims: string | null }[] }).asked);
  const windows = page.context().pages().length;
  return { ...found, asked, windows, loadedMsal: fetched.some((one) => one.includes('msal-browser')) };
};

const NEEDS_CONSENT = { refused: 'resourceRequiresConsent' } as const;
const TOLD = "Waymark signs in through nested app authentication: Teams' own sign-on needs consent.";

describe('signing in from the tab', () => {
  it('takes the token of Teams’ own sign-on where it gives one, and loads nothing for it', async () => {
    expect(await signedIn({ own: { token: 'from Teams' }, nested: true, answers: 'token' })).toMatchObject({
      said: 'from Teams',
      told: [],
      asked: [],
      loadedMsal: false,
    });
  });

  it('goes through nested app authentication where Teams’ own sign-on needs consent, opens no window, and says so to whoever looks', async () => {
    expect(await signedIn({ own: NEEDS_CONSENT, nested: true, answers: 'token' })).toMatchObject({
      said: 'from the host',
      told: [TOLD],
      windows: 1,
    });
  });

  it('lets Teams ask the person where nobody has agreed yet', async () => {
    const { said, asked, windows } = await signedIn({ own: NEEDS_CONSENT, nested: true, answers: 'consent' });
    expect({ said, windows }).toEqual({ said: 'after the person agreed', windows: 1 });
    expect(asked.map(({ method }) => method)).toEqual(['GetInitContext', 'GetToken', 'GetTokenPopup']);
  });

  it('hands one more step of conditional access on to the host, word for word', async () => {
    const claims = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}';
    const teams = { own: { refused: 'AADSTS50076: one more step' }, nested: true, answers: 'token' } as const;
    const { said, asked } = await signedIn(teams, claims);
    expect(said).toBe('after the person agreed');
    const popup = asked.find(({ method }) => method === 'GetTokenPopup');
    expect(JSON.parse(popup?.claims ?? '{}')).toMatchObject({ access_token: { acrs: { essential: true, value: 'c1' } } });
  });
});

describe('what keeps somebody from being signed in', () => {
  it.each([
    ['the person closes the window', 'closed', /CallFailed: The sign-in was closed\..*Try again/],
    ['there is no network', 'no network', /CallFailed: .*What you typed stays where it is/],
    ['the host has it in name only', 'disabled', /CallFailed: .*What you typed stays where it is/],
  ] as const)('%s: it is said in words, with the button that is there', async (_, answers, words) => {
    const { said, windows } = await signedIn({ own: NEEDS_CONSENT, nested: true, answers });
    expect(said).toMatch(words);
    expect(said).not.toMatch(/press Sign in/i);
    expect(windows).toBe(1);
  });

  it('a Teams without nested app authentication says what to do, and nothing is loaded', async () => {
    expect(await signedIn({ own: NEEDS_CONSENT, nested: false, answers: 'token' })).toMatchObject({
      said: expect.stringMatching(/CallFailed: .*your administrator agrees once/),
      told: [],
      loadedMsal: false,
    });
  });

  it.each(['nothing', 'nothing after greeting'] as const)(
    'a host that promises tokens and answers %s is given five seconds',
    async (answers) => {
      const { said, took } = await signedIn({ own: NEEDS_CONSENT, nested: true, answers });
      expect(said).toMatch(/CallFailed: .*Try again/);
      expect(took).toBeGreaterThan(4_900);
      expect(took).toBeLessThan(20_000);
    },
    30_000,
  );
});
