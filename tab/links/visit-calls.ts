import { type VisitAddress, type VisitAnswer, type VisitRequest, visitAddresses } from '#contract/visits.ts';

/** Why a call did not work: the service's own words, or that there is no connection (status 0). */
export type Trouble = { readonly status: number; readonly words: string };

/** Asks one of the addresses of a visit. The token goes in the body, never in an address. */
export const ask = async <A extends VisitAddress>(
  address: A,
  body: VisitRequest<A>,
): Promise<VisitAnswer<A> | { readonly trouble: Trouble }> => {
  const reply = await fetch(visitAddresses[address], {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    referrerPolicy: 'no-referrer',
    credentials: 'omit',
  }).catch(() => null);
  const said: unknown = await reply?.json().catch(() => null);
  if (reply?.ok && said) return said as VisitAnswer<A>; // held to its shape by the service before it left
  const { detail } = (said ?? {}) as { detail?: unknown };
  return { trouble: { status: reply?.status ?? 0, words: typeof detail === 'string' ? detail : '' } };
};

export const isTrouble = (answer: object): answer is { readonly trouble: Trouble } => 'trouble' in answer;

const KEY = 'visit';

/** The visit that has begun in this window, so that loading the page anew does not cost a code. It goes with the window. */
export const keptVisit = (token: string): string | null => {
  const [of, visit] = (window.sessionStorage.getItem(KEY) ?? '').split(' ');
  return of === token && visit ? visit : null;
};

export const keepVisit = (token: string, visit: string): void => window.sessionStorage.setItem(KEY, `${token} ${visit}`);
export const forgetVisit = (): void => window.sessionStorage.removeItem(KEY);
