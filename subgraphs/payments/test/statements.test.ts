import { startStory, type Story } from './story';

let story: Story;
beforeAll(async () => void (story = await startStory()));
afterAll(() => story.stop());

/** How many statements something takes. Not counted: that a connection is set to its tenant. */
async function statementsOf(work: () => Promise<unknown>): Promise<number> {
  const before = story.house.statements().length;
  await work();
  return story.house
    .statements()
    .slice(before)
    .filter((text) => text !== 'set tenant').length;
}

describe('the number of SQL statements', () => {
  it('to open a payment is 1', async () => expect(await statementsOf(() => story.order())).toBe(1));

  it('to cancel one is 5', async () => {
    const { orderId } = await story.order();
    expect(await statementsOf(() => story.cancel(orderId))).toBe(5);
  });

  it('to make one, from the key to the answer with the webhook in between, is 10', async () => {
    const { paymentId, buyer } = await story.order();
    expect(await statementsOf(() => story.simulate(paymentId, 'SUCCEED', buyer))).toBe(10);
  });

  it('to ask for a refund is 12', async () => {
    const { paymentId, buyer } = await story.paidOrder();
    expect(await statementsOf(() => story.requestRefund(paymentId, '1', buyer))).toBe(12);
  });

  it('to approve one, with the provider paying it back, is 13', async () => {
    const { paymentId, buyer } = await story.paidOrder();
    const { refund } = await story.requestRefund(paymentId, '1', buyer);
    expect(await statementsOf(() => story.approve(refund.id))).toBe(13);
  });

  it('for the ledger is 3', async () => expect(await statementsOf(() => story.ledger())).toBe(3));
});
