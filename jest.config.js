export default {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: { '^.+\\.ts$': '<rootDir>/__tests__/house/esbuild-transform.mjs' },
  globalSetup: '<rootDir>/__tests__/house/bundles.mjs',
  // Most of the work is processor time, and what waits for a clock lets others work.
  maxWorkers: '100%',
  // A busy machine is no failure.
  testTimeout: 120_000,
  testMatch: ['<rootDir>/__tests__/**/*.test.ts'],
  modulePathIgnorePatterns: ['<rootDir>/build', '<rootDir>/dist'],
  coverageProvider: 'v8',
};
