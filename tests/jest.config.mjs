/** Jest as ECMAScript modules; TypeScript through swc. Run it with `npm test` (tests/run.mjs sets the flags that ESM needs). */
export default {
  rootDir: '..',
  roots: ['<rootDir>/tests'],
  testMatch: ['<rootDir>/tests/**/*.test.ts', '<rootDir>/tests/**/*.test.tsx'],
  testPathIgnorePatterns: ['/tests/long/'],
  testEnvironment: 'node',
  globalSetup: '<rootDir>/tests/jest-start.mjs',
  globalTeardown: '<rootDir>/tests/jest-stop.mjs',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: { target: 'es2023', parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'automatic' } } },
        module: { type: 'es6' },
      },
    ],
    // A few packages are published as ES modules only and required by CommonJS ones, which jest on Node 20 cannot do.
    '/node_modules/.+\\.m?js$': ['@swc/jest', { jsc: { target: 'es2023' }, module: { type: 'commonjs' } }],
  },
  transformIgnorePatterns: ['/node_modules/(?!(?:.*/)?(?:strip-bom|cookie|content-disposition)/)'],
  testSequencer: '<rootDir>/tests/longest-first.mjs',
  // One more than the processors that the suite is made for: files that start processes or browsers wait a third of their time.
  maxWorkers: 3,
  workerIdleMemoryLimit: '1500MB',
  // A machine that does other work is slow, not wrong.
  testTimeout: 120_000,
};
