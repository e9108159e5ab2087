import { payments as definition } from '../../../subgraphs/payments/subgraph';
import type { fundsRepository } from '../../../subgraphs/payments/data/funds.repository';
import type { ledgerRepository } from '../../../subgraphs/payments/data/ledger.repository';
import type { PaymentRow, paymentsRepository } from '../../../subgraphs/payments/data/payments.repository';
import type { providerEventsRepository } from '../../../subgraphs/payments/data/providerEvents.repository';
import type { RefundRow, refundsRepository } from '../../../subgraphs/payments/data/refunds.repository';
import { captureEntry, type JournalEntry } from '../../../subgraphs/payments/domain/ledger';
import { isOpen, REFUNDABLE } from '../../../subgraphs/payments/domain/payment';
import type { ProviderEvent } from '../../../subgraphs/payments/provider';
import { booksOf, newBooks } from './provider';
import { money } from '../../../platform/kernel/money';
import { emptyRows, type Modelled } from './rows';
import type { RoomModel } from './room';

const newRows = () => ({
  ...emptyRows(),
  ...newBooks(),
  payments: new Map<string, PaymentRow>(),
  refunds: new Map<string, RefundRow>(),
  entries: new Map<string, JournalEntry>(),
  providerEvents: new Set<string>(),
});
export type PaymentsRows = ReturnType<typeof newRows>;

const NOTHING = { tenantId: 'demo', captured: 0, refundReserved: 0, refunded: 0, chargeId: null };

type Payments = Modelled<typeof paymentsRepository, 'byIds' | 'byId' | 'ofOrder' | 'open' | 'expired'>;
const paymentsOf = ({ payments }: PaymentsRows): Payments => {
  const ofOrder = (id: string) => [...payments.values()].find(({ orderId }) => orderId === id);
  return {
    byIds: async (ids) => ids.flatMap((id) => payments.get(id) ?? []),
    byId: async (id) => payments.get(id) ?? null,
    ofOrder: async (orderId) => ofOrder(orderId) ?? null,
    async open(payment) {
      if (ofOrder(payment.orderId)) return null;
      const opened: PaymentRow = { ...NOTHING, ...payment, chargeId: null };
      payments.set(opened.id, opened);
      return opened;
    },
    expired: async (deadline, limit) =>
      [...payments.values()]
        .filter((payment) => isOpen(payment) && payment.expiresAt < deadline)
        .map(({ id }) => id)
        .slice(0, limit),
  };
};

/** As the table's constraints do. */
function checkFunds({ id, captured, refundReserved, refunded }: PaymentRow): void {
  if (refundReserved > captured || refunded > refundReserved || refundReserved < 0)
    throw new Error(`The funds of ${id} do not add up.`);
}

type Funds = Modelled<typeof fundsRepository, 'captureUnapplied' | 'reserveRefund' | 'releaseRefund' | 'addRefunded'>;
function fundsOf({ payments }: PaymentsRows): Funds {
  function change(id: string, by: (payment: PaymentRow) => Partial<PaymentRow>): PaymentRow {
    const payment = payments.get(id);
    if (!payment) throw new Error(`There is no payment ${id}.`);
    const changed = { ...payment, ...by(payment) };
    checkFunds(changed);
    payments.set(id, changed);
    return changed;
  }
  return {
    async captureUnapplied(id, amount) {
      change(id, ({ captured, refundReserved }) => ({
        captured: captured + amount,
        refundReserved: refundReserved + amount,
      }));
    },
    async reserveRefund(id, asked) {
      const payment = payments.get(id);
      if (!payment || !REFUNDABLE.includes(payment.status)) return null;
      const left = payment.captured - payment.refundReserved;
      const amount = asked ?? left;
      if (amount < 1 || amount > left) return null;
      change(id, ({ refundReserved }) => ({ refundReserved: refundReserved + amount }));
      return { amount, chargeId: payment.chargeId ?? '' };
    },
    async releaseRefund(id, amount) {
      change(id, ({ refundReserved }) => ({ refundReserved: refundReserved - amount }));
    },
    addRefunded: async (id, amount) => change(id, ({ refunded }) => ({ refunded: refunded + amount })),
  };
}

type Refunds = Modelled<typeof refundsRepository, 'byId' | 'byIds' | 'insert' | 'unpaid'>;
const refundsOf = ({ refunds }: PaymentsRows): Refunds => ({
  byId: async (id) => refunds.get(id) ?? null,
  byIds: async (ids) => ids.flatMap((id) => refunds.get(id) ?? []),
  async insert(refund) {
    refunds.set(refund.id, { tenantId: 'demo', approvedAt: null, settledAt: null, ...refund });
  },
  unpaid: async (time, limit) =>
    [...refunds.values()]
      .filter(({ status, approvedAt }) => status === 'APPROVED' && approvedAt !== null && approvedAt < time)
      .slice(0, limit),
});

/** Books an entry unless the same was booked before. */
function book({ entries }: PaymentsRows, entry: JournalEntry): boolean {
  const key = `${entry.kind}/${entry.reference}`;
  if (entries.has(key)) return false;
  entries.set(key, entry);
  return true;
}

const ledgerOf = (rows: PaymentsRows): Modelled<typeof ledgerRepository, 'book'> => ({
  book: async (_, entry) => book(rows, entry),
});

const providerEventsOf = ({ providerEvents }: PaymentsRows): Modelled<typeof providerEventsRepository, 'hear'> => ({
  async hear(_, eventId) {
    if (providerEvents.has(eventId)) return false;
    providerEvents.add(eventId);
    return true;
  },
});

/** What the statement that applies a charge writes beside the payment: the event as heard, and the charge in the ledger. */
function beside(rows: PaymentsRows, values: readonly unknown[]): void {
  const id = values.find((value): value is string => typeof value === 'string' && rows.simulatedEvents.has(value));
  if (id === undefined) return;
  if (rows.providerEvents.has(id)) throw Object.assign(new Error('It was heard before.'), { code: '23505' });
  rows.providerEvents.add(id);
  const { chargeId, amountMinor, currencyCode } = (rows.simulatedEvents.get(id) as { body: ProviderEvent }).body;
  if (values.includes('CAPTURE')) book(rows, captureEntry(chargeId, money(amountMinor, currencyCode)));
}

export const paymentsModel = (): RoomModel<PaymentsRows> => ({
  definition,
  rows: newRows(),
  repositories: (rows) => ({
    payments: paymentsOf(rows),
    funds: fundsOf(rows),
    refunds: refundsOf(rows),
    ledger: ledgerOf(rows),
    providerEvents: providerEventsOf(rows),
    simulatedBooks: booksOf(rows),
  }),
  beside,
});
