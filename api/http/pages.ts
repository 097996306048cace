import { existsSync } from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/**
 * A folder of built files and where it is served; `page` answers for every address below it that is no file, and each of `elsewhere` is a
 * page of the folder that stands at an address of its own.
 */
export type Pages = {
  readonly at: `/${string}/`;
  readonly folder: string;
  readonly page?: string;
  readonly elsewhere?: Readonly<Record<`/${string}`, string>>;
};

const YEAR = 31_536_000;

/** Built files carry a digest of their content in the name, and may be kept for ever; pages are asked for anew each time. */
const caching = (file: string): string => (/[/\\]assets[/\\]/.test(file) ? `public, max-age=${YEAR}, immutable` : 'no-cache');

/**
 * Serves built pages, in their packed form (.br, .gz beside the file) where the browser takes it. Answers a function that sends the page
 * which knows an address that is no file, or undefined where none does.
 */
export const servePages = async (
  server: FastifyInstance,
  all: readonly Pages[],
): Promise<(request: FastifyRequest, reply: FastifyReply) => FastifyReply | undefined> => {
  const built = all.filter(({ folder }) => existsSync(folder));
  for (const [index, { at, folder, page }] of built.entries())
    await server.register(fastifyStatic, {
      root: folder,
      prefix: at,
      index: page ?? false,
      preCompressed: true,
      decorateReply: index === 0,
      cacheControl: false,
      setHeaders: (reply, file) => void reply.header('cache-control', caching(file)),
    });
  for (const { folder, elsewhere = {} } of built)
    for (const [address, file] of Object.entries(elsewhere)) server.get(address, (_, reply) => reply.sendFile(file, folder));
  return (request, reply) => {
    const address = request.url.split('?')[0] ?? '';
    if (request.method !== 'GET' || path.posix.extname(address)) return undefined;
    const found = built.find(({ at, page }) => page && `${address}/`.startsWith(at));
    return found?.page ? reply.code(200).sendFile(found.page, found.folder) : undefined;
  };
};
