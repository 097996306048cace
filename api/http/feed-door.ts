import type { FastifyInstance } from 'fastify';
import type { Feeds } from '../compliance/date-feed.ts';
import { TooOften } from '../refusal.ts';
import type { RateLimits } from './rate-limits.ts';
import { notFound } from './turned-away.ts';

/** Where calendars read: the token stands in the address, because a calendar can send nothing else. It is in no log. */
export const FEED_ADDRESS = '/feeds/:token';

/** Mounts the calendar feeds. HEAD and conditional requests are answered as calendars expect. */
export const mountFeeds = (server: FastifyInstance, feeds: Feeds, limits?: RateLimits): void => {
  server.get<{ Params: { token: string } }>(FEED_ADDRESS, async (request, reply) => {
    limits?.ofVisitor(request.ip);
    const found = await feeds.read(request.params.token.replace(/\.ics$/, ''), request.headers['if-none-match']);
    reply.headers({ 'cache-control': 'private, no-cache', 'x-robots-tag': 'noindex' });
    switch (found.kind) {
      case 'nothing':
        return reply.code(404).type('application/problem+json').send(notFound(request.id));
      case 'too-often':
        throw new TooOften('This calendar asks too often. It is answered again in an hour.', found.seconds);
      case 'same':
        return reply.code(304).header('etag', found.etag).send();
      case 'calendar':
        return reply
          .headers({ etag: found.etag, 'content-disposition': 'inline; filename="waymark-dates.ics"' })
          .type('text/calendar; charset=utf-8')
          .send(found.text);
      default:
        return found satisfies never;
    }
  });
};
