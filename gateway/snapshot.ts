import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { getOperationAST } from 'graphql';
import type { Clock } from '../platform/kernel/clock';
import type { Rooms } from '../platform/subgraph/transport';
import type { Executor } from './execution/executor';
import { compiledExecutor } from './execution/compiled/executor';
import { joining } from './execution/joining';
import type { PlanCounts } from './execution/compiled/planCounts';
import type { Usage, Used } from './execution/usage';
import { answerGraphql, type GraphqlHandler, type GraphqlOptions } from './http/graphql';
import type { Observers } from './observability/observer';
import { createOperations, type Operations } from './operations';
import { admitAll } from './protection/admission';
import { authorizer } from './protection/authorization/authorize';
import { documentReader, type ReadDocument } from './protection/documents';
import { LIMITS, UNLIMITED } from './protection/limits';
import { admission, type Protection } from './protection/protection';
import type { Answered } from './supergraph/answered';
import { notingOperations, notingRead } from './supergraph/failures';
import { readSupergraphGently, type Graph } from './supergraph/supergraph';
import type { Traffic } from './traffic/traffic';

export type SnapshotOptions = Omit<GraphqlOptions, 'operations' | 'read'> & {
  /** How the rooms of a graph are reached. */
  readonly roomsOf: (graph: Graph) => Rooms;
  /** Throws a sentence for a graph that the rooms cannot answer. */
  readonly fits?: (graph: Graph) => void;
  /** Whether the rooms are not ours. */
  readonly foreign?: boolean;
  readonly introspection: boolean;
  /** For a trusted network: nothing is limited or guarded. */
  readonly open?: boolean;
  readonly usage: Usage;
  readonly traffic?: Traffic;
  readonly observer: Observers;
  readonly plans: PlanCounts;
  readonly protection: Protection;
  readonly clock: Clock;
  /** Counts what became of its requests. */
  readonly answered: Answered;
};

/**
 * One supergraph with all that is made from it: API schema, plans, valid documents. It never changes; whoever began with it
 * ends with it, whatever is served to others by then.
 */
export type Snapshot = {
  /** The same for the same text, and for no other. */
  readonly id: string;
  readonly operations: Operations;
  readonly read: ReadDocument;
  readonly handle: GraphqlHandler['handle'];
  /** Validates and plans before anybody asks. Answers whether the operations still fit the schema. */
  prepare(used: Used): boolean;
  stop(): Promise<void>;
};

function prepareWith(executor: Executor, read: Snapshot['read'], { source, names }: Used): boolean {
  try {
    const document = read(source);
    for (const name of names) {
      const definition = getOperationAST(document, name);
      if (definition) executor.prepare({ source, document, definition });
    }
    return true;
  } catch {
    return false;
  }
}

/** @throws what a supergraph is refused with that cannot be served */
export async function takeSnapshot(sdl: string, options: SnapshotOptions): Promise<Snapshot> {
  const { roomsOf, introspection, open, mask, usage, traffic, observer, plans, answered } = options;
  const graph = await readSupergraphGently(sdl, options);
  options.fits?.(graph);
  await setImmediate();
  const compiled = compiledExecutor(graph, observer.rooms(roomsOf(graph)), Math.random, plans);
  await setImmediate();
  const executor = observer.executor(joining(compiled, observer.isAlone), plans);
  const limits = open ? UNLIMITED : LIMITS;
  const authorize = open ? admitAll : authorizer(graph, options.protection.authorization);
  const protect = open ? admitAll : admission(graph, options.protection, options.clock, authorize);
  const admit = observer.admit(protect, compiled.planOf);
  const whole = createOperations({ executor, admit, authorize, mask, usage, traffic, limits, introspection });
  const operations = notingOperations(whole, answered);
  const reader = documentReader(graph.apiSchema, { limits, introspection });
  const read = notingRead(reader, usage, answered);
  await setImmediate();
  const { handle, stop } = await answerGraphql({ ...options, operations, read });
  const id = createHash('sha256').update(sdl).digest('hex').slice(0, 12);
  return { id, operations, read, handle, stop, prepare: (used) => prepareWith(executor, reader, used) };
}
