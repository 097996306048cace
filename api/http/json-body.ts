import type { FastifyInstance } from 'fastify';
import { Refusal } from '../refusal.ts';

/** Nothing that Waymark takes is nested a third as deep. */
export const DEEPEST = 32;

const [QUOTE, BACKSLASH, OPEN_LIST, CLOSE_LIST, OPEN_GROUP, CLOSE_GROUP] = [34, 92, 91, 93, 123, 125];

/** Whether JSON text is nested deeper than this; brackets within text do not count. Looks at each character once and keeps nothing. */
export const isDeeperThan = (text: string, most: number): boolean => {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (quoted) {
      if (code === BACKSLASH) at += 1;
      else if (code === QUOTE) quoted = false;
    } else if (code === QUOTE) quoted = true;
    else if (code === OPEN_LIST || code === OPEN_GROUP) {
      depth += 1;
      if (depth > most) return true;
    } else if (code === CLOSE_LIST || code === CLOSE_GROUP) depth -= 1;
  }
  return false;
};

/** Takes JSON as Fastify does (a slipped-in prototype is refused), once it is known not to be nested without end. */
export const takeJson = (server: FastifyInstance): void => {
  const parse = server.getDefaultJsonParser('error', 'error');
  server.addContentTypeParser<string>('application/json', { parseAs: 'string' }, (request, text, done) => {
    if (isDeeperThan(text, DEEPEST))
      return done(new Refusal('not-valid', 'What was sent is nested deeper than Waymark reads. Nothing was changed.'));
    return parse(request, text, done);
  });
};
