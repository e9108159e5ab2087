import { MINUTE } from '../../../platform/kernel/clock';
import { newId } from '../../../platform/kernel/ids';
import { buyer } from '../../../test/story/house';
import { startStory, type Story } from './story';

let story: Story;
beforeAll(async () => void (story = await startStory()));
afterAll(() => story.stop());
afterEach(async () => expect(await story.violations()).toEqual([]));

describe('opening a payment', () => {
  it('given an order, waits for its buyer', async () => {
    const { paymentId, orderId, buyer: who } = await story.order();
    expect(await story.read(paymentId, who)).toMatchObject({
      status: 'PENDING',
      method: 'SIMULATED',
      amount: { amount: '20.00', currencyCode: 'USD' },
      expiresAt: '2026-01-01T00:15:00.000Z',
      order: { id: orderId },
      refundable: { amount: '0.00' },
      refunds: [],
      log: [{ from: null, to: 'PENDING' }],
    });
  });

  it('given the same order again, five times at once, is the same payment', async () => {
    const input = { orderId: newId('ord', new Date()), amount: { amount: '5', currencyCode: 'USD' } };
    const open = { ...input, buyerId: newId('usr', new Date()), expiresAt: '2026-01-01T00:15:00Z' };
    const answers = await Promise.all(Array.from({ length: 5 }, () => story.create(open)));
    expect(new Set(answers.map(({ payment }) => payment.id)).size).toBe(1);
    const other = await story.create({ ...open, amount: { amount: '6', currencyCode: 'USD' } });
    expect(other).toMatchObject({ payment: null, userErrors: [{ code: 'IDEMPOTENCY_CONFLICT' }] });
  });

  it('given an order that costs nothing, succeeds at once and books nothing', async () => {
    const { paymentId } = await story.order('0');
    expect(await story.read(paymentId)).toMatchObject({ status: 'SUCCEEDED', refundable: { amount: '0.00' } });
    expect(await story.published(paymentId)).toEqual(['payment-succeeded']);
    expect(await story.requestRefund(paymentId, null, story.staff)).toMatchObject({
      userErrors: [{ code: 'ILLEGAL_STATE' }],
    });
  });

  it.each([
    ['orderId', { orderId: 'ord_1' }],
    ['buyerId', { buyerId: 'usr_1' }],
    ['amount', { amount: { amount: '-1', currencyCode: 'USD' } }],
    ['amount', { amount: { amount: '0.001', currencyCode: 'USD' } }],
  ])('given a wrong %s, is refused', async (field, change) => {
    const right = {
      orderId: newId('ord', new Date()),
      amount: { amount: '1', currencyCode: 'USD' },
      expiresAt: '2026-01-01T00:15:00Z',
    };
    const answer = await story.create({ ...right, ...change });
    expect(answer).toMatchObject({ payment: null, userErrors: [{ code: 'INVALID_INPUT', field: [field] }] });
  });
});

