import type { Logger } from 'pino';
import type { SigningKey } from '../../../platform/delivery/delivery';
import type { Closers } from '../../../platform/kernel/stoppable';
import type { SupergraphSource } from '../source';
import { registryClient, type RegistryAddress } from './client';
import { registrySource } from './source';

export type RegistryOptions = RegistryAddress & {
  readonly keys: readonly SigningKey[];
  /** Where hints come from; without it the registry is asked alone. */
  readonly redis?: string;
  readonly log: Logger;
  readonly closers: Closers;
};

/** Opens what it takes to follow a registry. */
export async function openRegistry({
  url,
  token,
  keys,
  redis,
  log,
  closers,
}: RegistryOptions): Promise<SupergraphSource> {
  const client = registryClient({ url, token });
  closers.push(client.close);
  const hints = redis === undefined ? undefined : (await import('./hints')).redisHints(redis, log);
  if (hints) closers.push(hints.stop);
  return registrySource({ client, url, keys, hints, log });
}
