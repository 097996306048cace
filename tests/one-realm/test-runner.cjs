/**
 * Runs a test file with jest-circus in the worker's own realm, imported by Node itself: packages and the product are loaded once a
 * worker. Jest's own way makes a realm for every file and reads the whole product into it again: near 3 s of a processor each, which for
 * more than 200 files was a third of all the work.
 */
const { register } = require('node:module');
const { pathToFileURL } = require('node:url');
const circus = require('jest-circus/runner').default;

process.setSourceMapsEnabled(true);
register('./hooks.mjs', pathToFileURL(__filename));

let files = 0;

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

/** A limit of time is there to end what hangs: a machine that does other work may take three times as long over what holds. */
const PATIENCE = 3;

/** Jest's environment, but for limits of time. */
const inPatience = (environment, usual) => {
  const done = new WeakSet(); // a hook comes by before every test
  return {
    __proto__: environment,
    handleTestEvent: ({ name, hook, test }) => {
      const limited = name === 'hook_start' ? hook : name === 'test_fn_start' ? test : undefined;
      if (!limited || done.has(limited)) return;
      done.add(limited);
      limited.timeout = PATIENCE * (limited.timeout || usual);
    },
  };
};

module.exports = (globalConfig, config, environment, runtime, path, send) => {
  // Jest's reading of stack traces knows only what Jest transformed; Node's own finds the lines of our TypeScript.
  Error.prepareStackTrace = undefined;
  return circus(
    globalConfig,
    config,
    inPatience(environment, config.testTimeout ?? globalConfig.testTimeout),
    inOneRealm(runtime),
    path,
    send,
  );
};
