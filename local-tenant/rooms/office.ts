/**
 * office.js for the pane when the local room plays Word. Microsoft's own proxies run (the npm copy of word-web-16.00.js); only what
 * lies beneath them, Word itself, is the room in the parent frame. In a window that the pane opened there is no room, only the pane to
 * speak to. Served as /rooms/office.js and named in /config.json.
 */
import { displayDialogAsync, EventType, isDialog, messageParent } from './office-dialog.ts';
import type { Ask, FromPane, ToPane } from './word/messages.ts';

const origin = new URL((document.currentScript as HTMLScriptElement).src).origin;
const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
const cursorHandlers = new Set<() => void>();
const buttons = new Map<string, (event: { completed: () => void }) => void>();
let last = 0;

const ask = <T>(question: Ask): Promise<T> =>
  new Promise((resolve, reject) => {
    last += 1;
    waiting.set(last, { resolve: resolve as (value: unknown) => void, reject });
    const message: FromPane = { waymarkWord: 'ask', id: last, ...question };
    window.parent.postMessage(message, origin);
  });

window.addEventListener('message', ({ data, source }: MessageEvent<ToPane>) => {
  if (source !== window.parent || !data || typeof data !== 'object' || !('waymarkWord' in data)) return;
  if (data.waymarkWord === 'answer') {
    const one = waiting.get(data.id);
    waiting.delete(data.id);
    if (data.error === undefined) one?.resolve(data.value);
    else one?.reject(new Error(data.error));
  } else if (data.event === 'cursor') {
    for (const handler of cursorHandlers) handler();
  } else if (data.event === 'ribbon') {
    buttons.get(data.value)?.({ completed: () => undefined });
  }
});

type Done = (result: { status: string; value?: unknown; error?: { message: string } }) => void;

const answer = (work: Promise<unknown>, done: Done): void => {
  work.then(
    (value) => done({ status: 'succeeded', value }),
    (error: Error) => done({ status: 'failed', error: { message: error.message } }),
  );
};

/** The open document in slices, as Office.context.document.getFileAsync hands it over. */
const fileOf = (bytes: Uint8Array, sliceSize: number) => ({
  size: bytes.byteLength,
  sliceCount: Math.max(1, Math.ceil(bytes.byteLength / sliceSize)),
  getSliceAsync: (index: number, done: Done) =>
    answer(Promise.resolve({ index, data: Array.from(bytes.subarray(index * sliceSize, (index + 1) * sliceSize)) }), done),
  closeAsync: (done?: Done) => done?.({ status: 'succeeded' }),
});

const officeDocument = {
  getFileAsync: (_type: string, options: { sliceSize?: number }, done: Done) =>
    answer(
      ask<Uint8Array>({ ask: 'file' }).then((bytes) => fileOf(bytes, options.sliceSize ?? 4_194_304)),
      done,
    ),
  addHandlerAsync: (_type: string, handler: () => void) => cursorHandlers.add(handler),
  removeHandlerAsync: (_type: string, options?: { handler?: () => void }) => {
    if (options?.handler) cursorHandlers.delete(options.handler);
    else cursorHandlers.clear();
  },
};

/** What the room says of itself and of the open document when the pane starts. */
type Hello = { readonly dark: boolean; readonly readOnly: boolean; readonly nested: boolean };

const supported: Record<string, readonly string[]> = {
  OpenBrowserWindowApi: ['1.1'],
  WordApi: ['1.1', '1.2', '1.3'],
  SharedRuntime: ['1.1'],
};

/** What this Word can do; tokens it hands out only where the room says so. */
const isSetSupported =
  ({ nested }: Hello) =>
  (name: string, version = '1.1'): boolean =>
    name === 'NestedAppAuth' ? nested && version === '1.1' : (supported[name]?.includes(version) ?? false);

const context = (hello: Hello) => ({
  document: { ...officeDocument, mode: hello.readOnly ? 'readOnly' : 'readWrite' },
  requirements: { isSetSupported: isSetSupported(hello) },
  officeTheme: { bodyBackgroundColor: hello.dark ? '#1f1f1f' : '#ffffff' },
  platform: 'OfficeOnline',
  host: 'Word',
  ui: {
    openBrowserWindow: (address: string) => void ask({ ask: 'open', address }),
    displayDialogAsync,
    messageParent: () => undefined,
  },
});

