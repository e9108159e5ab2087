import { optionText, type Searchable } from './document';
import { highlight } from './highlight';
import type { HanReader } from './tokens';

export type Highlight = { field: 'NAME' | 'CATEGORY' | 'OPTION' | 'VARIANT' | 'DESCRIPTION'; fragment: string };

/** The first place of each field where a product holds what was searched for. */
export function highlightsOf(product: Searchable, terms: ReadonlySet<string>, han: HanReader): Highlight[] {
  const texts: readonly [Highlight['field'], readonly string[]][] = [
    ['NAME', [product.name]],
    ['CATEGORY', product.categoryPath.map(({ name }) => name).toReversed()],
    ['OPTION', product.options.map(optionText)],
    ['VARIANT', product.variants.flatMap(({ name, sku }) => [name, sku])],
    ['DESCRIPTION', [product.description]],
  ];
  if (terms.size === 0) return [];
  return texts.flatMap(([field, candidates]) => {
    for (const text of candidates) {
      const fragment = highlight(text, terms, han);
      if (fragment !== null) return [{ field, fragment }];
    }
    return [];
  });
}
