import {
  AuthenticationHandler,
  Client,
  HTTPMessageHandler,
  type Middleware,
  RedirectHandler,
  RedirectHandlerOptions,
} from '@microsoft/microsoft-graph-client';
import { type Renew, RenewLayer } from './renew-layer.ts';
import type { Patience } from './retry.ts';
import { RetryLayer } from './retry-layer.ts';

/** Where a client's bearer token comes from: a person's, on-behalf-of, or the application's. */
export type TokenOf = () => Promise<string>;

/** Makes the last link of the chain, the one that sends. Only tests put another in its place. */
export type LastLink = () => Middleware;

const nothingNew: Renew = async () => null;

/**
 * The Graph client with our retry layer. Downloads are answered by a redirect to another host; the redirect handler follows it
 * without the bearer token.
 */
export const graphClient = (origin: string, token: TokenOf, patience: Patience, lastLink: LastLink, renew: Renew = nothingNew): Client => {
  const chain: Middleware[] = [
    new AuthenticationHandler({ getAccessToken: token }),
    new RenewLayer(renew),
    new RedirectHandler(new RedirectHandlerOptions()),
    new RetryLayer(patience),
    lastLink(),
  ];
  return Client.initWithMiddleware({
    baseUrl: origin,
    defaultVersion: 'v1.0',
    // The host without its port: with the port the client sends no Authorization header and says nothing.
    customHosts: new Set([new URL(origin).hostname]),
    middleware: chainOf(chain),
  });
};

const chainOf = (links: readonly Middleware[]): Middleware => {
  links.forEach((link, index) => {
    const next = links[index + 1];
    if (next) link.setNext?.(next);
  });
  return links[0] as Middleware;
};

/** The ordinary last link: Node's own fetch. */
export const overTheNetwork: LastLink = () => new HTTPMessageHandler();
