import type { RoomContext, RoomTransaction } from '../subgraph/context';
import type { Deed } from './chain';

/** A context under which something is done, and whether the chain tells of it. */
export type Accountable = { readonly context: RoomContext; isTold(): boolean };

/**
 * The context of something that has to be accounted for: the first of its transactions that commits writes it into the audit
 * chain. What was refused has not happened, and what an idempotency key answers again was told the first time.
 */
export function accountable(context: RoomContext, deed: Deed): Accountable {
  let isTold = false;
  const telling =
    <T>(work: (tx: RoomTransaction) => Promise<T>) =>
    (tx: RoomTransaction): Promise<T> => {
      if (!isTold) tx.audit(deed);
      return work(tx);
    };
  const once = async <T>(run: () => Promise<T>): Promise<T> => {
    const answer = await run();
    isTold = true;
    return answer;
  };
  const transaction: RoomContext['transaction'] = (work) => once(() => context.transaction(telling(work)));
  // What a saga does is done by other transactions, later ones and those of other rooms.
  const tellFirst = () => (isTold ? undefined : transaction(async () => {}));
  return {
    isTold: () => isTold,
    context: {
      ...context,
      transaction,
      // Its one statement and the entry are two, and hold together.
      atOnce: transaction,
      idempotent: (request, work) => once(() => context.idempotent(request, telling(work))),
      async run(saga, id, input) {
        await tellFirst();
        return context.run(saga, id, input);
      },
      async start(saga, id, input) {
        await tellFirst();
        return context.start(saga, id, input);
      },
    },
  };
}
