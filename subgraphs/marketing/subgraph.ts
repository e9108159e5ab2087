import { defineSubgraph } from '../../platform/subgraph/definition';
import { repositories } from './repositories';
import { tables } from './data/tables';
import { handlers } from './events';
import { jobs } from './jobs';
import { loaders } from './loaders';
import { policies } from './policies';
import { resolvers } from './resolvers';

/** Coupons, promotions and the message centre. */
export const marketing = defineSubgraph({
  name: 'marketing',
  folder: __dirname,
  tables,
  repositories,
  loaders,
  resolvers,
  policies,
  jobs,
  on: handlers,
});
