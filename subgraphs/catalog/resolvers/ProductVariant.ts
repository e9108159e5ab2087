import { may } from '../../../platform/identity/identity';
import { connection, parsePage } from '../../../platform/kernel/connections';
import { forbidden } from '../../../platform/kernel/errors';
import type { ProductVariantResolvers } from '../__generated__/resolvers';
import type { Context } from '../context';
import { timeKeys } from '../domain/listing';
import { required } from './required';
import { notSoldIn } from './notSold';

function staffOnly({ identity }: Context): void {
  if (!may(identity, 'catalog:write')) throw forbidden('Stock is shown to staff.');
}

export const ProductVariant: ProductVariantResolvers = {
  __resolveReference: ({ id }, { loaders }) => loaders.variant.load(id),
  product: async ({ productId }, _, { loaders }) => required(await loaders.product.load(productId), productId),
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
    staffOnly(context);
    return stock;
  },
  async stockMovements({ id }, { first, after }, context) {
    staffOnly(context);
    const scope = `stockMovements/${id}/${context.tenant.id}`;
    const page = parsePage(scope, { first, after });
    const key = { ownerId: id, limit: page.limit, behind: timeKeys(page.after, 'stm') };
    const rows = await context.loaders.movementsOfVariant.load(key);
    const count = () => context.loaders.movementCountOfVariant.load(id);
    return connection(scope, page, rows, (row) => [row.occurredAt.getTime(), row.id], count);
  },
};
