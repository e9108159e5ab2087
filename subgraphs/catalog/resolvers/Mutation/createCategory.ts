import type { MutationResolvers } from '../../__generated__/resolvers';
import { draftCategory, placeUnder } from '../../domain/category';
import { refuse } from '../../errors';

export const createCategory: MutationResolvers['createCategory'] = async (_, { input }, context) => {
  const draft = draftCategory(input);
  const { categories } = context.repositories;
  const parent = input.parentSlug == null ? null : await categories.bySlug(input.parentSlug);
  if (input.parentSlug != null && !parent) {
    throw refuse('NOT_FOUND', `There is no category ${input.parentSlug}.`, ['parentSlug']);
  }
  const category = await context.transaction(async (tx) => {
    const row = { ...draft, ...placeUnder(parent), id: tx.newId('cat') };
    const inserted = await tx.repositories.categories.insert(row);
    if (!inserted) throw refuse('SLUG_TAKEN', `There is a category with the slug ${draft.slug}.`, ['slug']);
    return inserted;
  });
  return { category, userErrors: [] };
};
