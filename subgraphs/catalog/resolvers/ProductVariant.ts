import { required } from '../../../platform/kernel/batches';
import { connection, parsePage } from '../../../platform/kernel/connections';
import { pageByTime, positionKeys } from '../../../platform/kernel/pages';
import type { ProductVariantResolvers } from '../__generated__/resolvers';
import type { StockMovementRow } from '../data/stockMovements.repository';
import { checkSeesStock } from '../visibility';
import { notSoldIn } from './notSold';

export const ProductVariant: ProductVariantResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.variantById.load(id),
  product: async (variant, _, { loaders }) =>
    'product' in variant
      ? variant.product
      : required(await loaders.productById.load(variant.productId), variant.productId),
  price({ price }, _, { currency }) {
    if (price === null) throw notSoldIn(currency, 'variant');
    return { minor: price, currency };
  },
  async prices({ id }, _, { loaders }) {
    const rows = await loaders.pricesOfVariant.load(id);
    return rows.map(({ amount, currency }) => ({ minor: amount, currency }));
  },
  available: ({ stock }) => stock.onHand - stock.reserved,
  stock({ stock }, _, context) {
    checkSeesStock(context);
    return stock;
  },
  async stockMovements({ id }, args, context) {
    checkSeesStock(context);
    const scope = `stockMovements/newest/${id}/${context.tenant.id}`;
    const page = parsePage(scope, args);
    const rows = await context.loaders.stockMovementPageOfVariant.load({ ownerId: id, ...pageByTime(page, 'stm') });
    const keysOf = (row: StockMovementRow) => positionKeys(row.occurredAt, row.id);
    return connection(scope, page, rows, keysOf, () => context.loaders.stockMovementCountOfVariant.load(id));
  },
};
