import { MINUTE } from '../../../platform/kernel/clock';
import { startStory, type Story } from './story';

let story: Story;
beforeAll(async () => void (story = await startStory()));
afterAll(() => story.stop());
afterEach(async () => expect(await story.violations()).toEqual([]));

/** Often enough for every order in which two can meet. */
const ROUNDS = 12;
const FIVE = [1, 2, 3, 4, 5];
type Answer = { userErrors: { code: string }[] };
const succeeded = (answers: Answer[]) => answers.filter(({ userErrors }) => userErrors.length === 0);

async function charges(paymentId: string): Promise<number> {
  const sql = `select count(*)::int as n from payments.simulated_charges where payment_id = $1 and outcome = 'SUCCEEDED'`;
  return (await story.sql(sql, [paymentId]))[0].n;
}

describe('five payments of one order at once', () => {
  it('given a key each, charge once: one is answered as made, four that it is made', async () => {
    const { paymentId, buyer } = await story.order();
    const answers = await Promise.all(FIVE.map(() => story.simulate(paymentId, 'SUCCEED', buyer)));
    expect(succeeded(answers)).toHaveLength(1);
    expect(answers.flatMap(({ userErrors }: Answer) => userErrors.map(({ code }) => code))).toEqual(
      Array.from({ length: 4 }, () => 'ILLEGAL_STATE'),
    );
    expect(await charges(paymentId)).toBe(1);
    expect(await story.published(paymentId)).toEqual(['payment-succeeded']);
  });

  it('given one key, charge once and are answered the same', async () => {
    const { paymentId, buyer } = await story.order();
    const answers = await Promise.all(FIVE.map(() => story.simulate(paymentId, 'SUCCEED', buyer, 'one key')));
    for (const answer of answers)
      expect(answer).toEqual({ payment: { id: paymentId, status: 'SUCCEEDED' }, userErrors: [] });
    expect(await charges(paymentId)).toBe(1);
  });
});

describe('paying against giving up', () => {
  it('given a cancellation at the same time, exactly one wins, and no money stays for nothing', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { paymentId, orderId, buyer } = await story.order();
      const [, cancelled] = await Promise.all([story.simulate(paymentId, 'SUCCEED', buyer), story.cancel(orderId)]);
      const payment = await story.read(paymentId);
      const isCancelled = cancelled.userErrors.length === 0;
      expect(payment.status).toBe(isCancelled ? 'CANCELLED' : 'SUCCEEDED');
      expect(Number(payment.refunded.amount)).toBe(isCancelled && (await charges(paymentId)) === 1 ? 20 : 0);
      expect(await story.published(paymentId)).not.toEqual(
        expect.arrayContaining(['payment-succeeded', 'payment-cancelled']),
      );
    }
  });

  it('given the job that expires it at the same time, exactly one wins, and no money stays for nothing', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { paymentId } = await story.order();
      const event = await story.chargedInSilence(paymentId);
      story.house.clock.advance(17 * MINUTE);
      await Promise.all([story.webhook(event), story.house.runJob('payments.expire-payments')]);
      const { status, refunded } = await story.read(paymentId);
      expect([status, refunded.amount]).toEqual(status === 'EXPIRED' ? ['EXPIRED', '20.00'] : ['SUCCEEDED', '0.00']);
    }
  });

  it('given the webhook and the job that sends it again at the same time, has its effect once', async () => {
    const { paymentId } = await story.order();
    const event = await story.chargedInSilence(paymentId);
    story.house.clock.advance(MINUTE);
    const job = () => story.house.runJob('payments.redeliver-webhooks');
    await Promise.all([story.webhook(event), job(), job()]);
    expect((await story.read(paymentId)).log).toHaveLength(2);
  });
});

describe('refund against refund', () => {
  it('given ten ask for the whole at once, one gets it', async () => {
    const { paymentId, buyer } = await story.paidOrder();
    const answers = await Promise.all([...FIVE, ...FIVE].map(() => story.requestRefund(paymentId, null, buyer)));
    expect(succeeded(answers)).toHaveLength(1);
  });

  it('given ten ask for 3 of 20 at once, six get it', async () => {
    const { paymentId, buyer } = await story.paidOrder();
    const answers = await Promise.all([...FIVE, ...FIVE].map(() => story.requestRefund(paymentId, '3', buyer)));
    expect(succeeded(answers)).toHaveLength(6);
  });

  it('given it is approved five times at once, is paid back once', async () => {
    const { paymentId, buyer } = await story.paidOrder();
    const { refund } = await story.requestRefund(paymentId, '5', buyer);
    const answers = await Promise.all(FIVE.map(() => story.approve(refund.id)));
    expect(succeeded(answers)).toHaveLength(1);
    expect((await story.read(paymentId)).refunded.amount).toBe('5.00');
  });

  it('given it is approved and rejected at once, exactly one wins', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { paymentId, buyer } = await story.paidOrder();
      const { refund } = await story.requestRefund(paymentId, null, buyer);
      const answers = await Promise.all([story.approve(refund.id), story.reject(refund.id)]);
      expect(succeeded(answers)).toHaveLength(1);
    }
  });
});
