import { parsePage } from '../../../../platform/kernel/connections';
import type { QueryResolvers } from '../../__generated__/resolvers';
import { parseQuery } from '../../acts/search';
import { suggest } from '../../acts/suggest';

export const searchSuggestions: QueryResolvers['searchSuggestions'] = async (_, { prefix, first }, context) => {
  const { limit } = parsePage('searchSuggestions', { first });
  const texts = await suggest(context, parseQuery(prefix, 'prefix'), limit);
  return texts.map((text) => ({ text }));
};
