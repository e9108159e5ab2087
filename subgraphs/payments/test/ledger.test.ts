import fc from 'fast-check';
import { startStory, type Story } from './story';

let story: Story;
beforeAll(async () => void (story = await startStory()));
afterAll(() => story.stop());

const insert = (lines: string) => `
  begin;
  insert into payments.journal_entries (tenant_id, id, kind, reference, booked_at) values ('demo', 'jrn_1', 'CAPTURE', 'x', now());
  insert into payments.postings (tenant_id, entry_id, account, currency, amount) values ${lines};
  commit;`;

describe('the ledger', () => {
  it('given sales, refunds and charges that came too late, has what the provider has, and adds up to 0', async () => {
    const { paymentId, buyer } = await story.paidOrder('50.00');
    await story.approve((await story.requestRefund(paymentId, '12.34', buyer)).refund.id);
    await story.paidOrder('7', 'EUR');
    const late = await story.order('9.99');
    const event = await story.chargedInSilence(late.paymentId);
    await story.cancel(late.orderId);
    await story.webhook(event);

    const { accounts, balanced, reconciled, providerBalances } = await story.ledger();
    const balances = accounts.map((each: { code: string; balance: { amount: string; currencyCode: string } }) => [
      each.code,
      each.balance.amount,
      each.balance.currencyCode,
    ]);
    expect(balances).toEqual([
      ['cash', '37.66', 'USD'],
      ['sales', '-50.00', 'USD'],
      ['refunds', '12.34', 'USD'],
      ['unapplied', '0.00', 'USD'],
      ['cash', '7.00', 'EUR'],
      ['sales', '-7.00', 'EUR'],
      ['refunds', '0.00', 'EUR'],
      ['unapplied', '0.00', 'EUR'],
    ]);
    expect({ balanced, reconciled }).toEqual({ balanced: true, reconciled: true });
    expect(providerBalances).toEqual([
      { amount: '7.00', currencyCode: 'EUR' },
      { amount: '37.66', currencyCode: 'USD' },
    ]);
    expect(await story.violations()).toEqual([]);
  });

  it('given an entry that does not balance in a currency, refuses to commit it, whoever writes it', async () => {
    const lopsided = `('demo', 'jrn_1', 'cash', 'USD', 5), ('demo', 'jrn_1', 'sales', 'EUR', -5)`;
    await expect(story.sql(insert(lopsided))).rejects.toThrow('the journal entry jrn_1 does not balance');
    await story.sql('rollback');
  });

  it.each([
    'update payments.postings set amount = 2 * amount',
    'delete from payments.postings',
    'delete from payments.journal_entries',
  ])('is final: %s is refused', async (statement) => {
    await story.paidOrder();
    await expect(story.sql(statement)).rejects.toThrow('the journal is not changed');
  });

  it('given refunds beyond what was captured, the table itself refuses', async () => {
    const { paymentId } = await story.paidOrder();
    const excess = story.sql('update payments.payments set refund_reserved = captured + 1 where id = $1', [paymentId]);
    await expect(excess).rejects.toThrow('payments_refund_reserved');
  });
});

type Order = Awaited<ReturnType<Story['order']>>;
type World = { orders: Order[]; refundIds: string[] };
const acts: Record<string, (world: World, order: Order, pick: number, amount: string) => Promise<unknown>> = {
  order: async (world) => world.orders.push(await story.order('10.00')),
  pay: (_, { paymentId, buyer }) => story.simulate(paymentId, 'SUCCEED', buyer),
  decline: (_, { paymentId, buyer }) => story.simulate(paymentId, 'DECLINE', buyer),
  chargeLate: async (_, { paymentId, orderId }) => {
    if (!['PENDING', 'FAILED'].includes((await story.read(paymentId)).status)) return;
    const event = await story.chargeInSilence(paymentId);
    await story.cancel(orderId);
    if (event) await story.webhook(event);
  },
  cancel: (_, { orderId }) => story.cancel(orderId),
  ask: async ({ refundIds }, { paymentId, buyer }, _pick, amount) => {
    const { refund } = await story.requestRefund(paymentId, amount, buyer);
    if (refund) refundIds.push(refund.id);
  },
  approve: async ({ refundIds }, _order, pick) =>
    refundIds.length > 0 && story.approve(refundIds[pick % refundIds.length]!),
  reject: async ({ refundIds }, _order, pick) =>
    refundIds.length > 0 && story.reject(refundIds[pick % refundIds.length]!),
};
const anAct = fc.record({
  act: fc.constantFrom(...Object.keys(acts), 'ask', 'approve'),
  pick: fc.nat(99),
  amount: fc.integer({ min: 1, max: 600 }).map((minor) => (minor / 100).toFixed(2)),
});

it('given any acts in any order, two at a time, keeps invariants 1 to 4', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anAct, { minLength: 4, maxLength: 14 }), async (plan) => {
      const world: World = { orders: [await story.paidOrder('10.00'), await story.order('10.00')], refundIds: [] };
      const perform = ({ act, pick, amount }: (typeof plan)[number]) =>
        acts[act]!(world, world.orders[pick % world.orders.length]!, pick, amount);
      for (let index = 0; index < plan.length; index += 2) await Promise.all(plan.slice(index, index + 2).map(perform));
      expect(await story.violations()).toEqual([]);
      expect(await story.ledger()).toMatchObject({ balanced: true, reconciled: true });
    }),
    { numRuns: 15 },
  );
});
