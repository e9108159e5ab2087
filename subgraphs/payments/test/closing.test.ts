import { MINUTE } from '../../../platform/kernel/clock';
import { newId } from '../../../platform/kernel/ids';
import { startStory, type Story } from './story';

let story: Story;
beforeAll(async () => void (story = await startStory()));
afterAll(() => story.stop());

describe('giving up a payment', () => {
  it('given it waits, cancels it and says so', async () => {
    const { paymentId, orderId } = await story.order();
    expect(await story.cancel(orderId)).toEqual({ payment: { id: paymentId, status: 'CANCELLED' }, userErrors: [] });
    expect(await story.published(paymentId)).toEqual(['payment-cancelled']);
  });

  it('given its time has passed, expires it', async () => {
    const { paymentId, orderId } = await story.order();
    expect((await story.cancel(orderId, true)).payment.status).toBe('EXPIRED');
    expect(await story.published(paymentId)).toEqual(['payment-expired']);
  });

  it('given it was declined, cancels it', async () => {
    const { paymentId, orderId, buyer } = await story.order();
    await story.simulate(paymentId, 'DECLINE', buyer);
    expect((await story.cancel(orderId)).payment.status).toBe('CANCELLED');
  });

  it('given it was given up before, is fine', async () => {
    const { paymentId, orderId } = await story.order();
    await story.cancel(orderId, true);
    expect(await story.cancel(orderId)).toEqual({ payment: { id: paymentId, status: 'EXPIRED' }, userErrors: [] });
  });

  it('given the order has none, is fine', async () =>
    expect(await story.cancel(newId('ord', new Date()))).toEqual({ payment: null, userErrors: [] }));

  describe('before it was opened', () => {
    const opening = (orderId: string) => ({
      orderId,
      amount: { amount: '20.00', currencyCode: 'USD' },
      expiresAt: new Date(story.house.clock.now().getTime() + 15 * MINUTE).toISOString(),
    });
    const left = (orderId: string) =>
      story.sql(`select id from payments.payments where order_id = $1 and status <> 'CANCELLED'`, [orderId]);

    it('given the opening comes late, refuses that', async () => {
      const orderId = newId('ord', new Date());
      await story.cancel(orderId);
      const late = await story.create(opening(orderId));
      expect(late).toMatchObject({ payment: null, userErrors: [{ code: 'ILLEGAL_STATE', field: ['orderId'] }] });
      expect(await left(orderId)).toEqual([]);
    });

    it('given both at once, again and again, leaves no payment open', async () => {
      for (let nr = 0; nr < 20; nr += 1) {
        const orderId = newId('ord', new Date());
        await Promise.all([story.create(opening(orderId)), story.cancel(orderId)]);
        expect(await left(orderId)).toEqual([]);
      }
    });
  });

  it('given it was made, is refused', async () => {
    const { orderId, paymentId } = await story.paidOrder();
    expect(await story.cancel(orderId)).toMatchObject({ payment: null, userErrors: [{ code: 'ILLEGAL_STATE' }] });
    expect((await story.read(paymentId)).status).toBe('SUCCEEDED');
  });
});

describe('the job that expires payments', () => {
  const expire = () => story.house.runJob('payments.expire-payments');

  it('given a payment a minute past its time, expires it once', async () => {
    const { paymentId } = await story.order();
    story.house.clock.advance(16 * MINUTE + 1);
    await expire();
    await expire();
    expect((await story.read(paymentId)).status).toBe('EXPIRED');
    expect(await story.published(paymentId)).toEqual(['payment-expired']);
  });

  it('given a declined payment past its time, expires it', async () => {
    const { paymentId, buyer } = await story.order();
    await story.simulate(paymentId, 'DECLINE', buyer);
    story.house.clock.advance(16 * MINUTE + 1);
    await expire();
    expect((await story.read(paymentId)).status).toBe('EXPIRED');
  });

  it('given a payment just past its time, waits for an answer that may be on its way', async () => {
    const { paymentId } = await story.order();
    story.house.clock.advance(15 * MINUTE + 1);
    await expire();
    expect((await story.read(paymentId)).status).toBe('PENDING');
  });

  it('given a payment that was made, leaves it', async () => {
    const { paymentId } = await story.paidOrder();
    story.house.clock.advance(60 * MINUTE);
    await expire();
    expect((await story.read(paymentId)).status).toBe('SUCCEEDED');
  });
});
