import { invalidInput } from '../../../../platform/kernel/errors';
import { parseId } from '../../../../platform/kernel/ids';
import type { QueryResolvers } from '../../__generated__/resolvers';
import { seesProduct } from '../../visibility';

export const product: QueryResolvers['product'] = async (_, { id, slug }, context) => {
  if ((id == null) === (slug == null)) throw invalidInput('Name either id or slug.', ['id']);
  const found =
    id != null
      ? await context.loaders.productById.load(parseId('prd', id, 'id'))
      : await context.repositories.products.bySlug(slug as string, context.currency);
  return found && seesProduct(context, found) ? found : null;
};
