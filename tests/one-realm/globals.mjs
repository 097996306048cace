/** What tests import as `@jest/globals`: always those of the test file that is running, since this page is loaded once a worker. */
const running = () => globalThis[Symbol.for('waymark.jest-globals')];

const forwarded = (name) =>
  new Proxy(() => undefined, {
    apply: (_, __, given) => running()[name](...given),
    get: (_, key) => running()[name][key],
  });

export const [describe, it, test, expect, beforeAll, beforeEach, afterAll, afterEach] = [
  'describe',
  'it',
  'test',
  'expect',
  'beforeAll',
  'beforeEach',
  'afterAll',
  'afterEach',
].map(forwarded);
