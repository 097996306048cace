/** The built pages of the rooms, read from their folder. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.map': 'application/json',
};

/** Built files carry a digest of their content in the name, and a browser may keep them; pages are asked for anew each time. */
const caching = (file: string): string => (/[/\\]assets[/\\]/.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache');

/** The file at the address, `index.html` for a folder; undefined when there is none or the address leads out of the folder. */
export const roomFile = async (folder: string, pathname: string): Promise<Response | undefined> => {
  const wanted = path.resolve(folder, `.${decodeURIComponent(pathname)}`);
  if (wanted !== folder && !wanted.startsWith(`${path.resolve(folder)}${path.sep}`)) return undefined;
  const file = path.extname(wanted) ? wanted : path.join(wanted, 'index.html');
  const bytes = await readFile(file).catch(() => undefined);
  if (!bytes) return undefined;
  return new Response(new Uint8Array(bytes), {
    headers: { 'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream', 'cache-control': caching(file) },
  });
};
