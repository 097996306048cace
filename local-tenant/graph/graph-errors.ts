/** Refusals in Graph's own shape and codes. */
import { randomUUID } from 'node:crypto';

export class GraphError extends Error {
  readonly status: number;
  readonly code: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly inner: Readonly<Record<string, unknown>>;
  constructor(
    status: number,
    code: string,
    words: string,
    more: { headers?: Record<string, string>; inner?: Record<string, unknown> } = {},
  ) {
    super(words);
    this.status = status;
    this.code = code;
    this.headers = more.headers ?? {};
    this.inner = more.inner ?? {};
  }
}

export const badRequest = (words: string, code = 'BadRequest') => new GraphError(400, code, words);
export const invalidRequest = (words: string) => new GraphError(400, 'invalidRequest', words);
export const unauthenticated = (words: string) =>
  new GraphError(401, 'InvalidAuthenticationToken', words, { headers: { 'www-authenticate': 'Bearer realm=""' } });
export const denied = (words = 'Insufficient privileges to complete the operation.') =>
  new GraphError(403, 'Authorization_RequestDenied', words);
export const accessDenied = (words = 'Access denied') => new GraphError(403, 'accessDenied', words);
export const mailboxDenied = () => new GraphError(403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.');
export const personNotFound = (reference: string) =>
  new GraphError(
    404,
    'Request_ResourceNotFound',
    `Resource '${reference}' does not exist or one of its queried reference-property objects are not present.`,
  );
export const itemNotFound = () => new GraphError(404, 'itemNotFound', 'The resource could not be found.');
export const mailItemNotFound = () => new GraphError(404, 'ErrorItemNotFound', 'The specified object was not found in the store.');
export const unknownSegment = (segment: string) => badRequest(`Resource not found for the segment '${segment}'.`);
export const wrongMethod = (allowed: readonly string[]) =>
  new GraphError(405, 'Request_BadRequest', 'Specified HTTP method is not allowed for the request target.', {
    headers: { allow: allowed.join(', ') },
  });
export const nameTaken = () => new GraphError(409, 'nameAlreadyExists', 'The specified item name already exists.');
export const staleTag = (code = 'resourceModified') => new GraphError(412, code, "ETag does not match current item's value");

/** The body of every refusal: code, words, and ids by which support would find the request again. */
export const errorBody = (fault: GraphError, ids: { readonly request: string; readonly client: string }, at: Date) => ({
  error: {
    code: fault.code,
    message: fault.message,
    innerError: { ...fault.inner, date: at.toISOString().slice(0, 19), 'request-id': ids.request, 'client-request-id': ids.client },
  },
});

export const newRequestId = () => randomUUID();
