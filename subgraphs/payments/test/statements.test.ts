import { statementsOf } from '../../../test/story/house';
import { startStory, type Story } from './story';

let story: Story;
beforeAll(async () => void (story = await startStory()));
afterAll(() => story.stop());

const countStatements = async (work: () => Promise<unknown>) => (await statementsOf(story.house, work)).length;

describe('the number of SQL statements', () => {
  it('to open a payment is 1', async () => expect(await countStatements(() => story.order())).toBe(1));

  it('to cancel one is 5', async () => {
    const { orderId } = await story.order();
    expect(await countStatements(() => story.cancel(orderId))).toBe(5);
  });

  it('to make one, from the key to the answer with the webhook in between, is 5', async () => {
    const { paymentId, buyer } = await story.order();
    expect(await countStatements(() => story.simulate(paymentId, 'SUCCEED', buyer))).toBe(5);
  });

  it('to ask for a refund is 12', async () => {
    const { paymentId, buyer } = await story.paidOrder();
    expect(await countStatements(() => story.requestRefund(paymentId, '1', buyer))).toBe(12);
  });

  it('to approve one, with its line in the audit chain and the provider paying it back, is 14', async () => {
    const { paymentId, buyer } = await story.paidOrder();
    const { refund } = await story.requestRefund(paymentId, '1', buyer);
    expect(await countStatements(() => story.approve(refund.id))).toBe(14);
  });

  it('for the ledger is 3', async () => expect(await countStatements(() => story.ledger())).toBe(3));
});
