import type { Goods, Shop } from '../../story/shop';
import { startStory } from '../../story/shop';
import type { Place } from '../../story/people';

/** A shop that buyers are let loose in: some goods are plenty, some are few. */
export type Market = { readonly shop: Shop; readonly goods: readonly Goods[]; readonly coupons: readonly string[] };

const PLENTY = 100_000;
const FEW = 15;

export async function openMarket(place: Place): Promise<Market> {
  const shop = await startStory(place);
  const goods: Goods[] = [];
  for (const stock of [PLENTY, PLENTY, PLENTY, FEW, FEW]) goods.push(await shop.goods({ stock }));
  const coupons = [
    await shop.coupon({ total: 1_000, perUserLimit: 5 }),
    await shop.coupon({ total: 5, perUserLimit: 1 }),
  ];
  return { shop, goods, coupons };
}
