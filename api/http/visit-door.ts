import type { FastifyInstance } from 'fastify';
import { type VisitAddress, visitAddresses, visitAnswers, visitRequests } from '#contract/visits.ts';
import type { Visits } from '../links/visits.ts';
import { accept } from './field-faults.ts';
import type { RateLimits } from './rate-limits.ts';
import { writerOf } from './written-reply.ts';

/** A view of 4,000 characters fits many times over. */
const LIMIT = 65_536;

/**
 * Mounts what people without an account can ask. All of it is POST, with the token in the body: a mail scanner that opens the link gets a
 * page without a child on it, and nothing has been spent.
 */
export const mountVisits = (server: FastifyInstance, visits: Visits, limits?: RateLimits): void => {
  for (const [name, url] of Object.entries(visitAddresses) as [VisitAddress, string][]) {
    const write = writerOf(visitAnswers[name]);
    const deed = visits[name] as (ask: unknown) => Promise<unknown>;
    server.post(url, { bodyLimit: LIMIT }, async (request, reply) => {
      limits?.ofVisitor(request.ip);
      const written = write(await deed(accept<unknown>(visitRequests[name], request.body ?? {})));
      return reply.header('cache-control', 'no-store').type('application/json; charset=utf-8').send(written);
    });
  }
};
