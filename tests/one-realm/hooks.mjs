/**
 * How a test file's imports are found: `@jest/globals` is our own page, and what lies under `tests/` is loaded anew for every test file
 * (it carries the file's number), while packages and the product's own code are loaded once a worker.
 */
const TESTS = new URL('../', import.meta.url).href;
const GLOBALS = new URL('./globals.mjs', import.meta.url).href;

const fileNumber = (url) => (url?.startsWith(TESTS) ? new URL(url).searchParams.get('file') : null);

export const resolve = async (specifier, context, next) => {
  if (specifier === '@jest/globals') return { url: GLOBALS, format: 'module', shortCircuit: true };
  const found = await next(specifier, context);
  const number = fileNumber(context.parentURL);
  if (!number || !found.url.startsWith(TESTS) || found.url.includes('?')) return found;
  return { ...found, url: `${found.url}?file=${number}` };
};
