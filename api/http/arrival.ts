import type { FastifyInstance } from 'fastify';

/** Longest time for a request to arrive whole, files included: 64 MB over a slow school line. */
export const ARRIVES_WITHIN = 300_000;

/** Longest time for its head: a few hundred bytes. Who sends one byte every ten seconds holds no line open. */
export const HEAD_ARRIVES_WITHIN = 20_000;

/** Longest time for a body of at most a megabyte. */
const SMALL_ARRIVES_WITHIN = 60_000;
const SMALL = 1_048_576;

/** A body that did not arrive in its time; the error handler knows it by its code. */
class Late extends Error {
  readonly code = 'WAYMARK_LATE';
  readonly statusCode = 408;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Ends the wait for the body. */
    arrival: NodeJS.Timeout | undefined;
  }
}

/**
 * Answers 408 where a small body takes longer than `limit` milliseconds. Node has one limit for all requests, which must leave time for the
 * largest file that any address takes; most take none.
 */
export const awaitSmallBodies = (server: FastifyInstance, limit = SMALL_ARRIVES_WITHIN): void => {
  server.decorateRequest('arrival', undefined);
  server.addHook('preParsing', async (request, _, payload) => {
    const { headers, routeOptions } = request;
    const hasBody = headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined;
    if (!hasBody || (routeOptions.bodyLimit ?? SMALL) > SMALL) return payload;
    request.arrival = setTimeout(() => payload.emit('error', new Late('late')), limit).unref();
    return payload;
  });
  const arrived = async (request: { arrival: NodeJS.Timeout | undefined }): Promise<void> => clearTimeout(request.arrival);
  server.addHook('preValidation', arrived);
  server.addHook('onError', arrived);
  server.addHook('onRequestAbort', arrived);
};
