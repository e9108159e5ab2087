import type { QueryResolvers } from '../../__generated__/resolvers';
import { simulatedProvider } from '../../simulated/provider';

/** Reads once what several fields want, and only when one of them is asked for. `read` must start when it is called. */
function once<T>(read: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | undefined;
  return () => (answer ??= read());
}

export const ledger: QueryResolvers['ledger'] = (_, _args, context) => ({
  balances: once(() => context.repositories.ledger.balances()),
  held: once(() => simulatedProvider(context).balance()),
});
