/** Jest over ECMAScript modules in TypeScript, without flags: `npm test` runs it, and so does `npx jest -c tests/jest.config.mjs`. */
export default {
  rootDir: '..',
  roots: ['<rootDir>/tests'],
  testMatch: ['<rootDir>/tests/**/*.test.ts', '<rootDir>/tests/**/*.test.tsx'],
  testPathIgnorePatterns: ['/tests/long/'],
  testEnvironment: 'node',
  globalSetup: '<rootDir>/tests/jest-start.mjs',
  globalTeardown: '<rootDir>/tests/jest-stop.mjs',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  // Test files are imported by Node itself, their TypeScript read by swc (tests/one-realm).
  testRunner: '<rootDir>/tests/one-realm/test-runner.cjs',
  transform: {},
  testSequencer: '<rootDir>/tests/longest-first.mjs',
  // One more than the processors that the suite is made for: files that start processes or browsers wait a third of their time.
  maxWorkers: 3,
  workerIdleMemoryLimit: '1500MB',
  // Three times as long on a machine that does other work (tests/one-realm).
  testTimeout: 60_000,
};
