import { may } from '../../../../platform/identity/identity';
import { invalidInput } from '../../../../platform/kernel/errors';
import { parseId } from '../../../../platform/kernel/ids';
import type { QueryResolvers } from '../../__generated__/resolvers';

export const product: QueryResolvers['product'] = async (
  _,
  { id, slug },
  { repositories, loaders, currency, identity },
) => {
  if ((id == null) === (slug == null)) throw invalidInput('Name either id or slug.', ['id']);
  const found =
    id != null
      ? await loaders.product.load(parseId('prd', id, 'id'))
      : await repositories.products.bySlug(slug as string, currency);
  const shown = found && (found.archivedAt === null || may(identity, 'catalog:write'));
  return shown ? found : null;
};
