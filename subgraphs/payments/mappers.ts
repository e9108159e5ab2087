import type { Connection } from '../../platform/kernel/connections';
import type { Money } from '../../platform/kernel/money';
import type { LogRow } from './data/log.repository';
import type { PaymentRow } from './data/payments.repository';
import type { RefundRow } from './data/refunds.repository';
import type { Posting } from './domain/ledger';

/** What the resolvers of each type are given. */
export type Mappers = {
  Money: Money;
  Order: { __typename: 'Order'; id: string };
  Payment: PaymentRow;
  PaymentConnection: Connection<PaymentRow>;
  Refund: RefundRow;
  RefundConnection: Connection<RefundRow>;
  PaymentLogEntry: LogRow;
  Ledger: { balances(): Promise<Posting[]>; held(): Promise<Money[]> };
};
