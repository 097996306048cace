import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { LIFECYCLE, NOTICES } from '../watching/keep-watch-task.ts';
import type { Notices } from '../watching/notices.ts';

/** Graph gathers what it could not deliver: a thousand notifications are well below this. */
const LIMIT = 4_194_304;
/** A token is a sentence with an id in it. */
const LONGEST_TOKEN = 1_024;

type Asked = FastifyRequest<{ Querystring: { validationToken?: unknown } }>;

/**
 * Mounts the addresses at which Microsoft 365 tells of changes. The handshake is answered with its token as plain text; a delivery with 202
 * as soon as what it asks for lies in the queue, genuine or not, so that nobody learns which ids are known. Where the record cannot be
 * reached the answer is 503, and Microsoft delivers again.
 */
export const mountNotices = (server: FastifyInstance, notices: Notices): void => {
  const mount = (url: string, heed: (body: unknown) => Promise<void>): void => {
    server.post(url, { bodyLimit: LIMIT }, async (request: Asked, reply: FastifyReply) => {
      const { validationToken } = request.query;
      if (typeof validationToken === 'string' && validationToken.length <= LONGEST_TOKEN)
        return reply.header('cache-control', 'no-store').type('text/plain').send(validationToken);
      await heed(request.body ?? null);
      return reply.code(202).send();
    });
  };
  mount(NOTICES, (body) => notices.changed(body));
  mount(LIFECYCLE, (body) => notices.lifecycle(body));
};
