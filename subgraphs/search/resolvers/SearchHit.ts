import type { SearchHitResolvers } from '../__generated__/resolvers';
import { highlightsOf } from '../domain/highlights';
import { han } from '../han';

export const SearchHit: SearchHitResolvers = {
  product: ({ product }) => ({ id: product.id }),
  highlights: ({ product, terms }) => highlightsOf(product, terms, han),
};
