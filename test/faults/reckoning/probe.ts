import { setTimeout as pause } from 'node:timers/promises';
import { address } from '../../story/shop';
import type { Person } from '../../story/people';
import type { Client } from '../buyers/client';
import { wishes } from '../buyers/wishes';
import type { Market } from '../buyers/market';

const PATIENCE = 90_000;
const BETWEEN = 200;

/** Whether one gateway takes an order from the page of a product to its payment. */
async function works(gateway: string, client: Client, { goods }: Market, who: Person): Promise<boolean> {
  const [lamp] = goods;
  if (!lamp) throw new Error('There is nothing for sale.');
  const data = async (operation: string, variables: object) => {
    const reply = await client.send(who, operation, variables, gateway);
    return reply.kind === 'acknowledged' && reply.refusals.length === 0 ? reply.data : undefined;
  };
  const of = ({ operation, variables }: { operation: string; variables: object }) => data(operation, variables);
  if (!(await data('SearchProducts', { query: 'lamp', first: 1 }))) return false;
  const cartId = (await of(wishes.cart(who, [[lamp, 1]])))?.cart.id;
  const quoted = cartId && (await data('CartWithShipping', { id: cartId, destination: address }));
  const placed = quoted && (await of(wishes.order(who, cartId, quoted.shippingQuotes[0]?.id)));
  const paymentId = placed?.order?.payment?.id;
  return Boolean(paymentId && (await of(wishes.payment(who, paymentId, 'SUCCEED'))));
}

/** Milliseconds until one gateway takes orders: until the first that it takes was begun. @throws Error when that takes too long */
async function recoveryOf(gateway: string, client: Client, market: Market, who: Person): Promise<number> {
  const begun = performance.now();
  for (;;) {
    const waited = performance.now() - begun;
    if (await works(gateway, client, market, who)) return waited;
    if (waited > PATIENCE) throw new Error(`After ${PATIENCE / 1000} s ${gateway} takes no order.`);
    await pause(BETWEEN);
  }
}

/** Milliseconds until every gateway takes orders again. @throws Error when that takes too long */
export async function recovery(
  gateways: readonly string[],
  client: Client,
  market: Market,
  who: Person,
): Promise<number> {
  return Math.max(...(await Promise.all(gateways.map((each) => recoveryOf(each, client, market, who)))));
}
