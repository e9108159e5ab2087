import { OrderPaid } from '../../../platform/contracts/orders';
import { newId } from '../../../platform/kernel/ids';
import { staff, startTestHouse, type TestHouse } from '../../../test/story/house';
import { logistics } from '../subgraph';
import { sanFrancisco, shopIn } from './story';

describe('a shop that is not set up yet', () => {
  let house: TestHouse;
  beforeAll(async () => void (house = await startTestHouse([logistics])));
  afterAll(() => house.stop());

  it('keeps what was paid, and sends it once it has a carrier', async () => {
    const address = { address: sanFrancisco, serviceId: newId('svc', new Date()), priceMinor: 1, weightGrams: 1 };
    const order = { orderId: newId('ord', new Date()), number: 'A-1', buyerId: newId('usr', new Date()) };
    await house.publish(OrderPaid, {
      ...order,
      paymentId: 'pay',
      currencyCode: 'USD',
      totalMinor: 1,
      lines: [],
      shipping: address,
    });
    const shipments = async () =>
      (await house.execute('logistics', 'query { shipments(first: 1) { nodes { status } } }', {}, staff())).data
        .shipments.nodes;
    expect(await shipments()).toEqual([]);
    await shopIn(house, 'demo');
    // The next attempt comes by itself within a second.
    while ((await shipments()).length === 0) await house.settle();
    expect(await shipments()).toEqual([{ status: 'PENDING' }]);
  });
});
