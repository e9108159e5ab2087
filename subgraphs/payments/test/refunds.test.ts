import { MINUTE } from '../../../platform/kernel/clock';
import { newId } from '../../../platform/kernel/ids';
import { buyer } from '../../../test/story/house';
import { payBack } from '../acts/payBack';
import { startStory, type Story } from './story';

let story: Story;
beforeAll(async () => void (story = await startStory()));
afterAll(() => story.stop());
afterEach(async () => expect(await story.violations()).toEqual([]));

describe('asking for a refund', () => {
  it('given an amount, sets it aside until the staff decides', async () => {
    const { paymentId, buyer: who } = await story.paidOrder();
    expect(await story.requestRefund(paymentId, '5.5', who)).toMatchObject({
      refund: {
        status: 'REQUESTED',
        amount: { amount: '5.50', currencyCode: 'USD' },
        payment: { id: paymentId, status: 'SUCCEEDED' },
      },
      userErrors: [],
    });
    expect(await story.read(paymentId, who)).toMatchObject({
      refundable: { amount: '14.50' },
      refunded: { amount: '0.00' },
    });
  });

  it('given no amount, asks for all that is left', async () => {
    const { paymentId, buyer: who } = await story.paidOrder();
    await story.requestRefund(paymentId, '5', who);
    const { refund } = await story.requestRefund(paymentId, null, who);
    expect(refund.amount.amount).toBe('15.00');
    expect(await story.requestRefund(paymentId, null, who)).toMatchObject({ userErrors: [{ code: 'ILLEGAL_STATE' }] });
  });

  it('given more than is left, says how much is left', async () => {
    const { paymentId, buyer: who } = await story.paidOrder();
    await story.requestRefund(paymentId, '5', who);
    const [error] = (await story.requestRefund(paymentId, '15.01', who)).userErrors;
    expect(error).toMatchObject({ code: 'INVALID_INPUT', field: ['amount', 'amount'] });
    expect(error.message).toContain('15.00 USD');
  });

  it.each([
    [{ amount: '1', currencyCode: 'EUR' }, ['amount', 'currencyCode']],
    [{ amount: '0', currencyCode: 'USD' }, ['amount', 'amount']],
    [{ amount: '-1', currencyCode: 'USD' }, ['amount', 'amount']],
    [{ amount: '1.001', currencyCode: 'USD' }, ['amount', 'amount']],
    [{ amount: '999999999999999999', currencyCode: 'USD' }, ['amount', 'amount']],
  ])('given the amount %p, is refused', async (amount, field) => {
    const { paymentId, buyer: who } = await story.paidOrder();
    expect(await story.requestRefund(paymentId, amount, who)).toMatchObject({
      refund: null,
      userErrors: [{ code: 'INVALID_INPUT', field }],
    });
  });

  it.each(['', '   ', 'x'.repeat(501)])('given no good reason, is refused', async (reason) => {
    const { paymentId, buyer: who } = await story.paidOrder();
    const answer = await story.requestRefund(paymentId, '1', who, { reason });
    expect(answer).toMatchObject({ userErrors: [{ code: 'INVALID_INPUT', field: ['reason'] }] });
  });

  it('given a payment that was not made, is refused', async () => {
    const { paymentId, buyer: who } = await story.order();
    expect(await story.requestRefund(paymentId, '1', who)).toMatchObject({ userErrors: [{ code: 'ILLEGAL_STATE' }] });
  });

  it("given somebody else's payment, knows none; given the staff, is theirs to ask", async () => {
    const { paymentId } = await story.paidOrder();
    expect(await story.requestRefund(paymentId, '1', buyer())).toMatchObject({ userErrors: [{ code: 'NOT_FOUND' }] });
    expect(await story.requestRefund(paymentId, '1', story.staff)).toMatchObject({ refund: { status: 'REQUESTED' } });
  });

  it('given the same key again, asks once; given another amount for it, refuses', async () => {
    const { paymentId, buyer: who } = await story.paidOrder();
    const ask = (amount: string) => story.requestRefund(paymentId, amount, who, { idempotencyKey: 'once' });
    const [first, second] = await Promise.all([ask('3'), ask('3')]);
    expect(second).toEqual(first);
    expect(await ask('4')).toMatchObject({ userErrors: [{ code: 'IDEMPOTENCY_CONFLICT' }] });
    expect((await story.read(paymentId)).refunds).toHaveLength(1);
  });
});

