/** What a test, or the settings page, may bend: slowness, throttling, outages, withdrawn permissions, a blocked bot. */

export type Throttle = {
  /** Requests let through before the refusals begin. */
  readonly after: number;
  /** What the `Retry-After` header says: `'2'`, `'1.5'`, an HTTP date, or null for none. Graph always sends one; proxies before it do not. */
  readonly retryAfter: string | null;
  /** How many requests are refused before all is well again. Absent: until the throttle is lifted. */
  readonly times?: number;
};

export type FailNext = { readonly times: number; readonly status: 429 | 500 | 502 | 503 | 504; readonly retryAfter?: string };

export type ControlSettings = {
  readonly latencyMs: number;
  readonly throttle: Throttle | null;
  /** `refused` answers 503 to all, `late` 504; `silent` never answers; `reset` cuts the line. */
  readonly outage: 'none' | 'refused' | 'late' | 'silent' | 'reset';
  /** What the issuer of tokens answers an application: all is well, its secret has run out, nothing at all, or 503. */
  readonly signIn: 'well' | 'secret-expired' | 'silent' | 'refused';
  /** How the SEND library stands: it has no room, its site was deleted, or its files lie in another library now. */
  readonly sendLibrary: 'well' | 'full' | 'site-deleted' | 'moved';
  /** `full`: Exchange takes no more events and letters into any mailbox. */
  readonly mailbox: 'well' | 'full';
  /** What becomes of change notifications on their way: `held` ones go out when this is switched to something else. */
  readonly notices: 'sent' | 'lost' | 'twice' | 'held';
  readonly failNext: FailNext | null;
  /** Items of a `$batch` that are refused one by one with 429, counted down. */
  readonly throttleBatchItems: number;
  /**
   * Graph permissions taken away at run time, whatever the token says: `Mail.Send` for both kinds, `delegated:Sites.Selected` or
   * `application:Sites.Selected` for one.
   */
  readonly withdrawnPermissions: readonly string[];
  /** `client/scope` pairs for which consent is missing, `client/*` for every scope of that client. */
  readonly consentMissing: readonly string[];
  /** Claims that conditional access demands next time, as JSON text. */
  readonly claimsChallenge: string | null;
  /** Life of an access token in seconds. */
  readonly tokenLifetime: number;
  /** What Teams' connector answers to the bot. */
  readonly connector: 'well' | 'blocked' | 'gone' | 'throttled' | 'down';
  readonly connectorRetryAfter: string | null;
  readonly botEndpoint: string | null;
  /** Raised by one, every delta link handed out before answers 410: Graph keeps them for a week or so. */
  readonly deltaEpoch: number;
  /** Answers that break off in the middle, counted down. */
  readonly cutReplies: number;
  /** A tenant without School Data Sync: education is there and holds nothing. */
  readonly educationEmpty: boolean;
};

export const CALM: ControlSettings = {
  latencyMs: 0,
  throttle: null,
  outage: 'none',
  signIn: 'well',
  sendLibrary: 'well',
  mailbox: 'well',
  notices: 'sent',
  failNext: null,
  throttleBatchItems: 0,
  withdrawnPermissions: [],
  consentMissing: [],
  claimsChallenge: null,
  tokenLifetime: 3_600,
  connector: 'well',
  connectorRetryAfter: '1',
  botEndpoint: null,
  deltaEpoch: 0,
  cutReplies: 0,
  educationEmpty: false,
};

/** The line is cut: whoever listens gets no status and no body. */
export class LineCut extends Error {}

/** Whether a permission of this kind is taken away. */
export const isWithdrawn = ({ withdrawnPermissions }: ControlSettings, kind: 'delegated' | 'application', name: string): boolean =>
  withdrawnPermissions.includes(name) || withdrawnPermissions.includes(`${kind}:${name}`);

/** A refusal that the controls ordered in place of an answer. */
export type Disturbance = { readonly status: 429 | 500 | 502 | 503 | 504; readonly retryAfter: string | null };

export type Controls = {
  readonly now: () => ControlSettings;
  set(change: Partial<ControlSettings>): ControlSettings;
  /** Hears of each change of the switches; the returned function stops it. */
  onSet(hear: () => void): () => void;
  /** Waits while tokens are not answered for; what the issuer is to refuse with, if anything. */
  disturbSignIn(signal?: AbortSignal): Promise<'secret-expired' | 'refused' | undefined>;
  /** Back to a calm service; the bot's address stays. */
  reset(): void;
  /** Waits as long as ordered and says whether this request is to be refused. Never resolves during a silent outage. */
  disturb(signal?: AbortSignal): Promise<Disturbance | undefined>;
  /** Whether this batch item is to be refused. */
  takeBatchThrottle(): boolean;
  /** Whether this answer is to break off half way. */
  takeCut(): boolean;
};

export const createControls = (start: Partial<ControlSettings> = {}): Controls => {
  let settings: ControlSettings = { ...CALM, ...start };
  let passed = 0;
  let refused = 0;
  const listeners = new Set<() => void>();

  const throttled = (): Disturbance | undefined => {
    const { throttle } = settings;
    if (!throttle) return undefined;
    passed += 1;
    if (passed <= throttle.after) return undefined;
    if (throttle.times !== undefined && refused >= throttle.times) return undefined;
    refused += 1;
    return { status: 429, retryAfter: throttle.retryAfter };
  };

  const failing = (): Disturbance | undefined => {
    const { failNext } = settings;
    if (!failNext || failNext.times <= 0) return undefined;
    settings = { ...settings, failNext: { ...failNext, times: failNext.times - 1 } };
    return { status: failNext.status, retryAfter: failNext.retryAfter ?? null };
  };

  return {
    now: () => settings,
    set(change) {
      if (change.throttle !== undefined) {
        passed = 0;
        refused = 0;
      }
      settings = { ...settings, ...change };
      for (const hear of listeners) hear();
      return settings;
    },
    onSet(hear) {
      listeners.add(hear);
      return () => void listeners.delete(hear);
    },
    reset() {
      settings = { ...CALM, botEndpoint: settings.botEndpoint, deltaEpoch: settings.deltaEpoch };
      passed = 0;
      refused = 0;
      for (const hear of listeners) hear();
    },
    async disturb(signal) {
      if (settings.latencyMs > 0) await pause(settings.latencyMs, signal);
      if (settings.outage === 'silent') await silence(signal);
      if (settings.outage === 'reset') throw new LineCut();
      if (settings.outage === 'refused') return { status: 503, retryAfter: null };
      if (settings.outage === 'late') return { status: 504, retryAfter: null };
      return failing() ?? throttled();
    },
    async disturbSignIn(signal) {
      if (settings.signIn === 'silent') await silence(signal);
      return settings.signIn === 'secret-expired' || settings.signIn === 'refused' ? settings.signIn : undefined;
    },
    takeCut() {
      if (settings.cutReplies <= 0) return false;
      settings = { ...settings, cutReplies: settings.cutReplies - 1 };
      return true;
    },
    takeBatchThrottle() {
      if (settings.throttleBatchItems <= 0) return false;
      settings = { ...settings, throttleBatchItems: settings.throttleBatchItems - 1 };
      return true;
    },
  };
};

const pause = (milliseconds: number, signal?: AbortSignal) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });

const silence = (signal?: AbortSignal) => new Promise<void>((resolve) => signal?.addEventListener('abort', () => resolve()));
