import type { Fault } from './fault';
import { bankIsSilent, eventsAgain, webhooksAgain } from './messages';
import { killed, killedInSaga, stopped } from './processes';
import { postgresCrashes, redisForgets } from './stores';
import { wires } from './wires';

/** Of each kind, all that is done. */
export const FAULTS: readonly Fault[] = [
  killedInSaga('orders.place-order'),
  killedInSaga('orders.cancel-order', 'payments.refund'),
  postgresCrashes,
  redisForgets,
  killed('users-1'),
  killed('catalog-1'),
  killed('orders-2'),
  killed('payments-1'),
  killed('logistics-1'),
  killed('marketing-1'),
  killed('search-1'),
  killed('gateway-2'),
  stopped('catalog-1', 8_000),
  // Longer than a saga tries a step: it takes everything back while what it has asked for still waits to be done.
  stopped('payments-1', 17_000),
  wires('Postgres', { kind: 'delayed', by: 50 }),
  wires('Postgres', { kind: 'resetting', every: 30 }),
  wires('Postgres', { kind: 'cut' }),
  wires('Redis', { kind: 'cut' }),
  wires('Redis', { kind: 'resetting', every: 200 }),
  wires('Redis', { kind: 'sliced', pieces: 10 }),
  wires('every room', { kind: 'resetting', every: 30 }),
  wires('every room', { kind: 'sliced', pieces: 10 }),
  // A room may take 3 s: what it is asked for comes when nobody waits for it any more, and in another order.
  wires('payments', { kind: 'delayed', by: 500, jitter: 6_000 }, 12_000),
  wires('catalog', { kind: 'delayed', by: 500, jitter: 6_000 }, 12_000),
  wires('marketing', { kind: 'delayed', by: 500, jitter: 6_000 }, 12_000),
  wires('the copies of orders', { kind: 'cut' }),
  webhooksAgain,
  eventsAgain,
  bankIsSilent,
];

/** What the short run does, in this order. */
export const SHORT: readonly Fault[] = [killedInSaga('orders.place-order'), postgresCrashes, redisForgets];
