import { OrderDelivered, OrderPaid, OrderRefunded, OrderShipped } from '../../../platform/contracts/orders';
import { startStory, type Story } from './story';

describe('what an order hears', () => {
  let story: Story;
  beforeAll(async () => void (story = await startStory()));
  afterAll(() => story.house.stop());
  const types = (orderId: string) => story.published(orderId).map(({ type }) => type);

  it('given a payment, when it succeeds, then the order is paid and tells all that its shipment needs', async () => {
    const id = await story.order();
    await story.paid(id);
    expect(await story.status(id)).toBe('PAID');
    expect(story.published(id)).toMatchObject([
      {
        type: OrderPaid.type,
        payload: {
          totalMinor: 2500,
          lines: [{ sku: 'SKU', quantity: 2 }],
          shipping: { weightGrams: 800, priceMinor: 500, address: { city: 'Springfield' } },
        },
      },
    ]);
  });

  it('given two successes of one payment, then the order is paid once', async () => {
    const id = await story.order();
    await story.paid(id);
    await story.paid(id);
    expect(types(id)).toEqual([OrderPaid.type]);
  });

  it('given a payment that succeeds before its order is there, then the order is paid as soon as it is', async () => {
    const id = story.newOrderId();
    await story.paid(id);
    expect(await story.status(id)).toBeUndefined();
    await story.order({ id });
    await story.retry();
    expect(await story.status(id)).toBe('PAID');
  });

  it.each(['declined', 'givenUp'] as const)(
    'given a payment that is %s, then the order stays as it is',
    async (news) => {
      const id = await story.order();
      await story[news](id);
      await story[news](story.newOrderId());
      expect(await story.status(id)).toBe('PENDING_PAYMENT');
    },
  );

  it('given a parcel, when it is dispatched and delivered, then the order is shipped and delivered', async () => {
    const id = await story.order();
    await story.paid(id);
    await story.parcelCreated(id);
    await story.dispatched(id);
    expect(await story.status(id)).toBe('SHIPPED');
    await story.scanned(id, 'IN_TRANSIT');
    await story.scanned(id, 'DELIVERED');
    expect(await story.status(id)).toBe('DELIVERED');
    expect(types(id)).toEqual([OrderPaid.type, OrderShipped.type, OrderDelivered.type]);
  });

  it('given the delivery is heard before the dispatch, then the order is delivered, and shipped once', async () => {
    const id = await story.order();
    await story.paid(id);
    await story.scanned(id, 'DELIVERED');
    await story.dispatched(id);
    expect(await story.status(id)).toBe('DELIVERED');
    expect(types(id)).toEqual([OrderPaid.type, OrderShipped.type, OrderDelivered.type]);
  });

  it('given a refund of all, when nothing was sent yet, then the goods go back for sale', async () => {
    const id = await story.order();
    await story.paid(id);
    await story.refunded(id);
    expect(await story.status(id)).toBe('REFUNDED');
    expect(story.published(id).at(-1)).toMatchObject({ type: OrderRefunded.type, payload: { restock: true } });
  });

  it('given a refund of all, when the goods are on their way, then they do not go back for sale', async () => {
    const id = await story.order();
    await story.paid(id);
    await story.dispatched(id);
    await story.refunded(id);
    expect(story.published(id).at(-1)).toMatchObject({ type: OrderRefunded.type, payload: { restock: false } });
  });

  it('given a refund of a part, then the order goes on', async () => {
    const id = await story.order();
    await story.paid(id);
    await story.refunded(id, false);
    expect(await story.status(id)).toBe('PAID');
  });

  it('given a refund that is heard before its payment, then it waits for it', async () => {
    const id = await story.order();
    await story.refunded(id);
    expect(await story.status(id)).toBe('PENDING_PAYMENT');
    await story.paid(id);
    await story.retry();
    expect(await story.status(id)).toBe('REFUNDED');
  });
});
