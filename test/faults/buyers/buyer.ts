import { setTimeout as pause } from 'node:timers/promises';
import { address } from '../../story/shop';
import type { Person } from '../../story/people';
import type { Bank } from './bank';
import type { Chance } from './chance';
import type { Client } from './client';
import type { Market } from './market';
import { wishes } from './wishes';
import { isKeyed, type Writes } from './writes';

type Order = { readonly id: string; readonly paymentId?: string };

/** What a buyer lives in. */
export type Surroundings = {
  readonly market: Market;
  readonly client: Client;
  readonly writes: Writes;
  readonly bank: Bank;
  readonly chance: Chance;
  /** How often the provider charges and says nothing, from 0 to 1. */
  readonly silence: () => number;
  readonly follow: (order: Order, who: Person) => void;
};

const LONGEST_THOUGHT = 400;

/** One buyer, who does whatever comes to mind: the same for a seed, as far as the shop answers the same. */
export function newBuyer(who: Person, around: Surroundings) {
  const { market, client, writes, bank, chance } = around;
  const unpaid: Order[] = [];
  const paid: Order[] = [];
  const codes: string[] = [];
  const take = <T>(from: T[]): T | undefined => from.splice(Math.floor(chance.random() * from.length), 1)[0];

  async function browse(): Promise<void> {
    await client.send(who, 'ProductPage', { slug: chance.of(market.goods).slug });
    await client.send(who, 'ProductList', { first: 5 });
  }
  const search = () => client.send(who, 'SearchProducts', { query: chance.of(['lamp', 'lmap', 'thing']), first: 5 });

  /** Of how to ship it; undefined when the shop does not say. */
  async function quote(cartId: string): Promise<string | undefined> {
    const reply = await client.send(who, 'CartWithShipping', { id: cartId, destination: address });
    return reply.kind === 'acknowledged' ? reply.data.shippingQuotes?.[0]?.id : undefined;
  }
  async function order(): Promise<void> {
    const cart = await writes.want(wishes.cart(who, [[chance.of(market.goods), chance.is(0.7) ? 1 : 2]]));
    const cartId = cart.kind === 'acknowledged' ? cart.data.cart?.id : undefined;
    if (!cartId) return;
    const code = chance.is(0.5) ? take(codes) : undefined;
    if (code) await client.send(who, 'ApplyCoupon', { cartId, code });
    const quoteId = await quote(cartId);
    if (!quoteId) return;
    const placed = await writes.want(wishes.order(who, cartId, quoteId));
    const done = placed.kind === 'acknowledged' ? placed.data.order : undefined;
    if (!done) return;
    unpaid.push({ id: done.id, paymentId: done.payment?.id });
    if (chance.is(0.6)) around.follow(done, who);
  }
  async function pay(): Promise<void> {
    const mine = take(unpaid);
    if (!mine?.paymentId) return;
    if (chance.is(around.silence())) await bank.chargeInSilence(mine.paymentId);
    else {
      const outcome = chance.is(0.8) ? 'SUCCEED' : 'DECLINE';
      const reply = await writes.want(wishes.payment(who, mine.paymentId, outcome));
      if (reply.kind === 'acknowledged' && reply.data.payment?.status === 'SUCCEEDED') paid.push(mine);
      else unpaid.push(mine);
    }
  }
  async function cancel(): Promise<void> {
    const mine = take(unpaid);
    if (mine) await writes.want(wishes.cancellation(who, mine.id));
  }
  async function refund(): Promise<void> {
    const mine = take(paid);
    if (!mine?.paymentId) return;
    const asked = await writes.want(wishes.refund(who, mine.paymentId, chance.is(0.7)));
    const id = asked.kind === 'acknowledged' ? asked.data.refund?.id : undefined;
    if (id) await writes.want(wishes.approval(market.shop.clerk, id));
  }
  async function claim(): Promise<void> {
    const reply = await writes.want(wishes.claim(who, chance.of(market.coupons)));
    const code = reply.kind === 'acknowledged' ? reply.data.userCoupon?.code : undefined;
    if (code) codes.push(code);
  }
  async function repeat(): Promise<void> {
    const mine = writes.acknowledged.filter(({ wish }) => wish.who === who && isKeyed(wish));
    if (mine.length > 0) await writes.repeat(chance.of(mine));
  }
  const acts = [browse, search, order, order, order, pay, pay, pay, cancel, refund, claim, repeat];

  /** Lives until told otherwise; what was begun is brought to its end. */
  return async (goesOn: () => boolean): Promise<void> => {
    while (goesOn()) {
      await chance.of(acts)();
      await pause(chance.random() * LONGEST_THOUGHT);
    }
  };
}
