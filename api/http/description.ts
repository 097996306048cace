import type { FastifyInstance } from 'fastify';
import { openApiDocument } from './openapi.ts';

/** Serves the API's description; it is made when it is first asked for, and stays the same while this process runs. */
export const serveDescription = (server: FastifyInstance): void => {
  let written: Buffer | undefined;
  server.get('/api/openapi.json', async (_, reply) => {
    written ??= Buffer.from(JSON.stringify(openApiDocument()));
    return reply.header('cache-control', 'no-cache').type('application/json; charset=utf-8').send(written);
  });
};
