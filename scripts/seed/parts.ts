import type { SeedReview } from '../../subgraphs/catalog/data/seed';
import { countSale, noSales } from '../../subgraphs/search/data/seed';
import type { SeedRedemption } from '../../subgraphs/marketing/data/seed';
import type { Order } from './make/orders';
import type { Plan } from './plan';
import { moveStock, rating, receiving, reviewing } from './rooms/catalog';
import { toShipment } from './rooms/logistics';
import { openMailboxes, redemptionOf } from './rooms/marketing';
import { staffOf, toCart, toOrder } from './rooms/orders';
import { toPayment } from './rooms/payments';

/** Cuts orders into each room's part, in the order of time, and keeps what they add up to. */
export function cuttingOf({ shop }: Plan) {
  const { seed, now, pool, people, demoBuyer, network } = shop;
  const staff = staffOf(people);
  const [receiptsOf, review, rate] = [receiving(), reviewing(seed, demoBuyer, now), rating(pool)];
  const mailboxes = openMailboxes(seed, people, now);
  const redemptions: SeedRedemption[] = [];
  const sold = noSales();
  let lastNumber = 0;

  function count({ items, time, count: number }: Order, reviews: readonly SeedReview[]): void {
    rate(reviews);
    lastNumber = number;
    if (time.paidAt)
      countSale(
        sold,
        items.map(({ product, quantity }) => ({ productId: product.id, units: quantity })),
      );
  }

  function cut(order: Order) {
    const payment = toPayment(order, staff);
    const shipment = toShipment(order, network, staff);
    const receipts = receiptsOf(order);
    const reviews = review(receipts);
    count(order, reviews);
    redemptions.push(...redemptionOf(order));
    mailboxes.add(order, shipment, payment);
    const reservation = moveStock(order);
    return { order: toOrder(order), cart: toCart(order), payment, shipment, receipts, reviews, reservation };
  }
  return { cut, mailboxes, totals: () => ({ redemptions, sold, lastNumber }) };
}
export type Cutting = ReturnType<typeof cuttingOf>;
export type Part = ReturnType<Cutting['cut']>;
