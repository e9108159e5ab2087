import type { RoomScope } from '../../platform/subgraph/context';
import type { repositories } from './repositories';

type Scope = RoomScope<typeof repositories>;

/** How many recommendations a product is asked for. */
export type RecommendationsKey = { readonly productId: string; readonly first: number };

export const loaders = {
  recommendationsOfProduct:
    ({ repositories, currency }: Scope) =>
    async (keys: readonly RecommendationsKey[]): Promise<string[][]> => {
      const productIds = [...new Set(keys.map(({ productId }) => productId))];
      const most = Math.max(...keys.map(({ first }) => first));
      const found = new Map<string, Set<string>>(productIds.map((id) => [id, new Set()]));
      for (const { productId, recommendedId } of await repositories.recommendations.forProducts(
        productIds,
        currency,
        most,
      )) {
        found.get(productId)?.add(recommendedId);
      }
      return keys.map(({ productId, first }) => [...(found.get(productId) ?? [])].slice(0, first));
    },
};
