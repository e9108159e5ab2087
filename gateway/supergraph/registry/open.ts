import type { Logger } from 'pino';
import type { SigningKey } from '../../../platform/delivery/delivery';
import type { Clock } from '../../../platform/kernel/clock';
import type { Closers } from '../../../platform/kernel/stoppable';
import { recordTraffic, type Traffic } from '../../traffic/traffic';
import type { SupergraphSource } from '../source';
import { registryClient, type RegistryAddress } from './client';
import { registrySource } from './source';

export type RegistryOptions = RegistryAddress & {
  readonly keys: readonly SigningKey[];
  /** Where hints come from; without it the registry is asked alone. */
  readonly redis?: string;
  readonly clock: Clock;
  readonly log: Logger;
  readonly closers: Closers;
};

/** What follows a registry, and tells it what is used. */
export type Followed = { readonly source: SupergraphSource; readonly traffic: Traffic };

export async function openRegistry(options: RegistryOptions): Promise<Followed> {
  const { url, token, keys, redis, clock, log, closers } = options;
  const client = registryClient({ url, token });
  closers.push(client.close);
  const hints = redis === undefined ? undefined : (await import('./hints')).redisHints(redis, log);
  if (hints) closers.push(hints.stop);
  const traffic = recordTraffic({ client, clock, log });
  return { source: registrySource({ client, url, keys, hints, log }), traffic };
}
