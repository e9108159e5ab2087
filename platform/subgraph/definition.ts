import type { IncomingHttpHeaders } from 'node:http';
import type { EventType, PayloadOf } from '../contracts';
import type { PlatformTables } from '../data/tables';
import type { EventContract } from '../events/event';
import type { Policies } from '../identity/policies';
import type { Job } from '../workflows/jobs';
import type { Saga } from '../workflows/saga';
import type { LoaderFactories, RepositoryFactories, RoomContext, RoomTransaction } from './context';

type Handler<R extends RepositoryFactories, Type extends EventType> = (
  tx: RoomTransaction<R>,
  payload: PayloadOf<Type>,
  event: { id: string; occurredAt: Date },
) => Promise<void>;

/**
 * What a room does when it hears an event: its effect is committed together with the note that it was heard. One that is done
 * at once writes by one statement alone, which takes the note along: it needs no transaction around it.
 */
export type Handlers<R extends RepositoryFactories> = {
  readonly [Type in EventType]?: Handler<R, Type> | { readonly atOnce: Handler<R, Type> };
};

/** A plain HTTP endpoint of a room: a webhook, a key set. The body comes as it was sent, for its signature. */
export type Route<R extends RepositoryFactories, L extends LoaderFactories> = {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly handle: (
    context: RoomContext<R, L>,
    request: { headers: IncomingHttpHeaders; body: string },
  ) => Promise<{ status: number; body?: unknown; headers?: Record<string, string> }>;
};

/** A room: all it owns, offers, hears and does by itself. */
export type SubgraphDefinition<
  R extends RepositoryFactories = RepositoryFactories,
  L extends LoaderFactories = LoaderFactories,
> = {
  readonly name: string;
  /** Where the room lives (`__dirname`): its schema.graphql and its migrations are found from here. */
  readonly folder: string;
  readonly tables: PlatformTables;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- codegen's Resolvers type of the room; checked there
  readonly resolvers: any;
  readonly policies: Policies;
  readonly repositories: R;
  readonly loaders?: L;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- sagas of any input
  readonly sagas?: readonly Saga<any, any>[];
  readonly jobs?: readonly Job[];
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- events of any payload
  readonly publishes?: readonly EventContract<string, any>[];
  readonly on?: Handlers<R>;
  readonly routes?: readonly Route<R, L>[];
};

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- any room, whatever its repositories and loaders
export type AnySubgraph = SubgraphDefinition<any, any>;

/** Declares a room. The platform checks it when it starts: see `checkDefinition`. */
export const defineSubgraph = <R extends RepositoryFactories, L extends LoaderFactories = Record<never, never>>(
  definition: SubgraphDefinition<R, L>,
): SubgraphDefinition<R, L> => definition;
