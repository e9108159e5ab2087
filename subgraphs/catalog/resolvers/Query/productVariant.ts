import { parseId } from '../../../../platform/kernel/ids';
import type { QueryResolvers } from '../../__generated__/resolvers';

export const productVariant: QueryResolvers['productVariant'] = (_, { id }, { loaders }) =>
  loaders.variantById.load(parseId('var', id, 'id'));
