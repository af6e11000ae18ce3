/** Jest over ESM TypeScript; see docs/adr/0003-jest-with-esm.md. */
const shared = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  // sources are imported as .js, as Node wants them; here they are still .ts
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  setupFiles: ['<rootDir>/tests/helpers/ownMongo.mjs'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/src/admin/.next/'],
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      { jsc: { target: 'es2022', parser: { syntax: 'typescript', tsx: true } }, module: { type: 'es6' } },
    ],
  },
};

export default {
  testTimeout: 120_000,
  maxWorkers: '100%',
  // each file loads Payload anew and leaves much of it behind: a worker begins afresh before it does little but collect garbage
  workerIdleMemoryLimit: '1500MB',
  projects: [
    { ...shared, displayName: 'unit', testMatch: ['<rootDir>/tests/unit/**/*.test.ts'] },
    { ...shared, displayName: 'contract', testMatch: ['<rootDir>/tests/contract/**/*.test.ts'] },
    { ...shared, displayName: 'start', testMatch: ['<rootDir>/tests/start/**/*.test.ts'] },
    { ...shared, displayName: 'history', testMatch: ['<rootDir>/tests/history/**/*.test.ts'] },
    {
      ...shared,
      displayName: 'differential',
      testMatch: ['<rootDir>/tests/differential/**/*.test.ts'],
      globalSetup: '<rootDir>/tests/helpers/globalSetup.mjs',
      globalTeardown: '<rootDir>/tests/helpers/globalTeardown.mjs',
    },
    {
      ...shared,
      displayName: 'browser',
      testMatch: ['<rootDir>/tests/browser/**/*.test.ts'],
      globalSetup: '<rootDir>/tests/helpers/prepareServer.mjs',
    },
    {
      ...shared,
      displayName: 'http',
      testMatch: ['<rootDir>/tests/http/**/*.test.ts'],
      globalSetup: '<rootDir>/tests/helpers/globalSetup.mjs',
      globalTeardown: '<rootDir>/tests/helpers/globalTeardown.mjs',
    },
  ],
};
