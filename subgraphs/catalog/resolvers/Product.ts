import { connection, parsePage } from '../../../platform/kernel/connections';
import { pageByTime, positionKeys } from '../../../platform/kernel/pages';
import type { ProductResolvers } from '../__generated__/resolvers';
import { averageOf } from '../domain/review';
import { notSoldIn } from './notSold';

export const Product: ProductResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.productById.load(id),
  variants: ({ id }, _, { loaders }) => loaders.variantsOfProduct.load(id),
  priceRange({ range }, _, { currency }) {
    if (!range) throw notSoldIn(currency, 'product');
    return { min: { minor: range.min, currency }, max: { minor: range.max, currency } };
  },
  rating: ({ ratingSum, ratingCount }) => ({ average: averageOf(ratingSum, ratingCount), count: ratingCount }),
  async reviews({ id, ratingCount }, args, { loaders, tenant }) {
    const scope = `reviews/newest/${id}/${tenant.id}`;
    const page = parsePage(scope, args);
    const rows = await loaders.reviewPageOfProduct.load({ ownerId: id, ...pageByTime(page, 'rev') });
    return connection(scope, page, rows, (row) => positionKeys(row.createdAt, row.id), ratingCount);
  },
  async shippingWeightGrams({ id }, _, { loaders }) {
    const variants = await loaders.variantsOfProduct.load(id);
    return Math.min(...variants.map(({ weightGrams }) => weightGrams));
  },
  active: ({ archivedAt }) => archivedAt === null,
};