describe('deciding on a refund', () => {
  const asked = async (amount: string | null = '5') => {
    const order = await story.paidOrder();
    const { refund } = await story.requestRefund(order.paymentId, amount, order.buyer);
    return { ...order, refundId: refund.id as string };
  };

  it('given a part, when it is approved, pays it back and says so', async () => {
    const { paymentId, refundId, orderId, buyerId } = await asked();
    expect(await story.approve(refundId)).toEqual({ refund: { id: refundId, status: 'SUCCEEDED' }, userErrors: [] });
    expect(await story.read(paymentId)).toMatchObject({
      status: 'PARTIALLY_REFUNDED',
      refunded: { amount: '5.00' },
      refundable: { amount: '15.00' },
      refunds: [{ log: [{ to: 'REQUESTED' }, { to: 'APPROVED' }, { to: 'SUCCEEDED' }] }],
    });
    expect(await story.lastPublished(paymentId)).toEqual({
      paymentId,
      orderId,
      refundId,
      buyerId,
      amountMinor: 500,
      currencyCode: 'USD',
      refundedMinor: 500,
      full: false,
    });
  });

  it('given all, when it is approved, the payment is refunded in full', async () => {
    const { paymentId, refundId } = await asked(null);
    await story.approve(refundId);
    expect((await story.read(paymentId)).status).toBe('REFUNDED');
    expect(await story.lastPublished(paymentId)).toMatchObject({ amountMinor: 2000, refundedMinor: 2000, full: true });
  });

  it('given two parts that are all, approved at once, the payment is refunded in full', async () => {
    const { paymentId, refundId, buyer: who } = await asked('5');
    const { refund } = await story.requestRefund(paymentId, null, who);
    await Promise.all([story.approve(refundId), story.approve(refund.id)]);
    const { status, log } = await story.read(paymentId);
    expect(status).toBe('REFUNDED');
    expect(log.map((entry: { to: string }) => entry.to).slice(1)).toEqual([
      'SUCCEEDED',
      'PARTIALLY_REFUNDED',
      'REFUNDED',
    ]);
  });

  it('given it is rejected, its amount may be asked for again', async () => {
    const { paymentId, refundId, buyer: who } = await asked(null);
    expect(await story.reject(refundId)).toEqual({ refund: { id: refundId, status: 'REJECTED' }, userErrors: [] });
    const payment = await story.read(paymentId, who);
    expect(payment).toMatchObject({ status: 'SUCCEEDED', refundable: { amount: '20.00' } });
    expect(payment.refunds[0].log.at(-1)).toMatchObject({ to: 'REJECTED', reason: 'It was worn.' });
  });

  it('given it was decided before, is refused', async () => {
    const [approved, rejected] = [await asked(), await asked()];
    await story.approve(approved.refundId);
    await story.reject(rejected.refundId);
    for (const { refundId } of [approved, rejected]) {
      for (const decision of [await story.approve(refundId), await story.reject(refundId)]) {
        expect(decision).toMatchObject({ refund: null, userErrors: [{ code: 'ILLEGAL_STATE', field: ['refundId'] }] });
      }
    }
  });

  it('given nobody knows it, is not found; given no id, says so', async () => {
    expect(await story.approve(newId('ref', new Date()))).toMatchObject({ userErrors: [{ code: 'NOT_FOUND' }] });
    expect(await story.reject('pay_1')).toMatchObject({ userErrors: [{ code: 'INVALID_INPUT', field: ['refundId'] }] });
  });

  it('given a buyer, is not theirs to decide', async () => {
    const { refundId, buyer: who } = await asked();
    await expect(story.approve(refundId, who)).rejects.toThrow('refunds:decide');
    await expect(story.reject(refundId, 'no', who)).rejects.toThrow('refunds:decide');
  });

  it('given the provider refuses to pay, fails, and its amount may be asked for again', async () => {
    const { paymentId, refundId } = await asked(null);
    const set = (refunded: string) =>
      story.sql(`update payments.simulated_charges set refunded = ${refunded} where payment_id = $1`, [paymentId]);
    await set('amount');
    expect((await story.approve(refundId)).refund.status).toBe('FAILED');
    expect(await story.read(paymentId)).toMatchObject({ status: 'SUCCEEDED', refundable: { amount: '20.00' } });
    await set('0');
  });

  it('given the provider does not answer, stays approved, and the job pays it back once it does', async () => {
    const { paymentId, refundId } = await asked(null);
    await story.sql('alter table payments.simulated_refunds rename to unreachable');
    expect(await story.approve(refundId)).toEqual({ refund: { id: refundId, status: 'APPROVED' }, userErrors: [] });
    await story.sql('alter table payments.unreachable rename to simulated_refunds');
    story.house.clock.advance(6 * MINUTE);
    await story.house.runJob('payments.pay-unpaid-refunds');
    expect(await story.read(paymentId)).toMatchObject({ status: 'REFUNDED', refunds: [{ status: 'SUCCEEDED' }] });
  });

  it('given the process ended before it was paid back, the job pays it back, once', async () => {
    const { paymentId, refundId } = await asked(null);
    await story.sql(`update payments.refunds set status = 'APPROVED', approved_at = $2 where id = $1`, [
      refundId,
      story.house.clock.now(),
    ]);
    await payBack(story.context(), refundId);
    story.house.clock.advance(6 * MINUTE);
    await story.house.runJob('payments.pay-unpaid-refunds');
    expect(await story.read(paymentId)).toMatchObject({ status: 'REFUNDED', refunds: [{ status: 'SUCCEEDED' }] });
  });
});
