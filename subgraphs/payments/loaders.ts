import { grouped, inOrder } from '../../platform/kernel/batches';
import type { RoomScope } from '../../platform/subgraph/context';
import type { LogRow } from './data/log.repository';
import type { PaymentRow } from './data/payments.repository';
import type { RefundRow } from './data/refunds.repository';
import type { repositories } from './repositories';

type Scope = RoomScope<typeof repositories>;
type Ids = readonly string[];

export const loaders = {
  paymentById:
    ({ repositories }: Scope) =>
    async (ids: Ids): Promise<(PaymentRow | null)[]> =>
      inOrder(ids, await repositories.payments.byIds(ids), (row) => row.id),
  paymentOfOrder:
    ({ repositories }: Scope) =>
    async (ids: Ids): Promise<(PaymentRow | null)[]> =>
      inOrder(ids, await repositories.payments.ofOrders(ids), (row) => row.orderId),
  refundById:
    ({ repositories }: Scope) =>
    async (ids: Ids): Promise<(RefundRow | null)[]> =>
      inOrder(ids, await repositories.refunds.byIds(ids), (row) => row.id),
  refundsOfPayment:
    ({ repositories }: Scope) =>
    async (ids: Ids): Promise<RefundRow[][]> =>
      grouped(ids, await repositories.refunds.ofPayments(ids), (row) => row.paymentId),
  /** Of a payment or of a refund. */
  logOfEntity:
    ({ repositories }: Scope) =>
    async (ids: Ids): Promise<LogRow[][]> =>
      grouped(ids, await repositories.log.ofEntities(ids), (row) => row.entityId),
};
