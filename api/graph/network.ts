import type { INetworkModule, NetworkRequestOptions, NetworkResponse } from '@azure/msal-node';

/** Longest wait for the issuer, in milliseconds: MSAL itself would wait for as long as the line stays open. */
const PATIENCE = 8_000;

const send = async <T>(method: 'GET' | 'POST', url: string, options: NetworkRequestOptions = {}): Promise<NetworkResponse<T>> => {
  const reply = await fetch(url, {
    method,
    ...(options.headers ? { headers: options.headers } : {}),
    ...(options.body === undefined ? {} : { body: options.body }),
    signal: AbortSignal.timeout(PATIENCE),
  });
  return { status: reply.status, headers: Object.fromEntries(reply.headers), body: (await reply.json()) as T };
};

/** How MSAL reaches the issuer: Node's own fetch under a time limit. */
export const overFetch: INetworkModule = {
  sendGetRequestAsync: (url, options) => send('GET', url, options),
  sendPostRequestAsync: (url, options) => send('POST', url, options),
};

/** The issuer did not answer within our patience. */
export class IssuerSilent extends Error {}

/** What the work answers, unless the issuer keeps silent longer than a person can be asked to wait. */
export const withinPatience = async <T>(work: Promise<T>, patience = PATIENCE): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const overdue = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new IssuerSilent('the issuer did not answer in time')), patience);
  });
  return Promise.race([work, overdue]).finally(() => clearTimeout(timer));
};
