import { DAY, HOUR, MINUTE } from '../../../platform/kernel/clock';
import type {
  SeedProduct,
  SeedReceipt,
  SeedReservation,
  SeedReview,
  SeedVariant,
} from '../../../subgraphs/catalog/data/seed';
import { idsFrom } from '../ids';
import type { Order } from '../make/orders';
import type { Person } from '../make/people';
import { randomOf, type Random } from '../random';
import { isWholeRefund } from './orders';

const GRACE = 10 * MINUTE;

/** What an order holds of the stock, or has taken. */
export function toReservation(order: Order): SeedReservation {
  const { id, items, time } = order;
  const { paidAt, closed, refund, dispatchedAt } = time;
  const isRestocked = isWholeRefund(order) && !dispatchedAt;
  const step = (event: 'sell' | 'release' | 'restock', at: Date | null | undefined) => (at ? [{ event, at }] : []);
  return {
    orderId: id,
    lines: items.map(({ variant, quantity }) => ({ variantId: variant.id, quantity })),
    expiresAt: new Date(time.payBy.getTime() + GRACE),
    heldAt: time.placedAt,
    happened: [
      ...step('sell', paidAt),
      ...step('release', closed?.at),
      ...step('restock', isRestocked ? refund?.settledAt : null),
    ],
  };
}

/** Moves the stock of a variant, and lets as much be received as that takes. */
function move({ stock }: SeedVariant, quantity: number, { happened }: SeedReservation): void {
  const last = happened.at(-1)?.event;
  if (last === 'release') return;
  if (last === undefined) stock.reserved += quantity;
  else stock.sold += quantity;
  if (last === 'restock') stock.returned += quantity;
  // Restocked goods are on hand again: only what has left or is promised had to be received beside the rest.
  else stock.received += quantity;
}

/** Takes what an order holds or has bought from the stock of its products. */
export function moveStock(order: Order): SeedReservation {
  const reservation = toReservation(order);
  for (const { variant, quantity } of order.items) move(variant, quantity, reservation);
  return reservation;
}

/** Tells which products a buyer has received by an order, and not by one that was asked about before. */
export function receiving(): (order: Order) => SeedReceipt[] {
  const known = new Map<string, Set<string>>();
  return ({ id, buyer, items, time: { deliveredAt } }) => {
    if (!deliveredAt) return [];
    return items.flatMap(({ product }) => {
      const buyers = known.get(product.id) ?? new Set();
      known.set(product.id, buyers);
      if (buyers.has(buyer.id)) return [];
      buyers.add(buyer.id);
      return [{ buyerId: buyer.id, productId: product.id, orderId: id, receivedAt: deliveredAt }];
    });
  };
}

const OPINIONS: readonly { stars: number; weight: number; texts: readonly (string | null)[] }[] = [
  {
    stars: 5,
    weight: 46,
    texts: [
      'Exactly what I had hoped for.',
      'Better than the one it replaced, at half the price.',
      'Would buy it again at once.',
      'Works out of the box. The whole family uses it.',
      null,
    ],
  },
  {
    stars: 4,
    weight: 30,
    texts: [
      'Very good; the manual could say more.',
      'Does what it should. One star off for the packaging.',
      'Solid, and nicer than in the pictures.',
      null,
    ],
  },
  { stars: 3, weight: 13, texts: ['It is all right for the price.', 'Good, but smaller than I thought.', null] },
  { stars: 2, weight: 6, texts: ['Louder than described.', 'Came late, and with a scratch.'] },
  { stars: 1, weight: 5, texts: ['Stopped working after two days.', 'Not what was in the picture.'] },
];
const REVIEWED = 0.6;

function reviewOf(random: Random, { buyerId, productId, receivedAt }: SeedReceipt, now: Date): SeedReview | null {
  const createdAt = new Date(receivedAt.getTime() + random.int(HOUR, 6 * DAY));
  const { stars, texts } = random.weighted(OPINIONS);
  const text = random.pick(texts);
  if (createdAt >= now || !random.chance(REVIEWED)) return null;
  return { id: idsFrom(random)('rev', createdAt), productId, buyerId, stars, text, createdAt };
}

/** What buyers think of what they have received. The demo's buyer has not said it yet. */
export function reviewing(
  seed: string,
  demoBuyer: Person | null,
  now: Date,
): (received: readonly SeedReceipt[]) => SeedReview[] {
  const random = randomOf(`${seed}/reviews`);
  return (received) =>
    received.flatMap((receipt) => {
      const review = receipt.buyerId === demoBuyer?.id ? null : reviewOf(random, receipt, now);
      return review ? [review] : [];
    });
}

/** Sums reviews up in their products. */
export function rating(products: readonly SeedProduct[]): (reviews: readonly SeedReview[]) => void {
  const byId = new Map(products.map((product) => [product.id, product]));
  return (reviews) => {
    for (const { productId, stars, createdAt } of reviews) {
      const product = byId.get(productId);
      if (!product) continue;
      product.ratingSum = (product.ratingSum ?? 0) + stars;
      product.ratingCount = (product.ratingCount ?? 0) + 1;
      product.revision = (product.revision ?? 1) + 1;
      if (createdAt > product.updatedAt) product.updatedAt = createdAt;
    }
  };
}
