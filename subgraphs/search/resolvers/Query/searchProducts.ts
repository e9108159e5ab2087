import { parsePage } from '../../../../platform/kernel/connections';
import type { QueryResolvers } from '../../__generated__/resolvers';
import { parseQuery, search } from '../../acts/search';
import { parseCriteria } from '../../domain/criteria';

export const searchProducts: QueryResolvers['searchProducts'] = (_, args, context) => {
  const query = parseQuery(args.query, 'query');
  const criteria = parseCriteria(args.filter, context.currency);
  const sort = args.sort ?? 'RELEVANCE';
  const scope = `searchProducts/${context.tenant.id}/${context.currency}/${sort}/${query}/${JSON.stringify(args.filter ?? {})}`;
  return search(context, { query, criteria, sort, page: parsePage(scope, args), scope });
};
