import { demoTenant } from '../../platform/identity/tenants';
import { temporaryFile } from '../../test/story/files';
import { nodeVersionProblem } from '../nodeVersion';
import { readSettings, SETTINGS, type Environment } from '../settings';
import { databaseError, explain, listenError, StartError } from '../startErrors';

const mistakes = (env: Environment) => {
  try {
    readSettings(env);
  } catch (error) {
    return (error as Error).message.split('\n').slice(1);
  }
  return [];
};

const tenantsFile = (content: string) => temporaryFile('tenants.json', content);

describe('settings', () => {
  it('given nothing, then the defaults', () => {
    expect(readSettings({})).toMatchObject({
      PORT: 4000,
      HOST: '127.0.0.1',
      AGORA_DATA: '.agora',
      DATABASE_URL: undefined,
      SEED: 'demo',
      INTROSPECTION: true,
      AGORA_TENANTS: [demoTenant],
      ORDERS_PAYMENT_MINUTES: 15,
      roomDatabases: {},
    });
    expect(readSettings({ PORT: ' ', NODE_ENV: 'production' })).toMatchObject({ PORT: 4000, SEED: 'none' });
    expect(readSettings({ SEED: 'demo', NODE_ENV: 'production' }).SEED).toBe('demo');
  });

  it('given several mistakes, then a sentence for each, all at once', () => {
    const env = {
      PORT: '80000',
      SEED: 'lots',
      LOG_LEVEL: 'loud',
      INTROSPECTION: 'maybe',
      DATABASE_URL: 'mysql://localhost/agora',
      ORDERS_DATABASE_URL: 'nowhere',
      ORDERS_PAYMENT_MINUTES: '0',
      PAYMENTS_WEBHOOK_SECRET: 'short',
      AGORA_TENANTS: '/does/not/exist.json',
      PERSISTED_OPERATIONS: '/does/not/exist.json',
      PERSISTED_MODE: 'some',
      UNAUTHORIZED: 'maybe',
      COST_LIMITS: 'guest=lots',
      RATE_LIMIT_IDENTITY: '-1',
      RATE_LIMIT_ADDRESS: '1.5',
      TRUSTED_PROXIES: '11',
      ROOM_TIMEOUT: '0',
      METRICS_PORT: '65536',
      OTEL_EXPORTER_OTLP_ENDPOINT: 'collector:4318',
      SUPERGRAPH_SOURCE: 'git',
      SUPERGRAPH_REGISTRY_URL: 'registry:4600',
      SUPERGRAPH_KEYS: '2026:AAAA',
      SUPERGRAPH_ROLLBACK_ERRORS: '1.5',
      SUPERGRAPH_ROLLBACK_REQUESTS: '0',
      SUPERGRAPH_ROLLBACK_SECONDS: '0',
    };
    const told = mistakes(env);
    expect(told).toHaveLength(Object.keys(env).length);
    for (const name of Object.keys(env))
      expect(told).toContainEqual(expect.stringMatching(`^  - ${name} (must|names|needs) .+\\.$`));
  });

  it('given a registry or a file as the source, then what it takes is asked for, a sentence each', () => {
    expect(mistakes({ SUPERGRAPH_SOURCE: 'registry' })).toEqual([
      expect.stringMatching(/^ {2}- SUPERGRAPH_REGISTRY_URL is needed for SUPERGRAPH_SOURCE=registry: .+\.$/),
      expect.stringMatching(/^ {2}- SUPERGRAPH_REGISTRY_TOKEN is needed for SUPERGRAPH_SOURCE=registry: .+\.$/),
      expect.stringMatching(/^ {2}- SUPERGRAPH_KEYS is needed for SUPERGRAPH_SOURCE=registry: .+\.$/),
    ]);
    expect(mistakes({ SUPERGRAPH_SOURCE: 'file' })).toEqual([
      expect.stringMatching(/^ {2}- SUPERGRAPH_FILE is needed for SUPERGRAPH_SOURCE=file: .+\.$/),
    ]);
    expect(mistakes({ SUPERGRAPH_SOURCE: 'local' })).toEqual([]);
  });

  it.each([
    ['0.2', 0.2],
    ['0', 0],
    ['.5', 0.5],
    ['1', 1],
    ['off', undefined],
  ])('given that answers may fail more often by %s, then that', (text, share) =>
    expect(readSettings({ SUPERGRAPH_ROLLBACK_ERRORS: text }).SUPERGRAPH_ROLLBACK_ERRORS).toBe(share),
  );

  it('given a server for one room, then that room alone uses it', () => {
    const url = 'postgres://a:b@db:5432/orders';
    expect(readSettings({ ORDERS_DATABASE_URL: url }).roomDatabases).toEqual({ orders: url });
  });

  it('given a file of tenants, then these', () => {
    const shop = { ...demoTenant, id: 'shop' };
    expect(readSettings({ AGORA_TENANTS: tenantsFile(JSON.stringify([shop])) }).AGORA_TENANTS).toEqual([shop]);
  });

  it.each(['[]', '{}', '[{"id":"a"}]', `[${JSON.stringify({ ...demoTenant, id: 'No Id' })}]`, '['])(
    'given tenants that cannot be (%s), then a sentence',
    (content) => {
      expect(mistakes({ AGORA_TENANTS: tenantsFile(content) })).toEqual([expect.stringContaining('AGORA_TENANTS')]);
    },
  );

  it('describes every setting for the README', () => {
    for (const { meaning } of Object.values(SETTINGS)) expect(meaning).toMatch(/\.$/);
  });
});

describe('what keeps Agora from starting', () => {
  it.each(['18.20.0', '20.18.3'])('given Node %s, then a sentence', (version) =>
    expect(nodeVersionProblem(version)).toContain('20.19'),
  );
  it.each(['20.19.0', '22.1.0', '24.0.0'])('given Node %s, then nothing', (version) =>
    expect(nodeVersionProblem(version)).toBeNull(),
  );

  it.each([
    ['EADDRINUSE', 'PORT=4001'],
    ['EACCES', 'PORT=4000'],
    ['EADDRNOTAVAIL', 'HOST'],
  ])('given %s, then advice', (code, advice) => {
    const error = listenError(Object.assign(new Error(code), { code }), '127.0.0.1', 4000);
    expect(error).toBeInstanceOf(StartError);
    expect((error as Error).message).toContain(advice);
  });

  it.each(['ECONNREFUSED', '28P01', '3D000', '42501', '53100', '57P03'])(
    'given a database that says %s, then advice, and no password',
    (code) => {
      const error = databaseError(
        Object.assign(new Error('said so'), { code }),
        'postgres://agora:secret@db:5433/agora',
      );
      expect(explain(error)).toMatch(/^The database at db:5433\/agora .+\.\n {2}said so$/);
    },
  );

  it('given a database that does not answer in time, then advice; given another failure, then no guess', () => {
    const url = 'postgres://agora@db/agora';
    expect(explain(databaseError(new Error('timeout expired'), url))).toContain('db:5432/agora does not answer');
    const unknown = new Error('Failed query', { cause: Object.assign(new Error('exists'), { code: '42P06' }) });
    expect(databaseError(unknown, url)).toBe(unknown);
    const wrapped = new Error('Failed query', { cause: Object.assign(new Error('no right'), { code: '42501' }) });
    expect(explain(databaseError(wrapped, url))).toContain('CREATEROLE');
  });

  it('given what nobody foresaw, then where it happened', () =>
    expect(explain(new TypeError('oops'))).toContain('settings.test.ts'));
});
