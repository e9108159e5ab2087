import { HOUR } from '../../../platform/kernel/clock';
import type { SeedProduct } from '../../../subgraphs/catalog/data/seed';
import type { SeedNetwork } from '../../../subgraphs/logistics/data/seed';
import {
  discountsOf,
  type SeedCoupon,
  type SeedPromotion,
  type SeedUserCoupon,
} from '../../../subgraphs/marketing/data/seed';
import { priceOrder } from '../../../subgraphs/orders/data/seed';
import { idsFrom } from '../ids';
import { randomOf, type Random } from '../random';
import { fillBasket, type Basket } from './baskets';
import { runningAt } from './offers';
import type { Person } from './people';
import { OF_THE_DEMO_BUYER, SCENARIOS, scenariosOf, type Scenario } from './scenarios';
import { taxOf } from './taxes';
import { placedIn, playScenario, type Timeline } from './timeline';
import type { Wallets } from './wallets';

export type Prices = ReturnType<typeof priceOrder> & {
  discounts: { label: string; minor: number }[];
  taxBasisPoints: number;
};

/** An order with all that belongs to it, before each room gets its part. */
export type Order = Basket & {
  id: string;
  cartId: string;
  paymentId: string;
  shipmentId: string;
  count: number;
  scenario: Scenario;
  buyer: Person;
  time: Timeline;
  prices: Prices;
  coupon: SeedUserCoupon | null;
};

export type Shop = {
  seed: string;
  now: Date;
  pool: readonly SeedProduct[];
  people: readonly Person[];
  /** Whose account is told to everybody; null when there is none. */
  demoBuyer: Person | null;
  network: SeedNetwork;
  coupons: readonly SeedCoupon[];
  promotions: readonly SeedPromotion[];
  wallets: Wallets;
};

const COUPON_SHARE = 0.3;

/** Discounts as the rooms themselves would have given them. */
function discountsFor({ promotions }: Shop, { items }: Basket, currency: string, at: Date, coupon: SeedCoupon | null) {
  const lines = items.map(({ product, quantity, unitMinor }) => ({ productId: product.id, quantity, unitMinor }));
  const promotionsOf = runningAt(promotions, at);
  const usable = coupon && {
    ...coupon,
    thresholdMinor: coupon.thresholdMinor ?? null,
    currencyCode: coupon.currencyCode ?? null,
  };
  const running = (id: string) =>
    promotionsOf(id).map((each) => ({ ...each, currencyCode: each.currencyCode ?? null }));
  return discountsOf(lines, currency, running, usable);
}

/** A coupon that helps with this basket, claimed for it an hour before. */
function takeCoupon(random: Random, shop: Shop, basket: Basket, buyer: Person, placedAt: Date) {
  if (!random.chance(COUPON_SHARE)) return null;
  const claimedAt = new Date(placedAt.getTime() - HOUR);
  const helps = (coupon: SeedCoupon) =>
    discountsFor(shop, basket, buyer.currency, placedAt, coupon).couponProblem === null &&
    (!coupon.endsAt || coupon.endsAt > placedAt);
  const [coupon] = random.sample(shop.wallets.usable(buyer, claimedAt).filter(helps), 1);
  const held = coupon && shop.wallets.claim(coupon, buyer, claimedAt);
  return coupon && held ? { coupon, held } : null;
}

function pricesOf(shop: Shop, basket: Basket, buyer: Person, at: Date, coupon: SeedCoupon | null): Prices {
  const { discounts } = discountsFor(shop, basket, buyer.currency, at, coupon);
  const taxBasisPoints = taxOf(buyer.home.countryCode, buyer.home.region ?? null);
  const priced = priceOrder({
    currency: buyer.currency,
    lines: basket.items.map(({ unitMinor, quantity }) => unitMinor * quantity),
    discount: discounts.reduce((sum, { minor }) => sum + minor, 0),
    shipping: basket.parcel.shippingMinor,
    taxBasisPoints,
  });
  return { ...priced, discounts: discounts.map(({ label, minor }) => ({ label, minor })), taxBasisPoints };
}

