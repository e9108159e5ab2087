import type { ExecutionResult } from 'graphql';
import type { RequestContext } from '../context';
import type { LaterPart, Operation } from '../execution/executor';

/** What becomes of one answer in parts. */
export type FinishParts = {
  first(result: ExecutionResult): ExecutionResult;
  later(part: LaterPart): LaterPart;
};

/** What becomes of an answer, or of each event of a subscription. */
export type Finish = {
  whole(result: ExecutionResult): ExecutionResult;
  /** Of an answer of which more than one part comes. */
  inParts(): FinishParts;
};

/** An operation that may run, in the form in which it may. */
export type Admitted = {
  readonly operation: Operation;
  readonly finish?: Finish;
};

/** Decides before anything is planned. @throws AgoraError, or an AggregateError of several, when it may not run */
export type Admit = (operation: Operation, context: RequestContext) => Promise<Admitted>;

/** For a trusted network. */
export const admitAll: Admit = async (operation) => ({ operation });

export const oneAfterOther = (before: Finish, last: Finish): Finish => ({
  whole: (result) => last.whole(before.whole(result)),
  inParts() {
    const [one, other] = [before.inParts(), last.inParts()];
    return { first: (result) => other.first(one.first(result)), later: (part) => other.later(one.later(part)) };
  },
});

/** The second decides on what the first lets through; answers come back the other way round. */
export const inTurn =
  (first: Admit, second: Admit): Admit =>
  async (operation, context) => {
    const outer = await first(operation, context);
    const inner = await second(outer.operation, context);
    const { finish: last } = outer;
    const { finish: before } = inner;
    const finish = last && before ? oneAfterOther(before, last) : (last ?? before);
    return { operation: inner.operation, finish };
  };
