import path from 'node:path';
import type { Logger } from 'pino';
import type { Clock } from '../../platform/kernel/clock';
import type { Closers } from '../../platform/kernel/stoppable';
import type { EdgeOptions } from '../server';
import type { Settings } from '../settings';
import type { RoomSchema } from './compose';
import { loadSupergraph } from './load';
import { fitsRoomsElsewhere, fitsRoomsHere } from './rooms';
import { fileSource, textSource } from './source';

type Parts = Pick<EdgeOptions, 'source' | 'lastGood' | 'rollback' | 'fits' | 'traffic'>;

type Surroundings = {
  /** The rooms of this repository. */
  readonly schemas: readonly RoomSchema[];
  /** Whether they run in this process. */
  readonly isWhole: boolean;
  readonly onCompose?: () => void;
  readonly clock: Clock;
  readonly log: Logger;
  readonly closers: Closers;
};

async function ofRegistry(settings: Settings, surroundings: Surroundings): Promise<Pick<Parts, 'source' | 'traffic'>> {
  const { SUPERGRAPH_REGISTRY_URL: url = '', SUPERGRAPH_REGISTRY_TOKEN: token = '' } = settings;
  const { SUPERGRAPH_KEYS: keys = [], REDIS_URL: redis } = settings;
  const { openRegistry } = await import('./registry/open');
  return openRegistry({ ...surroundings, url, token, keys, redis });
}

function rollbackOf(settings: Settings): Parts['rollback'] {
  const { SUPERGRAPH_ROLLBACK_ERRORS: errors, SUPERGRAPH_ROLLBACK_REQUESTS: requests } = settings;
  return errors === undefined ? undefined : { errors, requests, within: settings.SUPERGRAPH_ROLLBACK_SECONDS * 1_000 };
}

/** Where the supergraph of our own rooms comes from, and when a new one is refused or gone back from. */
export async function supergraphOf(settings: Settings, surroundings: Surroundings): Promise<Parts> {
  const { schemas, isWhole, onCompose } = surroundings;
  const { AGORA_DATA, SUPERGRAPH_SOURCE: kind, SUPERGRAPH_FILE: file = '' } = settings;
  const keptAs = (name: string) => path.join(AGORA_DATA, name);
  // One composed from the rooms fits them, and is never swapped.
  if (kind === 'local') {
    const source = textSource(await loadSupergraph(schemas, onCompose));
    return { source, lastGood: keptAs('supergraph.last-good.graphql') };
  }
  const fits = isWhole ? fitsRoomsHere(schemas) : fitsRoomsElsewhere(schemas.map(({ name }) => name));
  const careful = { fits, rollback: rollbackOf(settings) };
  if (kind === 'file') {
    const source = fileSource(path.resolve(file));
    return { ...careful, source, lastGood: keptAs('supergraph.file.last-good.graphql') };
  }
  const followed = await ofRegistry(settings, surroundings);
  return { ...careful, ...followed, lastGood: keptAs('supergraph.registry.last-good.json') };
}
