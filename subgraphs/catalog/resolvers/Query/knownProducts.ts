import { invalidInput } from '../../../../platform/kernel/errors';
import type { QueryResolvers } from '../../__generated__/resolvers';

const MOST_IDS = 100;

export const knownProducts: QueryResolvers['knownProducts'] = async (_, { ids }, { repositories, currency }) => {
  if (ids.length > MOST_IDS) throw invalidInput(`Ask for at most ${MOST_IDS} products.`, ['ids']);
  const rows = await repositories.products.byIds([...new Set(ids)], currency);
  return rows.map(({ id }) => id);
};
