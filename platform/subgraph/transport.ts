import type { DocumentNode, ExecutionResult } from 'graphql';
import type { Envelope } from '../identity/envelope';
import type { Leaving } from '../kernel/leaving';

/** One operation for one room. */
export type RoomRequest = {
  readonly query: string;
  /** The same operation parsed, where the caller has it at hand. */
  readonly document?: DocumentNode;
  readonly operationName?: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly envelope: Envelope;
  /** Headers that tell where the caller stands in a trace. (W3C Trace Context) */
  readonly propagated?: Readonly<Record<string, string>>;
  /** Aborted when nobody waits for the answer any more; given only where nothing is changed. */
  readonly signal?: Leaving;
};

/** How a room is reached, by the gateway and by sagas alike: in process or over HTTP, with the same meaning. */
export type Transport = {
  /** Answers the GraphQL result. @throws AgoraError UNAVAILABLE when the room does not answer */
  execute(request: RoomRequest): Promise<ExecutionResult>;
  /** Answers the stream of events, or a result with errors when the subscription is refused. */
  subscribe(request: RoomRequest): Promise<AsyncIterableIterator<ExecutionResult> | ExecutionResult>;
};

/** Finds the transport to a room by its name. */
export type Rooms = (room: string) => Transport;
