import type { QueryResolvers } from '../../__generated__/resolvers';

export const ledger: QueryResolvers['ledger'] = () => ({});
