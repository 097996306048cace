/**
 * How Node finds and reads the modules of a test file. `@jest/globals` is our own page; what lies under `tests/` is loaded anew for every
 * test file (it carries the file's number), while packages and the product's own code are loaded once a worker. TypeScript is read by swc,
 * which leaves the functions that tests hand to a browser as they are written.
 */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { transform } from '@swc/core';

const TESTS = new URL('../', import.meta.url).href;
const GLOBALS = new URL('./globals.mjs', import.meta.url).href;
const TYPESCRIPT = /\.tsx?$/;

const fileNumber = (url) => (url?.startsWith(TESTS) ? new URL(url).searchParams.get('file') : null);

export const resolve = async (specifier, context, next) => {
  if (specifier === '@jest/globals') return { url: GLOBALS, format: 'module', shortCircuit: true };
  const found = await next(specifier, context);
  const number = fileNumber(context.parentURL);
  if (!number || !found.url.startsWith(TESTS) || found.url.includes('?')) return found;
  return { ...found, url: `${found.url}?file=${number}` };
};

export const load = async (url, context, next) => {
  const address = new URL(url);
  if (address.protocol !== 'file:' || !TYPESCRIPT.test(address.pathname)) return next(url, context);
  const filename = fileURLToPath(address);
  const { code } = await transform(await readFile(filename, 'utf8'), {
    filename,
    sourceMaps: 'inline',
    jsc: {
      target: 'es2023',
      parser: { syntax: 'typescript', tsx: filename.endsWith('x') },
      transform: { react: { runtime: 'automatic' } },
    },
    module: { type: 'es6' },
  });
  return { format: 'module', source: code, shortCircuit: true };
};
