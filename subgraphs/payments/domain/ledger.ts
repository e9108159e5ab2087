import type { Money } from '../../../platform/kernel/money';

/** The chart of accounts; each is kept once a currency. */
export const ACCOUNTS = {
  cash: 'Cash that the payment provider holds for the shop',
  sales: 'Sales: payments captured for orders',
  refunds: 'Refunds: sales that were paid back',
  unapplied: 'Charges that fit no open payment, owed back to the buyer',
} as const;
export type Account = keyof typeof ACCOUNTS;

export type EntryKind = 'CAPTURE' | 'UNAPPLIED_CAPTURE' | 'REFUND' | 'UNAPPLIED_REFUND';

/** `amount` is positive for a debit and negative for a credit, in minor units. */
export type Posting = { account: Account; currency: string; amount: number };

/** What happened (`kind`) to what (`reference`), booked once, and where the money went. */
export type JournalEntry = { kind: EntryKind; reference: string; postings: readonly Posting[] };

const move = (
  kind: EntryKind,
  reference: string,
  { minor, currency }: Money,
  debit: Account,
  credit: Account,
): JournalEntry => ({
  kind,
  reference,
  postings: [
    { account: debit, currency, amount: minor },
    { account: credit, currency, amount: -minor },
  ],
});

export const captureEntry = (chargeId: string, amount: Money) => move('CAPTURE', chargeId, amount, 'cash', 'sales');

/** A charge that came for a payment already given up, or a second one for the same payment. */
export const unappliedCaptureEntry = (chargeId: string, amount: Money) =>
  move('UNAPPLIED_CAPTURE', chargeId, amount, 'cash', 'unapplied');

/** @param automatic the refund gives back an unapplied charge, not a sale */
export const refundEntry = (refundId: string, amount: Money, automatic: boolean) =>
  automatic
    ? move('UNAPPLIED_REFUND', refundId, amount, 'unapplied', 'cash')
    : move('REFUND', refundId, amount, 'refunds', 'cash');

/** Balances of all accounts by currency, those without postings included. */
export function trialBalance(postings: readonly Posting[], currencies: readonly string[]): Posting[] {
  const all = [...new Set([...currencies, ...postings.map(({ currency }) => currency)])];
  const balanceOf = (account: Account, currency: string) =>
    postings.reduce(
      (sum, each) => (each.account === account && each.currency === currency ? sum + each.amount : sum),
      0,
    );
  return all.flatMap((currency) =>
    (Object.keys(ACCOUNTS) as Account[]).map((account) => ({
      account,
      currency,
      amount: balanceOf(account, currency),
    })),
  );
}

/** Whether the cash in the books is what the provider says that it holds (invariant 2), in every currency. */
export function isReconciled(balances: readonly Posting[], held: readonly Money[]): boolean {
  const cash = balances.filter(({ account }) => account === 'cash');
  const currencies = new Set([...cash, ...held].map(({ currency }) => currency));
  const inBooks = (currency: string) => cash.find((each) => each.currency === currency)?.amount ?? 0;
  const atProvider = (currency: string) => held.find((each) => each.currency === currency)?.minor ?? 0;
  return [...currencies].every((currency) => inBooks(currency) === atProvider(currency));
}
