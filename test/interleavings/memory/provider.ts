import type { ProviderEvent } from '../../../subgraphs/payments/provider';
import type { Attempt, simulatedBooksRepository } from '../../../subgraphs/payments/simulated/books.repository';
import type { Modelled } from './rows';

type Charge = Omit<Attempt, 'event' | 'at' | 'nextAttemptAt'> & { refunded: number };
type Told = { body: ProviderEvent; attempts: number; nextAttemptAt: Date; deliveredAt: Date | null; key: string };

export const newBooks = () => ({
  charges: new Map<string, Charge>(),
  providerRefunds: new Set<string>(),
  simulatedEvents: new Map<string, Told>(),
});
type Books = ReturnType<typeof newBooks>;

const tellable = ({ body, attempts }: Told) => ({ body, attempts });

type BookKeeping = Modelled<
  typeof simulatedBooksRepository,
  'attempt' | 'attemptBefore' | 'hasAttempted' | 'refund' | 'hasRefunded' | 'untold' | 'due' | 'told' | 'postpone'
>;

/** The simulated provider's books: a payment is charged for once, and a refund is paid once. */
export function booksOf({ charges, providerRefunds, simulatedEvents }: Books): BookKeeping {
  const charged = (paymentId: string) =>
    [...charges.values()].find((charge) => charge.paymentId === paymentId && charge.outcome === 'SUCCEEDED');
  const withKey = (key: string) => [...charges.values()].find(({ idempotencyKey }) => idempotencyKey === key);
  return {
    async attempt({ event, nextAttemptAt, ...charge }) {
      if (withKey(charge.idempotencyKey)) return false;
      if (charge.outcome === 'SUCCEEDED' && charged(charge.paymentId)) return false;
      charges.set(charge.chargeId, { ...charge, refunded: 0 });
      const told = { attempts: 0, nextAttemptAt, deliveredAt: null, key: charge.idempotencyKey };
      if (event) simulatedEvents.set(event.id, { ...told, body: event });
      return true;
    },
    attemptBefore: async (key, paymentId) => withKey(key) ?? charged(paymentId) ?? null,
    hasAttempted: async (key) => withKey(key) !== undefined,
    async refund(key, chargeId, { minor }) {
      const charge = charges.get(chargeId);
      if (!charge || charge.outcome !== 'SUCCEEDED' || charge.amount.minor - charge.refunded < minor) return false;
      if (providerRefunds.has(key)) return false;
      providerRefunds.add(key);
      charges.set(chargeId, { ...charge, refunded: charge.refunded + minor });
      return true;
    },
    hasRefunded: async (key) => providerRefunds.has(key),
    async untold(key) {
      const told = [...simulatedEvents.values()].find((event) => event.key === key && event.deliveredAt === null);
      return told ? tellable(told) : null;
    },
    due: async (now, limit) =>
      [...simulatedEvents.values()]
        .filter(({ deliveredAt, nextAttemptAt }) => deliveredAt === null && nextAttemptAt <= now)
        .slice(0, limit)
        .map(tellable),
    async told(id, at) {
      const told = simulatedEvents.get(id);
      if (told) simulatedEvents.set(id, { ...told, deliveredAt: at });
    },
    async postpone(id, nextAttemptAt) {
      const told = simulatedEvents.get(id);
      if (told) simulatedEvents.set(id, { ...told, attempts: told.attempts + 1, nextAttemptAt });
    },
  };
}
