import type { ExecutionResult } from 'graphql';
import type { RequestContext } from '../../context';
import type { OperationRequest, Operations } from '../../operations';
import { beginningOf } from './cursors';
import type { Tally } from '../tally';
import { keyOf } from './key';
import { openShare, type Leave } from './share';
import type { Listener } from './source';

/** Hears a subscription together with all others who may, or answers the errors that it is refused with. */
export type Subscribe = (
  operations: Operations,
  request: OperationRequest,
  context: RequestContext,
  listener: Listener,
) => Promise<Leave | ExecutionResult>;

/** Counts a subscription until it is left. */
function counted(leave: Leave, tally: Tally): Leave {
  let here = true;
  tally.subscriptions++;
  return () => {
    if (here) tally.subscriptions--;
    here = false;
    leave();
  };
}

/** The sources of one gateway. Those of an old supergraph go on for as long as somebody hears them. */
export function liveSources(tally: Tally): Subscribe {
  const bySnapshot = new WeakMap<Operations, Map<string, ReturnType<typeof openShare>>>();

  return async (operations, request, context, listener) => {
    const subscription = await operations.subscription(request, context);
    if (!('open' in subscription)) return subscription;
    const shares = bySnapshot.get(operations) ?? new Map<string, ReturnType<typeof openShare>>();
    bySnapshot.set(operations, shares);
    const key = keyOf(request, subscription, context);
    const { schema } = operations;
    const forget = () => {
      if (shares.get(key) === share) shares.delete(key);
    };
    const share = shares.get(key) ?? openShare(beginningOf({ schema, ...subscription.operation }), forget, tally);
    shares.set(key, share);
    const joined = await share(subscription, listener);
    return typeof joined === 'function' ? counted(joined, tally) : joined;
  };
}
