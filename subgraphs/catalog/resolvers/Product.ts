import { connection, parsePage } from '../../../platform/kernel/connections';
import { timeKeys } from '../domain/listing';
import { averageOf } from '../domain/review';
import type { ProductResolvers } from '../__generated__/resolvers';
import { notSoldIn } from './notSold';

export const Product: ProductResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.product.load(id),
  variants: ({ id }, _, { loaders }) => loaders.variantsOfProduct.load(id),
  priceRange({ range }, _, { currency }) {
    if (!range) throw notSoldIn(currency, 'product');
    return { min: { minor: range.min, currency }, max: { minor: range.max, currency } };
  },
  rating: ({ ratingSum, ratingCount }) => ({ average: averageOf(ratingSum, ratingCount), count: ratingCount }),
  async reviews({ id, ratingCount }, { first, after }, { loaders, tenant }) {
    const scope = `reviews/${id}/${tenant.id}`;
    const page = parsePage(scope, { first, after });
    const key = { ownerId: id, limit: page.limit, behind: timeKeys(page.after, 'rev') };
    const rows = await loaders.reviewsOfProduct.load(key);
    return connection(scope, page, rows, (row) => [row.createdAt.getTime(), row.id], ratingCount);
  },
  async shippingWeightGrams({ id }, _, { loaders }) {
    const variants = await loaders.variantsOfProduct.load(id);
    return Math.min(...variants.map(({ weightGrams }) => weightGrams));
  },
  active: ({ archivedAt }) => archivedAt === null,
};
