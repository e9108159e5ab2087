import { sql } from 'drizzle-orm';
import { Client } from 'pg';
import * as logistics from '../../../platform/contracts/logistics';
import * as payments from '../../../platform/contracts/payments';
import type { EventMessage } from '../../../platform/events/event';
import type { Envelope } from '../../../platform/identity/envelope';
import { demoTenant } from '../../../platform/identity/tenants';
import { newId } from '../../../platform/kernel/ids';
import { serviceEnvelope } from '../../../platform/subgraph/room';
import { buyer, otherTenant, startTestHouse } from '../../../test/story/house';
import type { Context } from '../context';
import { orders } from '../subgraph';

export type Who = Partial<Envelope>;
type Fields = { id?: string; buyerId?: string; tenant?: string; placedAt?: Date; quantity?: number };

const address = {
  recipient: 'Ada',
  phone: null,
  line1: '1 Main St',
  line2: null,
  city: 'Springfield',
  region: null,
  postalCode: '12345',
  countryCode: 'US',
};

/** Orders without a checkout: written as the last step of placing one writes them. */
export async function startStory() {
  const house = await startTestHouse([orders]);
  let count = 0;
  const inside = (tenant = demoTenant.id) => {
    const of = tenant === demoTenant.id ? demoTenant : otherTenant;
    return house.room('orders').contextFor(serviceEnvelope('orders', of, 'test')) as unknown as Context;
  };
  const heard: EventMessage[] = [];
  house.bus.subscribe(
    'listener',
    orders.publishes?.map(({ type }) => type) ?? [],
    async (events) => void heard.push(...events),
  );

  const ask = (query: string, variables: Record<string, unknown> = {}, who: Who = {}) =>
    house.execute('orders', query, variables, who);
  const paymentId = newId('pay', house.clock.now());
  const parcel = (orderId: string) => ({ orderId, shipmentId: `shp_of_${orderId}`, trackingNumber: 'T1' });
  const payment = (orderId: string) => ({ paymentId, orderId, amountMinor: 2500, currencyCode: 'USD' });

  const story = {
    house,
    ask,
    inside,
    buyer: () => buyer() as Who & { identity: { kind: 'user'; id: string } },
    /** The events that the room has published about an order. */
    published: (orderId: string) => heard.filter(({ payload }) => (payload as { orderId: string }).orderId === orderId),
    newOrderId: () => newId('ord', house.clock.now()),
    /** An order of two units for 25.00 USD that waits for its payment. */
    async order({
      id = newId('ord', house.clock.now()),
      buyerId = newId('usr', house.clock.now()),
      tenant,
      placedAt = house.clock.now(),
      quantity = 2,
    }: Fields = {}) {
      const line = {
        variantId: newId('var', placedAt),
        productId: newId('prd', placedAt),
        sku: 'SKU',
        productName: 'Lamp',
        variantName: 'red',
      };
      await inside(tenant).transaction(async (tx) => {
        const order = await tx.repositories.orders.insert(
          {
            id,
            number: `A-${++count}`,
            cartId: newId('crt', placedAt),
            buyerId,
            status: 'PENDING_PAYMENT',
            currencyCode: 'USD',
            subtotalMinor: quantity * 1000,
            discountMinor: 100,
            taxMinor: 100,
            shippingMinor: 500,
            totalMinor: quantity * 1000 + 500,
            taxBasisPoints: 500,
            discounts: [{ label: 'Welcome', minor: 100 }],
            couponCode: null,
            shippingAddress: address,
            shippingServiceId: newId('svc', placedAt),
            weightGrams: 800,
            note: null,
            placedAt,
            payBy: new Date(placedAt.getTime() + 900_000),
            lastUpdate: 1,
          },
          [
            {
              ...line,
              id: newId('oln', placedAt),
              orderId: id,
              position: 0,
              quantity,
              unitPriceMinor: 1000,
              discountMinor: 100,
            },
          ],
          sql``,
        );
        if (!order) throw new Error('The order is there already.');
        tx.begin(id, order.status);
      });
      return id;
    },
    paid: (orderId: string) => house.publish(payments.PaymentSucceeded, payment(orderId)),
    declined: (orderId: string) => house.publish(payments.PaymentFailed, { ...payment(orderId), reason: 'No money' }),
    givenUp: (orderId: string) => house.publish(payments.PaymentCancelled, payment(orderId)),
    refunded: (orderId: string, full = true) =>
      house.publish(payments.RefundSucceeded, {
        ...payment(orderId),
        refundId: 'ref_1',
        refundedMinor: 2500,
        full,
        buyerId: 'usr_1',
      }),
    parcelCreated: (orderId: string) => house.publish(logistics.ShipmentCreated, parcel(orderId)),
    dispatched: (orderId: string) => house.publish(logistics.ShipmentDispatched, parcel(orderId)),
    scanned: (orderId: string, status: string) =>
      house.publish(logistics.ShipmentScanned, {
        ...parcel(orderId),
        status,
        description: status,
        location: null,
        scannedAt: '2026-01-01T00:00:00.000Z',
      }),
    async status(orderId: string, tenant?: string): Promise<string | undefined> {
      return (await inside(tenant).repositories.orders.byIds([orderId]))[0]?.status;
    },
    /** Lets events that were postponed come again at once. */
    async retry() {
      const client = new Client({ connectionString: house.databaseUrl });
      await client.connect();
      await client.query('update orders.inbox set next_attempt_at = now() where processed_at is null');
      await client.end();
      await house.settle();
    },
  };
  return story;
}
export type Story = Awaited<ReturnType<typeof startStory>>;
