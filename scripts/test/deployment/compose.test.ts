import path from 'node:path';
import { yamlOf } from './kustomize';
import { addressesFor, DOCKER, imageEnvironment, isSecret, programOf, ROOMS, SECRETS, unknownIn } from './process';

type Service = {
  image: string;
  build?: object;
  pull_policy?: string;
  command?: readonly string[];
  environment?: Record<string, string>;
  networks: readonly string[];
  depends_on?: Record<string, { condition: string }> | readonly string[];
  healthcheck?: { test: string };
  ports?: readonly string[];
  stop_grace_period?: string;
};
type Compose = { services: Record<string, Service>; networks: Record<string, { internal?: boolean } | null> };

const secretsOf = (all: Record<string, Service>) =>
  Object.entries(all).flatMap(([name, { environment = {} }]) =>
    Object.entries(environment).flatMap(([each, text]) => (isSecret(each) ? [[name, each, text] as const] : [])),
  );
/** Secrets that a file gives itself. */
const openSecrets = (all: Record<string, Service>) =>
  secretsOf(all).filter(([, each, text]) => each !== 'REDIS_URL' && !/\$\{\w+:\?[^}]*\}/.test(text));

const { services, networks } = yamlOf<Compose>(path.join(DOCKER, 'compose.distributed.yaml'));
/** By TCP: while the image fills a new database, Postgres answers on its socket alone, and is started again. */
const READY = 'pg_isready -h 127.0.0.1 -U agora -d agora';
const GATEWAYS = ['gateway-1', 'gateway-2'];
const OURS = [...ROOMS, ...GATEWAYS];
const serviceOf = (name: string) => services[name] as Service;

/** As Compose puts in what is set, and what else holds where it is not. */
const filled = (text: string) =>
  text.replaceAll(/\$\{(\w+)(?::([-?])([^}]*))?\}/g, (_all, name: string, kind: string, other = '') =>
    kind === '-' ? other : (SECRETS[name] ?? ''),
  );

describe('docker/compose.distributed.yaml', () => {
  it('runs the seven rooms, two gateways, Postgres and Redis', () => {
    expect(Object.keys(services).toSorted()).toEqual([...OURS, 'postgres', 'redis'].toSorted());
    expect(ROOMS.map((room) => programOf(serviceOf(room).command ?? []))).toEqual(
      ROOMS.map((room) => ({ program: 'subgraphs/serve.ts', args: [room] })),
    );
  });

  it.each(OURS)('gives %s what it needs to start, and addresses at which the rooms are', (name) => {
    const {
      command = ['node', '--import', 'tsx', 'gateway/main.ts'],
      environment = {},
      stop_grace_period,
    } = serviceOf(name);
    expect(unknownIn(Object.keys(environment))).toEqual([]);
    const given = Object.entries(environment).map(([each, text]) => [each, filled(text)]);
    const all = { ...imageEnvironment(), ...Object.fromEntries(given) } as Record<string, string>;
    expect(addressesFor(programOf(command), all)).toEqual(
      Object.fromEntries(ROOMS.map((room) => [room, [`http://${room}:${all.PORT}`]])),
    );
    expect([all.HOST, all.REDIS_URL, stop_grace_period]).toEqual(['0.0.0.0', 'redis://redis:6379', '30s']);
  });

  it('holds no secret, and does not start without one', () => {
    expect(openSecrets(services)).toEqual([]);
    expect(secretsOf(services).map(([name, each]) => `${name} ${each}`)).toEqual(
      expect.arrayContaining([
        'payments PAYMENTS_WEBHOOK_SECRET',
        'gateway-1 SERVICE_KEYS',
        'postgres POSTGRES_PASSWORD',
      ]),
    );
  });

  it('lets gateways alone leave the network of the rooms', () => {
    expect(networks).toEqual({ rooms: { internal: true }, outside: null });
    const outside = Object.keys(services).filter((name) => serviceOf(name).networks.includes('outside'));
    expect(outside).toEqual(GATEWAYS);
    expect(Object.keys(services).filter((name) => serviceOf(name).ports)).toEqual(GATEWAYS);
    expect(Object.keys(services).filter((name) => !serviceOf(name).networks.includes('rooms'))).toEqual([]);
  });

  it('starts rooms when Postgres and Redis are healthy', () => {
    for (const room of ROOMS)
      expect(serviceOf(room).depends_on).toEqual({
        postgres: { condition: 'service_healthy' },
        redis: { condition: 'service_healthy' },
      });
    expect([serviceOf('postgres').healthcheck?.test, serviceOf('redis').healthcheck?.test]).toEqual([
      READY,
      'redis-cli ping',
    ]);
  });

  it('builds one image for all, which no registry is asked for', () => {
    expect(OURS.filter((name) => serviceOf(name).build)).toEqual(['users']);
    const sealing = yamlOf<Compose>(path.join(DOCKER, 'compose.router.yaml')).services.sealing as Service;
    const images = [...OURS.map(serviceOf), sealing].map(({ image, pull_policy }) => `${image} ${pull_policy}`);
    expect(new Set(images)).toEqual(new Set(['agora never']));
    expect(sealing.build).toBeUndefined();
  });
});

describe('docker/compose.yaml', () => {
  const whole = yamlOf<Pick<Compose, 'services'>>(path.join(DOCKER, 'compose.yaml')).services;

  it('holds no secret, and does not start without one', () => {
    expect(openSecrets(whole)).toEqual([]);
  });

  it('gives Agora the time that it takes to stop', () => {
    expect(whole.agora?.stop_grace_period).toBe('30s');
  });

  it('starts Agora when Postgres is to stay', () => {
    expect(whole.agora?.depends_on).toMatchObject({ postgres: { condition: 'service_healthy' } });
    expect(whole.postgres?.healthcheck?.test).toBe(READY);
  });
});
