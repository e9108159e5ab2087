import type { ExecutionResult } from 'graphql';
import type { RequestContext } from '../context';
import type { Operation } from '../execution/executor';

/** An operation that may run, in the form in which it may. */
export type Admitted = {
  readonly operation: Operation;
  /** What becomes of its answer, or of each of its events; nothing where there is none. */
  readonly finish?: (result: ExecutionResult) => ExecutionResult;
};

/** Decides before anything is planned. @throws AgoraError, or an AggregateError of several, when it may not run */
export type Admit = (operation: Operation, context: RequestContext) => Promise<Admitted>;

/** For a trusted network. */
export const admitAll: Admit = async (operation) => ({ operation });

/** The second decides on what the first lets through; answers come back the other way round. */
export const inTurn =
  (first: Admit, second: Admit): Admit =>
  async (operation, context) => {
    const outer = await first(operation, context);
    const inner = await second(outer.operation, context);
    const { finish: last } = outer;
    const { finish: before } = inner;
    const finish = last && before ? (result: ExecutionResult) => last(before(result)) : (last ?? before);
    return { operation: inner.operation, finish };
  };
