import type { DocumentNode, ExecutionResult, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import type { Envelope } from '../../platform/identity/envelope';
import type { Leaving } from '../../platform/kernel/leaving';

/** One operation of a client: valid against the API schema, its variables of the declared types. */
export type Operation = {
  /** The text it was parsed from; equal texts share a plan. */
  readonly source: string;
  readonly document: DocumentNode;
  /** The operation of the document that is meant. */
  readonly definition: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
};

export type LiveResult = AsyncGenerator<ExecutionResult, void, void>;

/** What comes later of one object of the response. */
export type Increment = ExecutionResult & {
  readonly path: readonly (string | number)[];
  /** That of the client's `@defer`. */
  readonly label?: string;
};

/** As much as there is at a time. Should it fail as a whole, it ends with errors. */
export type LaterPart = {
  readonly incremental?: readonly Increment[];
  readonly errors?: ExecutionResult['errors'];
  readonly extensions?: ExecutionResult['extensions'];
  readonly hasNext: boolean;
};

/** An answer, and what comes later of it where something does. (GraphQL, incremental delivery as of 2022-08-24) */
export type Parts = {
  readonly first: ExecutionResult;
  readonly later?: AsyncGenerator<LaterPart, void, void>;
};

/**
 * Answers operations from the rooms. The one seam between the edge and execution: HTTP, WebSocket and SSE all come through
 * here, and another executor can take this one's place. Errors come as the rooms raised them; the edge masks them.
 */
export type Executor = {
  /** The API schema. */
  readonly schema: GraphQLSchema;
  /** Plans an operation, and compiles it, before anybody asks for it. @throws when it cannot be planned */
  prepare(operation: Omit<Operation, 'variables'>): void;
  /** A query or a mutation. @param signal aborted when nobody waits for the answer any more: no further room is asked */
  execute(operation: Operation, envelope: Envelope, signal?: Leaving): Promise<ExecutionResult>;
  /** As `execute`, with what `@defer` defers coming later. */
  executeInParts(operation: Operation, envelope: Envelope, signal: AbortSignal): Promise<Parts>;
  /** A subscription: a stream whose `return` leaves the room at once, or a result with errors when it is refused. */
  subscribe(operation: Operation, envelope: Envelope): Promise<LiveResult | ExecutionResult>;
};
