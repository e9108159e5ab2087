import type { SeedNetwork } from '../../../subgraphs/logistics/data/seed';
import { parcelPrice } from '../../../subgraphs/logistics/data/seed';
import type { SeedProduct, SeedVariant } from '../../../subgraphs/catalog/data/seed';
import type { Random } from '../random';
import { zoneOf } from './network';
import type { Person } from './people';

export type Item = { product: SeedProduct; variant: SeedVariant; quantity: number; unitMinor: number };
export type Parcel = {
  weightGrams: number;
  shippingMinor: number;
  service: SeedNetwork['services'][number];
  carrier: SeedNetwork['carriers'][number];
};
export type Basket = { items: Item[]; parcel: Parcel };

const priceIn = ({ prices }: SeedVariant, currency: string) =>
  prices.find((price) => price.currency === currency)?.amount ?? 0;

/** Some products are bought far more often than others. */
const popular = (random: Random, pool: readonly SeedProduct[]): SeedProduct | undefined =>
  pool[Math.floor(pool.length * random.float() ** 2)];

function itemsOf(random: Random, pool: readonly SeedProduct[], currency: string, before: Date): Item[] {
  const items = new Map<string, Item>();
  const wanted = random.int(1, 4);
  for (let attempt = 0; items.size < wanted && attempt < 40; attempt++) {
    const product = popular(random, pool);
    if (!product || product.createdAt >= before || items.has(product.id)) continue;
    const variant = random.pick(product.variants);
    const unitMinor = priceIn(variant, currency);
    const quantity = unitMinor < 5000 && random.chance(0.25) ? random.int(2, 3) : 1;
    items.set(product.id, { product, variant, quantity, unitMinor });
  }
  return [...items.values()];
}

/** The services that take a parcel to an address, cheapest first. */
function offersFor(network: SeedNetwork, { home, currency }: Person, weightGrams: number): Parcel[] {
  const zone = zoneOf(network, home.countryCode, home.postalCode);
  const offers = network.rates.flatMap((rate): Parcel[] => {
    if (rate.zoneCode !== zone || rate.currency !== currency) return [];
    const service = network.services.find(({ id }) => id === rate.serviceId);
    const carrier = network.carriers.find(({ id }) => id === service?.carrierId);
    const price = parcelPrice(rate, weightGrams);
    return service && carrier && price ? [{ weightGrams, service, carrier, shippingMinor: price.minor }] : [];
  });
  return offers.toSorted((a, b) => a.shippingMinor - b.shippingMinor);
}

/** What a person buys, and how it is sent; null when nothing was for sale yet. */
export function fillBasket(
  random: Random,
  { pool, network, buyer, at }: { pool: readonly SeedProduct[]; network: SeedNetwork; buyer: Person; at: Date },
): Basket | null {
  const items = itemsOf(random, pool, buyer.currency, at);
  if (items.length === 0) return null;
  const weightGrams = items.reduce((sum, { variant, quantity }) => sum + (variant.weightGrams ?? 0) * quantity, 0);
  const offers = offersFor(network, buyer, weightGrams);
  const parcel = random.chance(0.7) ? offers[0] : offers.at(-1);
  return parcel ? { items, parcel } : null;
}
