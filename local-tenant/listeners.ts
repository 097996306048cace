/** The two listeners: thin adapters from sockets to the handlers' `Request` and `Response`. */
import { Readable } from 'node:stream';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Certificates } from './certificates.ts';
import { LineCut } from './controls.ts';
import type { Handler } from './http-handler.ts';

/** Uploads come in ranges of up to 60 MiB. */
const LARGEST = 64 * 1024 * 1024;
const SHARED = { bodyLimit: LARGEST, forceCloseConnections: true, routerOptions: { maxParamLength: 8_192 } } as const;

export type Listener = { readonly port: number; answerWith(handler: Handler): void; close(): Promise<void> };
type Wanted = { readonly host: string; readonly port: number };

export const listenSecurely = async ({ host, port }: Wanted, { certificate, key }: Certificates): Promise<Listener> => {
  const server = fastify({ ...SHARED, https: { cert: certificate, key } });
  // An https instance differs from a plain one in types only as far as its raw server goes.
  return listen(server as unknown as FastifyInstance, { host, port }, 'https');
};

export const listenPlainly = (wanted: Wanted): Promise<Listener> => listen(fastify(SHARED), wanted, 'http');

const listen = async (server: FastifyInstance, { host, port }: Wanted, scheme: 'http' | 'https'): Promise<Listener> => {
  let answer: (handler: Handler) => void = () => {};
  const ready = new Promise<Handler>((resolve) => {
    answer = resolve;
  });
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  server.setNotFoundHandler(async (request, reply) => carry(await ready, request, reply, scheme));
  await server.listen({ host, port });
  const address = server.server.address();
  if (address === null || typeof address === 'string') throw new Error('The listener has no port.');
  return { port: address.port, answerWith: answer, close: () => server.close() };
};

const carry = async (handler: Handler, request: FastifyRequest, reply: FastifyReply, scheme: 'http' | 'https') => {
  const gone = new AbortController();
  reply.raw.on('close', () => gone.abort());
  const response = await handler(requestFrom(request, scheme, gone.signal)).catch((fault) => {
    if (fault instanceof LineCut) return undefined;
    throw fault;
  });
  if (!response) {
    request.raw.socket.destroy();
    return reply.hijack();
  }
  reply.code(response.status);
  for (const [name, value] of response.headers) reply.header(name, value);
  if (response.body === null) return reply.send();
  if (response.headers.get('content-type')?.startsWith('text/event-stream'))
    return reply.send(Readable.fromWeb(response.body as NodeReadableStream));
  return reply.send(Buffer.from(await response.arrayBuffer()));
};

const requestFrom = (request: FastifyRequest, scheme: 'http' | 'https', signal: AbortSignal): Request => {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (name.startsWith(':') || value === undefined) continue;
    for (const one of Array.isArray(value) ? value : [value]) headers.append(name, one);
  }
  const body = request.body instanceof Buffer && request.body.length > 0 ? new Uint8Array(request.body) : null;
  const hasBody = !['GET', 'HEAD'].includes(request.method);
  return new Request(`${scheme}://${request.headers.host ?? 'localhost'}${request.url}`, {
    method: request.method,
    headers,
    signal,
    ...(hasBody && body ? { body } : {}),
  });
};