/** Nested app authentication as MSAL speaks it: requests and answers are JSON text over a bridge that the host provides. */
const nestedAppAuth = () => {
  const listeners = new Set<(text: string) => void>();
  const reply = (requestId: string, more: object): void => {
    for (const listener of listeners) listener(JSON.stringify({ messageType: 'NestedAppAuthResponse', requestId, ...more }));
  };
  return {
    addEventListener: (_type: string, listener: (text: string) => void) => listeners.add(listener),
    removeEventListener: (_type: string, listener: (text: string) => void) => listeners.delete(listener),
    postMessage: (text: string) => {
      const request = JSON.parse(text) as { method: string; requestId: string; tokenParams?: { scope?: string } };
      if (request.method === 'GetInitContext') {
        reply(request.requestId, { success: true, initContext: { sdkName: 'Waymark room', sdkVersion: '1', capabilities: {} } });
        return;
      }
      ask<{ token: string; expiresIn: number; account: Record<string, string> }>({
        ask: 'token',
        scope: request.tokenParams?.scope ?? '',
      }).then(
        ({ token, expiresIn, account }) =>
          reply(request.requestId, {
            success: true,
            token: { access_token: token, id_token: token, expires_in: expiresIn, scope: request.tokenParams?.scope ?? '' },
            account,
          }),
        () => reply(request.requestId, { success: false, error: { status: 'USER_INTERACTION_REQUIRED' } }),
      );
    },
  };
};

const load = (address: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = address;
    script.onload = () => resolve();
    script.onerror = () => reject(new Error(`${address} could not be loaded`));
    document.head.append(script);
  });

type Loose = Record<string, unknown>;

type Host = { readonly host: string; readonly platform: string };
const THIS_HOST: Host = { host: 'Word', platform: 'OfficeOnline' };

const startInDialog = (): Host => {
  Object.assign(played, {
    HostType: { Word: 'Word' },
    AsyncResultStatus: { Succeeded: 'succeeded' },
    EventType,
    context: { ui: { messageParent } },
  });
  return THIS_HOST;
};

const start = async (): Promise<Host> => {
  if (isDialog()) return startInDialog();
  await load(`${origin}/rooms/vendor/word-web-16.00.js`);
  const hello = await ask<Hello>({ ask: 'hello' });
  const global = window as unknown as {
    OfficeExtension: { ClientRequestContext: { prototype: object } };
    nestedAppAuthBridge: unknown;
  };
  Object.defineProperty(global.OfficeExtension.ClientRequestContext.prototype, '_requestExecutor', {
    get: () => ({
      executeAsync: async (_context: unknown, _flags: unknown, message: { Body: object }) => {
        const results = await ask({ ask: 'execute', body: JSON.parse(JSON.stringify(message.Body)) });
        return { ErrorCode: '', ErrorMessage: '', Headers: {}, Body: { Results: results } };
      },
    }),
    set: () => undefined,
  });
  Object.assign(played, {
    HostType: { Word: 'Word' },
    EventType: { ...(microsofts.EventType as object | undefined), ...EventType },
    context: context(hello),
    addin: { showAsTaskpane: () => ask({ ask: 'show-pane' }) },
    actions: { associate: (name: string, run: (event: { completed: () => void }) => void) => buttons.set(name, run) },
  });
  if (hello.nested) global.nestedAppAuthBridge = nestedAppAuth();
  return THIS_HOST;
};

/** What the room answers for Word itself; everything else (the enumerations, the proxies) is Microsoft's. */
const played: Loose = {
  onReady: (done?: (found: Host) => void) =>
    ready.then((found) => {
      done?.(found);
      return found;
    }),
};
let microsofts: Loose = {};
const office = new Proxy({} as Loose, {
  get: (_nothing, name: string) => (name in played ? played[name] : microsofts[name]),
  has: (_nothing, name: string) => name in played || name in microsofts,
});
Object.defineProperty(window, 'Office', {
  configurable: true,
  get: () => office,
  set: (value: Loose) => {
    microsofts = value;
  },
});

// The pane may ask `Office.onReady()` as soon as this script has run, and hears when there is an answer.
const ready = start();
