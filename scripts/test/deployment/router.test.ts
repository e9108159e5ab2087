import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readRouters, isRouter } from '../../../platform/subgraph/callbacks/routers';
import { yamlOf } from './kustomize';
import { addressesFor, DOCKER, imageEnvironment, programOf, ROOMS, SECRETS, unknownIn } from './process';

type Router = {
  override_subgraph_url: Record<string, string>;
  headers: { all: { request: readonly { propagate: { named: string } }[] } };
  subscription: {
    mode: { callback: { public_url: string; listen: string; path: string; subgraphs: readonly string[] } };
  };
};
type Compose = {
  services: Record<'router' | 'sealing', Record<string, unknown> & { environment: Record<string, string> }>;
};

const router = yamlOf<Router>(path.join(DOCKER, 'router.yaml'));
const { services } = yamlOf<Compose>(path.join(DOCKER, 'compose.router.yaml'));
const usage = readFileSync(path.join(DOCKER, 'compose.router.yaml'), 'utf8');
const schemaOf = (room: string) => readFileSync(path.join(DOCKER, '..', 'subgraphs', room, 'schema.graphql'), 'utf8');

describe('docker/router.yaml', () => {
  it('sends what is for a room to whoever seals it', () => {
    expect(router.override_subgraph_url).toEqual(
      Object.fromEntries(ROOMS.map((room) => [room, `http://sealing:4000/${room}/graphql`])),
    );
  });

  it('hands on every header that settles who asks', () => {
    const names = router.headers.all.request.map(({ propagate }) => propagate.named);
    expect(names).toEqual(['authorization', 'agora-tenant', 'agora-currency', 'accept-language', 'x-request-id']);
  });

  it('is called by the rooms that have subscriptions, and they may call it', () => {
    const { public_url, listen, path: below, subgraphs } = router.subscription.mode.callback;
    expect(subgraphs.toSorted()).toEqual(
      ROOMS.filter((room) => /^type Subscription\b/m.test(schemaOf(room))).toSorted(),
    );
    const [, allowed = ''] = /CALLBACK_ROUTERS=(\S+)/.exec(usage) ?? [];
    expect(isRouter(new URL(`${public_url}/some-id`), readRouters(allowed))).toBe(true);
    expect([new URL(public_url).pathname, listen.split(':')[1]]).toEqual([below, new URL(public_url).port]);
  });
});

describe('docker/compose.router.yaml', () => {
  it('gives what seals all that it needs to start, and no way in from outside', () => {
    const { command, environment, networks, ports } = services.sealing;
    expect(programOf(command as string[]).program).toBe('gateway/sealing/main.ts');
    expect(unknownIn(Object.keys(environment))).toEqual([]);
    const given = { ...imageEnvironment(), ...environment, SERVICE_KEYS: SECRETS.SERVICE_KEYS as string };
    const gateway = { program: 'gateway/main.ts', args: [] };
    expect(addressesFor(gateway, given)).toEqual(
      Object.fromEntries(ROOMS.map((room) => [room, [`http://${room}:4000`]])),
    );
    expect([networks, ports, environment.SERVICE_KEYS]).toEqual([['rooms'], undefined, '${SERVICE_KEYS:?}']);
  });

  it('has the key of the router’s owner from outside', () => {
    expect(services.router.environment.APOLLO_KEY).toMatch(/^\$\{APOLLO_KEY:\?/);
  });
});
