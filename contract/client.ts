import type { z } from 'zod';
import { type Address, addresses } from './addresses.ts';
import { caseload, clockExplained, found, today } from './caseload.ts';
import { actions, bookedReview, meeting, meetings, proposal } from './meetings.ts';
import { me } from './people.ts';
import { compared, planPane } from './plans.ts';
import { type Problem, problem } from './problem.ts';
import { logged, pupilPage } from './pupils.ts';
import { rosterReport } from './roster.ts';
import { auditVerdict, preflight } from './settings.ts';

/** What each address answers. Replies are parsed at the client too, so a page never meets a shape it does not know. */
export const answers = {
  me,
  today,
  caseload,
  find: found,
  clock: clockExplained,
  pupil: pupilPage,
  log: logged,
  score: logged,
  meetings,
  meeting,
  propose: proposal,
  proposal,
  book: bookedReview,
  start: meeting,
  attendance: meeting,
  entry: meeting,
  nextItem: meeting,
  offRecord: meeting,
  settleAction: meeting,
  finish: meeting,
  actions,
  actionDone: actions,
  draft: planPane,
  plan: planPane,
  compare: compared,
  accept: planPane,
  acceptPassages: planPane,
  rosterPreview: rosterReport,
  rosterImport: rosterReport,
  preflight,
  auditVerify: auditVerdict,
} as const satisfies Record<Address, z.ZodType>;

/** The answer of an address. */
export type AnswerOf<A extends Address> = z.infer<(typeof answers)[A]>;

/** A call that did not work, with words fit to show and a reference to quote. */
export class CallFailed extends Error {
  readonly problem: Problem;
  constructor(found: Problem) {
    super(found.detail ?? found.title);
    this.name = 'CallFailed';
    this.problem = found;
  }
}

type Ask = {
  readonly path?: Record<string, string>;
  readonly query?: Record<string, string>;
  readonly body?: unknown;
  readonly bytes?: Uint8Array;
  readonly signal?: AbortSignal;
};

const pathOf = (template: string, values: Record<string, string>): string =>
  template.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(values[name] ?? ''));

const bodyOf = (ask: Ask): { body?: BodyInit; type?: string } => {
  if (ask.bytes) return { body: ask.bytes as BodyInit, type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' };
  return ask.body === undefined ? {} : { body: JSON.stringify(ask.body), type: 'application/json' };
};

/** The problem document of a failed reply; a reply that is none (a proxy's page, say) becomes one. */
const problemOf = async (reply: Response): Promise<Problem> => {
  const read = problem.safeParse(await reply.json().catch(() => null));
  return read.success
    ? read.data
    : {
        type: 'about:blank',
        title: 'Waymark did not answer',
        status: reply.status,
        detail: 'Waymark did not answer. Nothing was changed.',
        reference: '-',
      };
};

/**
 * The typed client of the API. `token` is asked before each call; on 401 once more with `renew` true.
 * Rejects with `CallFailed`; a lost connection rejects with a problem of status 0.
 */
export const connect = (origin: string, token: (renew: boolean) => Promise<string>, door: 'tab' | 'word' = 'tab') => {
  const send = async (address: Address, ask: Ask, renew: boolean): Promise<Response> => {
    const [method = 'GET', template = ''] = addresses[address].split(' ');
    const query = ask.query ? `?${new URLSearchParams(ask.query)}` : '';
    const { body, type } = bodyOf(ask);
    const headers: Record<string, string> = { authorization: `Bearer ${await token(renew)}`, 'x-waymark-door': door };
    if (type) headers['content-type'] = type;
    return fetch(`${origin}${pathOf(template, ask.path ?? {})}${query}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body }),
      ...(ask.signal ? { signal: ask.signal } : {}),
    });
  };
  return async <A extends Address>(address: A, ask: Ask = {}): Promise<AnswerOf<A>> => {
    let reply = await send(address, ask, false);
    if (reply.status === 401) reply = await send(address, ask, true);
    if (!reply.ok) throw new CallFailed(await problemOf(reply));
    return answers[address].parse(await reply.json()) as AnswerOf<A>;
  };
};

export type Call = ReturnType<typeof connect>;
