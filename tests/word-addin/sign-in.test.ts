import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { startChromium } from '#tests/chromium.ts';
import { aDocument, wordPage } from './word-page.ts';

/* How a Word host can behave towards nested app authentication; our sign-in and the real MSAL meet each in a real page. */

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await startChromium();
}, 60_000);
afterAll(() => browser?.close());
beforeEach(async () => {
  page = await wordPage(browser, aDocument().word);
}, 60_000);

type Host = {
  readonly nested: boolean;
  readonly answers:
    | 'token'
    | 'nothing'
    | 'nothing after greeting'
    | 'consent'
    | 'one more step'
    | 'closed'
    | 'no network'
    | 'disabled'
    | 'another person';
  readonly dialog: string;
  readonly from?: string;
};

/** Puts a host around the page: what it says it can do, how its bridge answers, and what its sign-in window sends back. */
const hostIs = (host: Host): Promise<void> =>
  page.evaluate(({ nested, answers, dialog, from }) => {
    const listeners: ((text: string) => void)[] = [];
    const say = (requestId: string, more: object): void => {
      for (const hear of listeners) hear(JSON.stringify({ messageType: 'NestedAppAuthResponse', requestId, success: true, ...more }));
    };
    const account = {
      environment: 'login.microsoftonline.com',
      homeAccountId: 'a.b',
      localAccountId: 'a',
      tenantId: 'b',
      username: 'ruth@hollinbank.example',
    };
    const bridge = {
      addEventListener: (_: string, hear: (text: string) => void) => listeners.push(hear),
      removeEventListener: () => undefined,
      postMessage: (text: string) => {
        const { method, requestId } = JSON.parse(text) as { method: string; requestId: string };
        if (method === 'GetInitContext' && answers !== 'nothing')
          say(requestId, { initContext: { sdkName: 'test', sdkVersion: '1', capabilities: {} } });
        if (method === 'GetToken' && answers === 'token')
          say(requestId, { token: { access_token: 'from the host', id_token: 'e30.e30.', expires_in: 3600, scope: 'a' }, account });
        const asked = /^GetToken/.test(method);
        if (asked && answers === 'another person') {
          tokens += 1;
          const other =
            tokens > 1 ? { ...account, homeAccountId: 'c.b', localAccountId: 'c', username: 'gareth@hollinbank.example' } : account;
          const id_token = tokens > 1 ? 'e30.eyJvaWQiOiJjIn0.' : 'e30.e30.';
          say(requestId, { token: { access_token: `of ${other.localAccountId}`, id_token, expires_in: 1, scope: 'a' }, account: other });
        }
        if (asked && answers in refusals) {
          const error = refusals[answers];
          const popup = method === 'GetTokenPopup' && answers !== 'closed';
          if (popup)
            say(requestId, { token: { access_token: 'after the step', id_token: 'e30.e30.', expires_in: 3600, scope: 'a' }, account });
          else say(requestId, { success: false, error: method === 'GetTokenPopup' ? { status: 'USER_CANCEL' } : error });
        }
      },
    };
    let tokens = 0;
    const required = (code: string, description: string) => ({ status: 'USER_INTERACTION_REQUIRED', code, description });
    const refusals: Record<string, object> = {
      consent: required('interaction_required', 'AADSTS65001: nobody has consented.'),
      'one more step': required('interaction_required', 'AADSTS50076: you must use multi-factor authentication.'),
      closed: required('interaction_required', 'AADSTS65001: nobody has consented.'),
      'no network': { status: 'NO_NETWORK' },
      disabled: { status: 'DISABLED' },
    };
    const windows = { opened: 0, closed: 0 };
    const handlers: Record<string, (message: object) => void> = {};
    const opened = {
      addEventHandler: (kind: string, handle: (message: object) => void) => {
        handlers[kind] = handle;
        if (kind === 'dialogMessageReceived') setTimeout(() => handle({ message: dialog, origin: from ?? window.location.origin }), 10);
      },
      close: () => {
        windows.closed += 1;
      },
    };
    const context = {
      requirements: { isSetSupported: (name: string) => nested && name === 'NestedAppAuth' },
      ui: {
        displayDialogAsync: (_: string, __: object, done: (result: object) => void) => {
          windows.opened += 1;
          done({ status: 'succeeded', value: opened });
        },
      },
    };
    Object.assign(globalThis, { windows, nestedAppAuthBridge: bridge });
    const EventType = { DialogMessageReceived: 'dialogMessageReceived', DialogEventReceived: 'dialogEventReceived' };
    Object.assign((globalThis as unknown as { host: object }).host, { context, EventType });
  }, host);

type Tried = {
  readonly quietly: string;
  readonly aloud: string;
  readonly afterwards: string;
  readonly took: number;
  readonly windows: { opened: number; closed: number };
};

