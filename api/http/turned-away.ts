import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import type { Problem } from '#contract/problem.ts';
import { codeOfProblem, faultAddress } from '#domain/faults/all-faults.ts';

/** What is wrong with a request that never reaches a deed, as a problem document. */
const problem = (kind: string, status: number, title: string, detail: string, reference: string): Problem => ({
  type: faultAddress(codeOfProblem(kind)),
  title,
  status,
  detail,
  reference,
});

export const notFound = (reference: string): Problem =>
  problem('not-found', 404, 'Not found', 'There is nothing at this address.', reference);

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

/** Answers a known address that is asked with a method it does not have: 405, and in `Allow` those it has (RFC 9110, 15.5.6). */
export const refuseOtherMethods = (server: FastifyInstance, known: readonly (readonly [method: string, url: string])[]): void => {
  const byAddress = new Map<string, string[]>();
  for (const [method, url] of known) byAddress.set(url, [...(byAddress.get(url) ?? []), method]);
  for (const [url, methods] of byAddress) {
    const allow = methods.includes('GET') ? [...methods, 'HEAD'] : methods;
    server.route({
      method: METHODS.filter((method) => !methods.includes(method)),
      url,
      config: { refuses: true },
      // Before the body is read: whatever it holds is not wanted.
      onRequest: async (request, reply) => {
        const detail = `${request.method} is not something this address does. It does ${methods.join(' and ')}.`;
        return reply
          .code(405)
          .header('allow', allow.join(', '))
          .type('application/problem+json')
          .send(problem('not-found', 405, 'Not done here', detail, request.id));
      },
      handler: async () => undefined,
    });
  }
};

/** An address that cannot be read at all (a broken `%`), or with a part that is too long to be an id. */
export const unreadableAddress = (status: number, reference: string): Problem =>
  status === 414
    ? problem('not-valid', 414, 'Not valid', 'This address is longer than Waymark reads.', reference)
    : problem('not-valid', 400, 'Not valid', 'This address cannot be read.', reference);

const BROKEN: Readonly<Record<string, readonly [status: number, words: string, title: string]>> = {
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'Request Timeout', 'The request took too long to arrive. Nothing was changed.'],
  HPE_HEADER_OVERFLOW: [431, 'Request Header Fields Too Large', 'The head of the request is too long. Nothing was changed.'],
};

/** Answers what is no HTTP, or did not arrive in time: there is no request yet to reply to, so the answer is written to the line itself. */
export const answerBrokenRequest =
  (reference: () => string, guards: Readonly<Record<string, string>> = {}) =>
  (fault: Error & { readonly code?: string }, socket: Socket): void => {
    if (fault.code === 'ECONNRESET' || socket.destroyed) return void socket.destroy();
    const [status, words, detail] = BROKEN[fault.code ?? ''] ?? [
      400,
      'Bad Request',
      'What was sent is not a request. Nothing was changed.',
    ];
    const body = JSON.stringify(problem('not-valid', status, words, detail, reference()));
    const head = [
      `HTTP/1.1 ${status} ${words}`,
      'Content-Type: application/problem+json',
      `Content-Length: ${Buffer.byteLength(body)}`,
      'Cache-Control: no-store',
      ...Object.entries(guards).map(([name, value]) => `${name}: ${value}`),
      'Connection: close',
    ];
    if (socket.writable) socket.write(`${head.join('\r\n')}\r\n\r\n${body}`);
    socket.destroySoon();
  };