describe('the bank', () => {
  it('given it charges, the payment succeeds, is booked and told', async () => {
    const before = await cash();
    const { paymentId, buyer: who, orderId } = await story.order();
    expect(await story.simulate(paymentId, 'SUCCEED', who)).toEqual({
      payment: { id: paymentId, status: 'SUCCEEDED' },
      userErrors: [],
    });
    expect(await story.read(paymentId, who)).toMatchObject({
      refundable: { amount: '20.00' },
      log: [{ to: 'PENDING' }, { from: 'PENDING', to: 'SUCCEEDED', reason: 'The provider has captured it.' }],
    });
    expect((await cash()) - before).toBe(20);
    expect(await story.published(paymentId)).toEqual(['payment-succeeded']);
    const payload = { paymentId, orderId, amountMinor: 2000, currencyCode: 'USD' };
    expect(await story.lastPublished(paymentId)).toEqual(payload);
  });

  it('given it declines, the payment fails, and may be tried again', async () => {
    const { paymentId, buyer: who } = await story.order();
    expect((await story.simulate(paymentId, 'DECLINE', who)).payment.status).toBe('FAILED');
    expect((await story.simulate(paymentId, 'DECLINE', who)).payment.status).toBe('FAILED');
    expect((await story.simulate(paymentId, 'SUCCEED', who)).payment.status).toBe('SUCCEEDED');
    expect(await story.published(paymentId)).toEqual(['payment-failed', 'payment-succeeded']);
  });

  it('given it never answers, nothing is charged, and the payment may be tried again', async () => {
    const before = await cash();
    const { paymentId, buyer: who } = await story.order();
    expect(await story.simulate(paymentId, 'TIME_OUT', who)).toEqual({
      payment: { id: paymentId, status: 'PENDING' },
      userErrors: [],
    });
    expect(await cash()).toBe(before);
    expect((await story.simulate(paymentId, 'SUCCEED', who)).payment.status).toBe('SUCCEEDED');
  });

  it('given a payment that was made, charges no second time', async () => {
    const { paymentId, buyer: who } = await story.paidOrder();
    const again = await story.simulate(paymentId, 'SUCCEED', who);
    expect(again).toMatchObject({ payment: null, userErrors: [{ code: 'ILLEGAL_STATE', field: ['paymentId'] }] });
  });

  it('given the time to pay has passed, charges nothing', async () => {
    const { paymentId, buyer: who } = await story.order();
    story.house.clock.advance(15 * MINUTE);
    expect(await story.simulate(paymentId, 'SUCCEED', who)).toMatchObject({ userErrors: [{ code: 'ILLEGAL_STATE' }] });
  });

  it.each(['SUCCEED', 'DECLINE', 'TIME_OUT'] as const)(
    'given the key of an attempt (%s) again, answers and does nothing',
    async (outcome) => {
      const { paymentId, buyer: who } = await story.order();
      const first = await story.simulate(paymentId, outcome, who, 'once');
      expect(await story.simulate(paymentId, outcome, who, 'once')).toEqual(first);
      expect(await attempts(paymentId)).toBe(1);
      story.house.clock.advance(20 * MINUTE);
      expect(await story.simulate(paymentId, outcome, who, 'once')).toEqual(first);
    },
  );

  it('given the key of an attempt with another outcome, refuses', async () => {
    const { paymentId, buyer: who } = await story.order();
    await story.simulate(paymentId, 'DECLINE', who, 'once');
    expect(await story.simulate(paymentId, 'SUCCEED', who, 'once')).toMatchObject({
      userErrors: [{ code: 'IDEMPOTENCY_CONFLICT', field: ['idempotencyKey'] }],
    });
  });

  it("given somebody else's payment, knows none", async () => {
    const { paymentId } = await story.order();
    const answer = await story.simulate(paymentId, 'SUCCEED', buyer());
    expect(answer).toMatchObject({ payment: null, userErrors: [{ code: 'NOT_FOUND', field: ['paymentId'] }] });
  });

  it.each(['', 'x'.repeat(256)])('given a key of wrong length, refuses', async (key) => {
    const { paymentId, buyer: who } = await story.order();
    expect(await story.simulate(paymentId, 'SUCCEED', who, key)).toMatchObject({
      userErrors: [{ code: 'INVALID_INPUT' }],
    });
  });

  it('given an id of the wrong kind, says so', async () =>
    expect(await story.simulate('ord_1', 'SUCCEED', buyer())).toMatchObject({
      userErrors: [{ code: 'INVALID_INPUT', field: ['paymentId'] }],
    }));
});

async function cash(): Promise<number> {
  const { accounts } = await story.ledger();
  const [account] = accounts.filter((each: { code: string }) => each.code === 'cash');
  return Number(account.balance.amount);
}
async function attempts(paymentId: string): Promise<number> {
  const [row] = await story.sql('select count(*)::int as n from payments.simulated_charges where payment_id = $1', [
    paymentId,
  ]);
  return row.n;
}
