import path from 'node:path';
import type { Logger } from 'pino';
import type { Closers } from '../../platform/kernel/stoppable';
import type { EdgeOptions } from '../server';
import type { Settings } from '../settings';
import type { RoomSchema } from './compose';
import { loadSupergraph } from './load';
import { fitsRoomsElsewhere, fitsRoomsHere } from './rooms';
import { fileSource, textSource, type SupergraphSource } from './source';

type Followed = Pick<EdgeOptions, 'source' | 'lastGood' | 'rollback' | 'fits'>;

type Surroundings = {
  /** The rooms of this repository. */
  readonly schemas: readonly RoomSchema[];
  /** Whether they run in this process. */
  readonly isWhole: boolean;
  readonly onCompose?: () => void;
  readonly log: Logger;
  readonly closers: Closers;
};

async function registryOf(settings: Settings, { log, closers }: Surroundings): Promise<SupergraphSource> {
  const {
    SUPERGRAPH_REGISTRY_URL: url = '',
    SUPERGRAPH_REGISTRY_TOKEN: token = '',
    SUPERGRAPH_KEYS: keys = [],
  } = settings;
  const { openRegistry } = await import('./registry/open');
  return openRegistry({ url, token, keys, redis: settings.REDIS_URL, log, closers });
}

function sourceOf(settings: Settings, surroundings: Surroundings): Promise<SupergraphSource> | SupergraphSource {
  const { schemas, onCompose } = surroundings;
  switch (settings.SUPERGRAPH_SOURCE) {
    case 'local':
      return loadSupergraph(schemas, onCompose).then(textSource);
    case 'file':
      return fileSource(path.resolve(settings.SUPERGRAPH_FILE as string));
    case 'registry':
      return registryOf(settings, surroundings);
  }
}

/** Where the supergraph of our own rooms comes from, and when a new one is refused or gone back from. */
export async function supergraphOf(settings: Settings, surroundings: Surroundings): Promise<Followed> {
  const source = await sourceOf(settings, surroundings);
  const { AGORA_DATA, SUPERGRAPH_ROLLBACK_ERRORS: errors } = settings;
  const { SUPERGRAPH_ROLLBACK_REQUESTS: requests, SUPERGRAPH_ROLLBACK_SECONDS: seconds } = settings;
  // One composed from them fits them, and is never swapped.
  if (source.kind === 'local') return { source, lastGood: path.join(AGORA_DATA, 'supergraph.last-good.graphql') };
  const { schemas, isWhole } = surroundings;
  return {
    source,
    lastGood: path.join(
      AGORA_DATA,
      `supergraph.${source.kind}.last-good.${source.kind === 'file' ? 'graphql' : 'json'}`,
    ),
    rollback: errors === undefined ? undefined : { errors, requests, within: seconds * 1_000 },
    fits: isWhole ? fitsRoomsHere(schemas) : fitsRoomsElsewhere(schemas.map(({ name }) => name)),
  };
}
