import type { TestAgora } from '../../story/agora';
import { listen } from '../../story/listening';
import { measure } from '../../story/meter';
import type { Person } from '../../story/people';
import type { Shop } from '../../story/shop';
import { openTheme } from './theme';

let agora: TestAgora;
let shop: Shop;
const { hold, close, opened } = openTheme('live');
beforeAll(() => void ({ agora, shop } = opened()));

describe('live', () => {
  /** A subscription's next pushes; what each has cost. */
  async function pushes(who: Person, name: string, variables: object, count: number) {
    const { result, cost } = await measure(agora, async () => {
      const updates = await listen(agora, who, name, { ...variables });
      const taken = await updates.take(count);
      await updates.leave();
      return taken;
    });
    const each = (sum: number) => Math.ceil(sum / count);
    hold(name, { ...cost, statements: each(cost.statements), fetches: each(cost.fetches) });
    return result;
  }

  it('OrderUpdated tells what was missed, with what other rooms know', async () => {
    const ada = await shop.buyer();
    const lamp = await shop.goods();
    const order = await shop.order(ada, [lamp, 1]);
    const updates = await listen(agora, ada, 'OrderUpdated', { orderId: order.id });
    await shop.pay(ada, order);
    const { cursor } = await updates.next();
    await updates.leave();
    await agora.rest();
    await shop.scan(await shop.dispatch(order), 'IN_TRANSIT');
    await agora.rest();
    const missed = await pushes(ada, 'OrderUpdated', { orderId: order.id, after: cursor }, 4);
    expect(missed.at(-1)).toMatchObject({
      order: {
        number: order.number,
        status: 'SHIPPED',
        payment: { id: order.paymentId, status: 'SUCCEEDED' },
        shipments: [{ status: 'IN_TRANSIT', events: [{ status: 'DISPATCHED' }, { status: 'IN_TRANSIT' }] }],
        lines: [{ quantity: 1, variant: { product: { name: lamp.name } } }],
      },
    });
    const { trackingNumber } = await shop.shipmentOf(order);
    const [shipment] = await pushes(shop.guest, 'ShipmentUpdated', { trackingNumber }, 1);
    expect(shipment).toMatchObject({ status: 'IN_TRANSIT', events: [{}, { description: 'Now IN_TRANSIT' }] });
  });

  it('NotificationReceived tells its user alone', async () => {
    const ada = await shop.buyer();
    await agora.rest();
    const lamp = await shop.goods();
    const [quiet, heard] = [await shop.order(ada, [lamp, 1]), await shop.order(ada, [lamp, 1])];
    const { cost: alone } = await measure(agora, () => shop.cancel(ada, quiet));
    const mailbox = await listen(agora, ada, 'NotificationReceived');
    const { result, cost } = await measure(agora, async () => {
      await shop.cancel(ada, heard);
      return mailbox.next();
    });
    await mailbox.leave();
    expect(result).toMatchObject({ title: expect.stringContaining('cancelled') });
    const more = (what: 'statements' | 'fetches') => cost[what] - alone[what];
    hold('NotificationReceived', { statements: more('statements'), events: 0, fetches: more('fetches') });
  });
});

close();
