import { UserSignedUp } from '../../platform/contracts/users';
import { defineSubgraph } from '../../platform/subgraph/definition';
import { tables } from './data/tables';
import { rotateSigningKeys } from './jobs';
import { loaders } from './loaders';
import { policies } from './policies';
import { repositories } from './repositories';
import { resolvers } from './resolvers';

/** Accounts, sessions, access tokens, roles and address books. */
export const users = defineSubgraph({
  name: 'users',
  folder: __dirname,
  tables,
  repositories,
  loaders,
  resolvers,
  policies,
  jobs: [rotateSigningKeys],
  publishes: [UserSignedUp],
});
