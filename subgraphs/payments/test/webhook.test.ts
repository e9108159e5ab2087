import { MINUTE, SECOND } from '../../../platform/kernel/clock';
import { newId } from '../../../platform/kernel/ids';
import { receiveEvent } from '../acts/receiveEvent';
import { simulatePayment } from '../acts/simulatePayment';
import { webhookSecret } from '../settings';
import { redeliver } from '../simulated/delivery';
import { sign } from '../webhooks/signature';
import { startStory, type Story } from './story';

let story: Story;
beforeAll(async () => void (story = await startStory()));
afterAll(() => story.stop());
afterEach(async () => expect(await story.violations()).toEqual([]));

const HEARD = { status: 200, body: { received: true } };
const statusOf = async (paymentId: string) => (await story.read(paymentId)).status;

describe('the webhook', () => {
  it('given a signed event, has its effect', async () => {
    const { paymentId } = await story.order();
    expect(await story.webhook(await story.chargedInSilence(paymentId))).toEqual(HEARD);
    expect(await statusOf(paymentId)).toBe('SUCCEEDED');
  });

  it('given the same event again, and thrice at once, has its effect once', async () => {
    const { paymentId } = await story.order();
    const event = await story.chargedInSilence(paymentId);
    const answers = await Promise.all([story.webhook(event), story.webhook(event), story.webhook(event)]);
    expect([...answers, await story.webhook(event)]).toEqual([HEARD, HEARD, HEARD, HEARD]);
    expect((await story.read(paymentId)).log).toHaveLength(2);
    expect(await story.published(paymentId)).toEqual(['payment-succeeded']);
  });

  it('given a charge told again as another event, books it once', async () => {
    const { paymentId } = await story.order();
    const event = await story.chargedInSilence(paymentId);
    await story.webhook(event);
    expect(await story.webhook({ ...event, id: newId('evt', new Date()) })).toEqual(HEARD);
    expect((await story.read(paymentId)).refunds).toEqual([]);
  });

  it('given a decline that comes after the charge, changes nothing', async () => {
    const { paymentId, buyer } = await story.order();
    const decline = await story.chargedInSilence(paymentId, 'DECLINE');
    await story.simulate(paymentId, 'SUCCEED', buyer);
    expect(await story.webhook(decline)).toEqual(HEARD);
    expect(await statusOf(paymentId)).toBe('SUCCEEDED');
  });

  it.each([
    ['no signature', null],
    ['an empty one', ''],
    ['one that is none', 'hello'],
    ['one by another secret', sign('another secret', '{}', new Date('2026-01-01'))],
  ])('given %s, refuses and does nothing', async (_, signature) => {
    const { paymentId } = await story.order();
    expect((await story.webhook(story.chargeEvent(paymentId), { signature })).status).toBe(401);
    expect(await statusOf(paymentId)).toBe('PENDING');
  });

  it('given a request altered on its way, refuses and does nothing', async () => {
    const { paymentId } = await story.order();
    const event = story.chargeEvent(paymentId);
    const signature = sign(webhookSecret(), JSON.stringify(event), story.house.clock.now());
    expect((await story.webhook({ ...event, amountMinor: 1 }, { signature })).status).toBe(401);
    expect(await statusOf(paymentId)).toBe('PENDING');
  });

  it('given a request replayed after five minutes, refuses it', async () => {
    const { paymentId } = await story.order();
    const event = await story.chargedInSilence(paymentId);
    const signature = sign(webhookSecret(), JSON.stringify(event), story.house.clock.now());
    expect(await story.webhook(event, { signature })).toEqual(HEARD);
    story.house.clock.advance(301 * SECOND);
    expect((await story.webhook(event, { signature })).status).toBe(401);
  });

  it('given a payment that nobody knows, says that it has heard and does nothing', async () => {
    expect(await story.webhook(story.chargeEvent(newId('pay', new Date())))).toEqual(HEARD);
    expect(await story.webhook(story.chargeEvent("'; drop table payments; --"))).toEqual(HEARD);
  });

  it('given the payment of another shop, knows none', async () => {
    const { paymentId } = await story.order();
    expect(await story.webhook(story.chargeEvent(paymentId), { as: { tenant: 'other' } })).toEqual(HEARD);
    expect(await statusOf(paymentId)).toBe('PENDING');
  });

  it.each(['', '{', '[]', '{}', '"evt"', '{"id":"evt_1","type":"payment.succeeded"}'])(
    'given the signed body %p, takes no event from it',
    async (body) => expect((await story.webhook(body)).status).toBe(400),
  );

  it('given another amount than the payment has, takes nothing and says so', async () => {
    const { paymentId } = await story.order();
    expect((await story.webhook(story.chargeEvent(paymentId, { amountMinor: 1 }))).status).toBe(422);
    expect((await story.webhook(story.chargeEvent(paymentId, { currencyCode: 'EUR' }))).status).toBe(422);
    expect(await statusOf(paymentId)).toBe('PENDING');
  });
});

