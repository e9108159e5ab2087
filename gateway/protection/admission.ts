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
