import { invalidInput } from '../../../../platform/kernel/errors';
import type { QueryResolvers } from '../../__generated__/resolvers';

const MOST_IDS = 500;

export const variantOffers: QueryResolvers['variantOffers'] = async (_, { ids, currencyCode }, { repositories }) => {
  if (ids.length > MOST_IDS) throw invalidInput(`Ask for at most ${MOST_IDS} variants.`, ['ids']);
  const rows = await repositories.variants.offers([...new Set(ids)], currencyCode);
  const offers = new Map(rows.map((row) => [row.id, { ...row, currency: currencyCode }]));
  return ids.map((id) => offers.get(id) ?? null);
};