describe('a webhook that got lost', () => {
  it('given a charge, is sent again by the job, and the payment succeeds', async () => {
    const { paymentId } = await story.order();
    await story.chargedInSilence(paymentId);
    await story.house.runJob('payments.redeliver-webhooks');
    expect(await statusOf(paymentId)).toBe('PENDING');
    story.house.clock.advance(10 * SECOND);
    await story.house.runJob('payments.redeliver-webhooks');
    expect(await statusOf(paymentId)).toBe('SUCCEEDED');
    await story.house.runJob('payments.redeliver-webhooks');
    expect((await story.read(paymentId)).log).toHaveLength(2);
  });

  it('given the webhook does not answer, is sent again later and later', async () => {
    const { paymentId } = await story.order();
    const event = await story.chargedInSilence(paymentId);
    const sentAfter: number[] = [];
    const begun = story.house.clock.now().getTime();
    const dead = async () => {
      sentAfter.push((story.house.clock.now().getTime() - begun) / SECOND);
      return { status: 503 };
    };
    for (let passed = 0; passed < 200; passed += 10) {
      story.house.clock.advance(10 * SECOND);
      await redeliver(story.context(), dead);
    }
    expect(sentAfter).toEqual([10, 20, 40, 80, 160]);
    expect(await story.webhook(event)).toEqual(HEARD);
  });

  it('given the client tries again with its key, is sent at once', async () => {
    const { paymentId, buyer } = await story.order();
    const input = { paymentId, outcome: 'SUCCEED', idempotencyKey: 'mine' };
    await simulatePayment(story.context(buyer), input, () => Promise.reject(new Error('The line is dead.')));
    expect(await statusOf(paymentId)).toBe('PENDING');
    expect((await story.simulate(paymentId, 'SUCCEED', buyer, 'mine')).payment.status).toBe('SUCCEEDED');
    expect(await story.sql('select 1 from payments.simulated_charges where payment_id = $1', [paymentId])).toHaveLength(
      1,
    );
  });
});

describe('a charge that comes too late', () => {
  const comesLate = async (close: (order: Awaited<ReturnType<Story['order']>>) => Promise<unknown>) => {
    const order = await story.order();
    const event = await story.chargedInSilence(order.paymentId);
    await close(order);
    expect(await story.webhook(event)).toEqual(HEARD);
    return { ...order, payment: await story.read(order.paymentId) };
  };

  it('given a payment that has expired, is booked and paid back at once', async () => {
    const { payment, paymentId } = await comesLate(async () => {
      story.house.clock.advance(17 * MINUTE);
      await story.house.runJob('payments.expire-payments');
    });
    expect(payment).toMatchObject({
      status: 'EXPIRED',
      refunded: { amount: '20.00' },
      refundable: { amount: '0.00' },
      refunds: [{ status: 'SUCCEEDED', amount: { amount: '20.00' }, automatic: true }],
    });
    expect(await story.published(paymentId)).toEqual(['payment-expired', 'refund-succeeded']);
    expect(await story.lastPublished(paymentId)).toMatchObject({ amountMinor: 2000, full: false });
    expect((await story.ledger()).reconciled).toBe(true);
  });

  it('given a payment that was cancelled, is booked and paid back at once', async () => {
    const { payment } = await comesLate(({ orderId }) => story.cancel(orderId));
    expect(payment).toMatchObject({ status: 'CANCELLED', refunds: [{ status: 'SUCCEEDED' }] });
  });

  it('given it is told twice, is paid back once', async () => {
    const { paymentId, orderId } = await story.order();
    const event = await story.chargedInSilence(paymentId);
    await story.cancel(orderId);
    await Promise.all([story.webhook(event), story.webhook({ ...event, id: newId('evt', new Date()) })]);
    expect((await story.read(paymentId)).refunds).toHaveLength(1);
  });

  it('given the process ended before it was paid back, the job pays it back', async () => {
    const { paymentId, orderId } = await story.order();
    const event = await story.chargedInSilence(paymentId);
    await story.cancel(orderId);
    await receiveEvent(story.context(), 'SIMULATED', event);
    expect((await story.read(paymentId)).refunds).toMatchObject([{ status: 'APPROVED' }]);
    story.house.clock.advance(6 * MINUTE);
    await story.house.runJob('payments.pay-unpaid-refunds');
    expect((await story.read(paymentId)).refunds).toMatchObject([{ status: 'SUCCEEDED' }]);
  });
});
