import type { BatchLoadFn } from 'dataloader';
import type { RoomScope } from '../../platform/subgraph/context';
import type { repositories } from './repositories';
import type { LogRow } from './data/log.repository';
import type { PaymentRow, RefundRow } from './data/tables';

type Scope = RoomScope<typeof repositories>;
type Load<Row> = (scope: Scope) => BatchLoadFn<string, Row>;

function oneOf<Row>(keys: readonly string[], rows: readonly Row[], keyOf: (row: Row) => string): (Row | null)[] {
  const byKey = new Map(rows.map((row) => [keyOf(row), row]));
  return keys.map((key) => byKey.get(key) ?? null);
}

function allOf<Row>(keys: readonly string[], rows: readonly Row[], keyOf: (row: Row) => string): Row[][] {
  const byKey = new Map<string, Row[]>(keys.map((key) => [key, []]));
  for (const row of rows) byKey.get(keyOf(row))?.push(row);
  return keys.map((key) => byKey.get(key) ?? []);
}

const paymentById: Load<PaymentRow | null> =
  ({ repositories }) =>
  async (ids) =>
    oneOf(ids, await repositories.payments.byIds(ids), ({ id }) => id);

const paymentOfOrder: Load<PaymentRow | null> =
  ({ repositories }) =>
  async (orderIds) =>
    oneOf(orderIds, await repositories.payments.byOrders(orderIds), ({ orderId }) => orderId);

const refundById: Load<RefundRow | null> =
  ({ repositories }) =>
  async (ids) =>
    oneOf(ids, await repositories.refunds.byIds(ids), ({ id }) => id);

const refundsOfPayment: Load<RefundRow[]> =
  ({ repositories }) =>
  async (paymentIds) =>
    allOf(paymentIds, await repositories.refunds.ofPayments(paymentIds), ({ paymentId }) => paymentId);

/** The log of a payment or of a refund. */
const logOf: Load<LogRow[]> =
  ({ repositories }) =>
  async (entityIds) =>
    allOf(entityIds, await repositories.log.of(entityIds), ({ entityId }) => entityId);

export const loaders = { paymentById, paymentOfOrder, refundById, refundsOfPayment, logOf };
