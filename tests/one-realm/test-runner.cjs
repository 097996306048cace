/**
 * Runs a test file with jest-circus in the worker's own realm, imported by Node itself: packages and the product are loaded once a
 * worker. Jest's own way makes a realm for every file and reads the whole product into it again: near 3 s of a processor each, which for
 * more than 200 files was a third of all the work.
 */
const { register } = require('node:module');
const { pathToFileURL } = require('node:url');
const circus = require('jest-circus/runner').default;

let files = 0;
let ready;

/** Once a worker: TypeScript is read by tsx, and test files find their modules as our hooks say. */
const prepare = async () => {
  process.setSourceMapsEnabled(true);
  (await import('tsx/esm/api')).register();
  register('./hooks.mjs', pathToFileURL(__filename));
};

/** jest-circus keeps its state in its module and in one list of handlers: both begin anew with every file. */
const anew = (file) => {
  delete require.cache[require.resolve(file)];
  delete globalThis[Symbol.for('EVENT_HANDLERS')];
  return require(file);
};

/** Jest's runtime, but for where modules come from. */
const inOneRealm = (runtime) => ({
  __proto__: runtime,
  requireInternalModule: anew,
  setGlobalsForRuntime: (globals) => {
    globalThis[Symbol.for('waymark.jest-globals')] = globals;
  },
  unstable_shouldLoadAsEsm: () => true,
  unstable_importModule: (path) => {
    files += 1;
    return import(`${pathToFileURL(path).href}?file=${files}`);
  },
});

module.exports = async (globalConfig, config, environment, runtime, path, send) => {
  ready ??= prepare();
  await ready;
  // Jest's reading of stack traces knows only what Jest transformed; Node's own finds the lines of our TypeScript.
  Error.prepareStackTrace = undefined;
  return circus(globalConfig, config, environment, inOneRealm(runtime), path, send);
};
