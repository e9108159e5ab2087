import fc from 'fast-check';
import { money, type Money } from '../../../../platform/kernel/money';
import {
  captureEntry,
  isReconciled,
  type JournalEntry,
  refundEntry,
  trialBalance,
  unappliedCaptureEntry,
} from '../../domain/ledger';

const amounts = fc
  .record({ minor: fc.integer({ min: 1, max: 1e12 }), currency: fc.constantFrom('USD', 'EUR', 'JPY') })
  .map(({ minor, currency }) => money(minor, currency));

/** Something that happens to the shop's cash: money comes in, for an order or too late, or goes out. */
const happenings = fc.array(
  fc.record({ what: fc.constantFrom('capture', 'unapplied', 'refund', 'giveBack'), amount: amounts }),
  { maxLength: 40 },
);
type Happening = { what: string; amount: Money };

const entryOf = ({ what, amount }: Happening, index: number): JournalEntry => {
  if (what === 'capture') return captureEntry(`chg_${index}`, amount);
  if (what === 'unapplied') return unappliedCaptureEntry(`chg_${index}`, amount);
  return refundEntry(`ref_${index}`, amount, what === 'giveBack');
};
const sumOf = (numbers: number[]) => numbers.reduce((sum, each) => sum + each, 0);
const currencies = ['USD', 'EUR', 'JPY'];
const isIncoming = ({ what }: Happening) => what === 'capture' || what === 'unapplied';

describe('the ledger', () => {
  it('balances in every entry and, by currency, as a whole, whatever happens', () =>
    fc.assert(
      fc.property(happenings, (all) => {
        const entries = all.map(entryOf);
        for (const { postings } of entries) expect(sumOf(postings.map(({ amount }) => amount))).toBe(0);
        const balances = trialBalance(
          entries.flatMap(({ postings }) => postings),
          currencies,
        );
        for (const code of currencies) {
          expect(sumOf(balances.filter(({ currency }) => currency === code).map(({ amount }) => amount))).toBe(0);
        }
      }),
    ));

  it('has as cash what came in less what went out, whatever happens', () =>
    fc.assert(
      fc.property(happenings, (all) => {
        const balances = trialBalance(
          all.map(entryOf).flatMap(({ postings }) => postings),
          currencies,
        );
        const held = currencies.map((code) =>
          money(
            sumOf(
              all.map((each) => (each.amount.currency === code ? each.amount.minor * (isIncoming(each) ? 1 : -1) : 0)),
            ),
            code,
          ),
        );
        expect(isReconciled(balances, held)).toBe(true);
      }),
    ));

  it('given a charge that fits no payment and is given back, has all its accounts at 0', () => {
    const usd = money(500, 'USD');
    const postings = [unappliedCaptureEntry('chg_1', usd), refundEntry('ref_1', usd, true)].flatMap(
      (each) => each.postings,
    );
    for (const { amount } of trialBalance(postings, [])) expect(amount).toBe(0);
  });

  it('given nothing yet, lists its accounts in the currencies of the shop', () =>
    expect(trialBalance([], ['EUR']).map(({ account, currency }) => `${account} ${currency}`)).toEqual([
      'cash EUR',
      'sales EUR',
      'refunds EUR',
      'unapplied EUR',
    ]));

  it('given the provider holds something else, tells so', () =>
    expect(isReconciled([{ account: 'cash', currency: 'USD', amount: 5 }], [money(4, 'USD')])).toBe(false));
});