/** Signs in as the pane does at its start, then as after a press of the button. */
const tried = (): Promise<Tried> =>
  page.evaluate(async () => {
    const { signIn } = await import('/word-addin/pane/sign-in.ts' as string);
    const began = performance.now();
    const config = {
      clientId: '11111111-2222-4333-8444-555555555555',
      authority: 'https://login.microsoftonline.com/common',
      scope: 'api://waymark/access_as_user',
      knownAuthorities: [],
      authorityMetadata: null,
    };
    const ways = await signIn(config);
    const took = performance.now() - began;
    const wordsOf = (error: Error) => `${error.constructor.name}: ${error.message}`;
    const quietly = await ways.quietly(false).catch(wordsOf);
    const { windows } = globalThis as unknown as { windows: { opened: number; closed: number } };
    const before = windows.opened;
    const aloud = before === 0 && quietly.startsWith('NotSignedIn') ? await ways.aloud().then(() => 'signed in', wordsOf) : 'not asked';
    return { quietly, aloud, afterwards: await ways.quietly(false).catch(wordsOf), took, windows };
  });

const TOKEN = JSON.stringify({ token: 'from the dialog' });

describe('signing in from Word', () => {
  it('takes the token of the host where it has nested app authentication, and opens no window', async () => {
    await hostIs({ nested: true, answers: 'token', dialog: TOKEN });
    expect(await tried()).toMatchObject({ quietly: 'from the host', windows: { opened: 0 } });
  });

  it('asks for one press of a button where the host has none, and then uses our own window', async () => {
    await hostIs({ nested: false, answers: 'nothing', dialog: TOKEN });
    expect(await tried()).toMatchObject({
      quietly: 'NotSignedIn: You are not signed in to Waymark.',
      aloud: 'signed in',
      afterwards: 'from the dialog',
      windows: { opened: 1, closed: 1 },
    });
  });

  it.each(['nothing', 'nothing after greeting'] as const)(
    'gives a host that promises tokens and answers %s five seconds, and then uses our own window',
    async (answers) => {
      await hostIs({ nested: true, answers, dialog: TOKEN });
      const found = await tried();
      expect(found).toMatchObject({ aloud: 'signed in', afterwards: 'from the dialog', windows: { opened: 1 } });
      expect(found.took).toBeGreaterThan(4_900);
      expect(found.took).toBeLessThan(20_000);
    },
    30_000,
  );

  it('takes nothing from a window that is not ours, nor words that are no token', async () => {
    await hostIs({ nested: false, answers: 'nothing', dialog: TOKEN, from: 'https://elsewhere.example' });
    expect(await tried()).toMatchObject({ aloud: 'Error: You are not signed in.', windows: { closed: 1 } });
    await hostIs({ nested: false, answers: 'nothing', dialog: 'not JSON' });
    expect(await tried()).toMatchObject({ aloud: 'Error: You are not signed in.' });
  });
});

/** Signs in, then again, and after a press of the button; what each says, and what the host's tools show. */
const wayThrough = (): Promise<{ quietly: string; aloud: string; afterwards: string; told: string[]; windows: { opened: number } }> =>
  page.evaluate(async () => {
    const told: string[] = [];
    console.info = (words: string) => told.push(words);
    const { signIn } = await import('/word-addin/pane/sign-in.ts' as string);
    const config = {
      clientId: '11111111-2222-4333-8444-555555555555',
      authority: 'https://login.microsoftonline.com/common',
      scope: 'api://waymark/access_as_user',
      knownAuthorities: [],
      authorityMetadata: null,
    };
    const ways = await signIn(config);
    const wordsOf = (error: Error) => `${error.constructor.name}: ${error.message}`;
    const quietly = await ways.quietly(true).catch(wordsOf);
    const aloud = quietly.startsWith('NotSignedIn') ? await ways.aloud().then(() => 'signed in', wordsOf) : 'not asked';
    const { windows } = globalThis as unknown as { windows: { opened: number } };
    return { quietly, aloud, afterwards: await ways.quietly(false).catch(wordsOf), told, windows };
  });

describe('what keeps somebody from being signed in', () => {
  it.each([
    ['consent', /Nobody has agreed yet.*What you typed stays where it is/],
    ['one more step', /one more step.*What you typed stays where it is/],
  ] as const)('%s is said in words, waits for a press, and is then done with', async (answers, words) => {
    await hostIs({ nested: true, answers, dialog: TOKEN });
    const found = await wayThrough();
    expect(found.quietly).toMatch(words);
    expect(found).toMatchObject({ aloud: 'signed in', windows: { opened: 0 } });
    expect(found.told).toEqual(['Waymark signs in through the host: it has nested app authentication.']);
  });

  it('a sign-in that the person closed is theirs to begin again', async () => {
    await hostIs({ nested: true, answers: 'closed', dialog: TOKEN });
    expect((await wayThrough()).aloud).toMatch(/NotSignedIn: The sign-in was closed\. What you typed stays/);
  });

  it('another person at the same Word is not taken for the first, and may go on as themselves after a press', async () => {
    await hostIs({ nested: true, answers: 'another person', dialog: TOKEN });
    expect(await wayThrough()).toMatchObject({ quietly: expect.stringMatching(/Somebody else is signed in here now/), aloud: 'signed in' });
  });

  it.each(['no network', 'disabled'] as const)(
    'a host that cannot (%s) leaves it to our own window, and says so to whoever looks',
    async (answers) => {
      await hostIs({ nested: true, answers, dialog: TOKEN });
      const found = await wayThrough();
      expect(found).toMatchObject({ aloud: 'signed in', afterwards: 'from the dialog' });
      expect(found.told).toEqual(['Waymark signs in through our own window: the host could not.']);
    },
  );
});
