import { paymentsStory, type Story } from './story';

describe('paying', () => {
  let story: Story;
  beforeAll(async () => void (story = await paymentsStory()));
  afterAll(() => story.stop());

  it('given an open payment, when the bank charges, then it succeeds, is booked, and has its log', async () => {
    const { paymentId, buyer, orderId } = await story.order();
    expect(await story.simulate(paymentId, 'SUCCEED', buyer)).toEqual({
      payment: { id: paymentId, status: 'SUCCEEDED' },
      userErrors: [],
    });
    expect(await story.read(paymentId, buyer)).toMatchObject({
      order: { id: orderId },
      amount: { amount: '20.00', currencyCode: 'USD' },
      refundable: { amount: '20.00' },
      log: [
        { from: null, to: 'PENDING', reason: null },
        { from: 'PENDING', to: 'SUCCEEDED', reason: 'The provider has captured it.' },
      ],
    });
  });
});