/** What the order does to the coupon: used, and given back when nothing came of it. */
function useCoupon(held: SeedUserCoupon, orderId: string, { placedAt, closed }: Timeline): void {
  held.happened.push({ event: 'redeem', at: placedAt, actor: held.userId, reason: orderId });
  if (!closed) return;
  const isOver = held.expiresAt && held.expiresAt <= closed.at;
  const event = isOver ? 'giveBackLate' : 'giveBack';
  held.happened.push({ event, at: closed.at, actor: 'service:orders', reason: orderId });
}

type Drawn = { random: Random; scenario: Scenario; placedAt: Date; index: number };

/** What an order begins with; each has a stream of chance of its own, so that it can be drawn again. */
function drawing({ seed, now }: Shop, count: number): (index: number) => Drawn {
  const scenarios = scenariosOf(count);
  return (index) => {
    const random = randomOf(`${seed}/order/${index}`);
    const scenario = SCENARIOS[index] ?? random.weighted(scenarios);
    return { random, scenario, placedAt: new Date(placedIn(random, scenario, now)), index };
  };
}

/** Which order was placed when, the earliest first. Two numbers an order: there may be a million. */
function inTurn(draw: (index: number) => Drawn, count: number): Uint32Array {
  const times = Float64Array.from({ length: count }, (_, index) => draw(index).placedAt.getTime());
  const order = Uint32Array.from({ length: count }, (_, index) => index);
  return order.toSorted((a, b) => (times[a] as number) - (times[b] as number) || a - b);
}

/** Of these orders some are the demo buyer's; of a million they would be more than anybody can look at. */
const SHARED = 1000;

/** Picks who places an order; asked for orders in the order of time. */
function buying({ people, demoBuyer }: Shop): (drawn: Drawn) => Person | null {
  const byTime = people.toSorted((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
  let joined = 0;
  return ({ random, placedAt, index }) => {
    const until = placedAt.getTime() - 2 * HOUR;
    while ((byTime[joined]?.createdAt.getTime() ?? Infinity) < until) joined++;
    const own = index < OF_THE_DEMO_BUYER || (random.chance(0.02) && index < SHARED);
    if (own && demoBuyer && demoBuyer.createdAt.getTime() < until) return demoBuyer;
    return byTime[random.int(0, joined - 1)] ?? null;
  };
}

function place(shop: Shop, { random, scenario, placedAt }: Drawn, buyer: Person, count: number): Order | null {
  const newId = idsFrom(random);
  const time = playScenario(random, scenario, placedAt, shop.now);
  const basket = fillBasket(random, { ...shop, buyer, at: time.placedAt });
  if (!basket) return null;
  const taken = takeCoupon(random, shop, basket, buyer, time.placedAt);
  const id = newId('ord', time.placedAt);
  if (taken) useCoupon(taken.held, id, time);
  return {
    ...basket,
    id,
    cartId: newId('crt', new Date(time.placedAt.getTime() - HOUR / 4)),
    paymentId: newId('pay', time.placedAt),
    shipmentId: newId('shp', time.paidAt ?? time.placedAt),
    count,
    scenario,
    buyer,
    time,
    prices: pricesOf(shop, basket, buyer, time.placedAt, taken?.coupon ?? null),
    coupon: taken?.held ?? null,
  };
}

const FIRST_NUMBER = 100_001;

/** Orders of every scenario, one after the other as they were placed, and numbered so. */
export function* makeOrders(shop: Shop, count: number): Generator<Order> {
  const draw = drawing(shop, count);
  const buyerOf = buying(shop);
  let number = FIRST_NUMBER;
  for (const index of inTurn(draw, count)) {
    const drawn = draw(index);
    const buyer = buyerOf(drawn);
    const order = buyer && place(shop, drawn, buyer, number);
    if (order) number++;
    if (order) yield order;
  }
}
