/** What a handler is given and what it gives back. */
import type { Params } from '../router.ts';
import type { Account } from '../state/directory.ts';
import type { Tenant } from '../tenant.ts';
import { badRequest } from './graph-errors.ts';

export type Caller = {
  readonly clientId: string;
  /** The person in whose name the token speaks; absent for an application's own token. */
  readonly person?: Account;
  /** Delegated scopes or application roles, as the token carries them, without those withdrawn. */
  readonly permissions: ReadonlySet<string>;
};

export type GraphCall = {
  readonly tenant: Tenant;
  readonly caller: Caller;
  readonly method: string;
  /** The address as it was asked for, with its query. */
  readonly url: URL;
  readonly params: Params;
  readonly query: URLSearchParams;
  readonly headers: Headers;
  readonly bytes: Uint8Array;
};

export type GraphReply = {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly bytes?: Uint8Array;
};

/** Permissions of which any one opens the address. `site` means: `Sites.Selected` or a person's own access, weighed at the item. */
export type Needs = { readonly delegated?: readonly string[]; readonly application?: readonly string[] };

export type GraphRoute = {
  readonly method: string;
  readonly path: string;
  readonly needs: Needs;
  readonly handle: (call: GraphCall) => GraphReply | Promise<GraphReply>;
};

export const ok = (body: unknown, headers?: Readonly<Record<string, string>>): GraphReply => ({
  status: 200,
  body,
  ...(headers ? { headers } : {}),
});
export const created = (body: unknown, headers?: Readonly<Record<string, string>>): GraphReply => ({
  status: 201,
  body,
  ...(headers ? { headers } : {}),
});
export const nothing = (status = 204): GraphReply => ({ status });

/** The body as a JSON object; anything else is refused as Graph does. */
export const jsonBody = <Body extends object>({ bytes }: GraphCall): Partial<Body> => {
  if (bytes.byteLength === 0) return {};
  try {
    const body: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'));
    if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body as Partial<Body>;
  } catch {
    throw badRequest('Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.');
  }
  throw badRequest('Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.');
};

export const graphRoot = ({ tenant }: Pick<GraphCall, 'tenant'>) => `${tenant.addresses.origin}/v1.0`;
export const contextOf = (call: Pick<GraphCall, 'tenant'>, words: string) => `${graphRoot(call)}/$metadata#${words}`;
