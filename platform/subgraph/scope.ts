import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import type { Logger } from 'pino';
import type { RoomDatabase } from '../data/database';
import type { EventMessage } from '../events/event';
import type { Envelope } from '../identity/envelope';
import type { Identity } from '../identity/identity';
import type { Tenant } from '../identity/tenants';
import type { Clock } from '../kernel/clock';
import { AgoraError } from '../kernel/errors';
import { newId } from '../kernel/ids';
import type { BeginSaga, RunSaga } from '../workflows/workflows';
import type { RepositoryFactories, RoomScope } from './context';
import type { AnySubgraph } from './definition';
import { lazyFields, MADE_OF } from './lazyFields';
import type { Topics } from './topics';
import type { Rooms } from './transport';

/** What a room stands on: the same for every request. */
export type Ground = {
  readonly definition: AnySubgraph;
  readonly database: RoomDatabase;
  readonly clock: Clock;
  readonly log: Logger;
  readonly topics: Topics;
  readonly rooms: Rooms;
  readonly tenants: ReadonlyMap<string, Tenant>;
  readonly runSaga: RunSaga;
  readonly beginSaga: BeginSaga;
  /** Told after a commit what it has written to the outbox. */
  readonly published: (events: readonly EventMessage[]) => void;
};

/** Who is acting, as histories name it. */
export const actorOf = (identity: Identity): string =>
  identity.kind === 'user' ? identity.id : identity.kind === 'service' ? `service:${identity.name}` : 'guest';

type Repositories = RoomScope['repositories'];
const bound = new WeakMap<object, Repositories>();

/** Repositories over one database. */
function bind(factories: RepositoryFactories, db: NodePgDatabase): Repositories {
  const known = bound.get(db);
  if (known) return known;
  const repositories = Object.create(lazyFields(factories)) as Repositories & { [MADE_OF]: NodePgDatabase };
  repositories[MADE_OF] = db;
  bound.set(db, repositories);
  return repositories;
}

/** Who, where and when, and the way to the data. */
export function scopeOf(ground: Ground, envelope: Envelope, db: NodePgDatabase): RoomScope {
  const tenant = ground.tenants.get(envelope.tenant);
  if (!tenant) throw new AgoraError('INVALID_INPUT', `There is no tenant ${envelope.tenant}.`);
  const { clock, log, definition } = ground;
  return {
    ...envelope,
    tenant,
    actor: actorOf(envelope.identity),
    repositories: bind(definition.repositories, db),
    log,
    now() {
      return clock.now();
    },
    newId(prefix) {
      return newId(prefix, clock.now());
    },
  };
}
