import { defineSubgraph } from '../../platform/subgraph/definition';
import { tables } from './data/tables';
import { indexProduct, recordSale } from './events';
import { loaders } from './loaders';
import { policies } from './policies';
import { repositories } from './repositories';
import { resolvers } from './resolvers';

/** Finding products: full text, facets, suggestions, recommendations. */
export const search = defineSubgraph({
  name: 'search',
  folder: __dirname,
  tables,
  repositories,
  loaders,
  resolvers,
  policies,
  on: {
    'catalog.product-changed.v1': indexProduct,
    'orders.order-paid.v1': { atOnce: recordSale },
  },
});
