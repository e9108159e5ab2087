import { elementsOf } from '../../composition/places';
import { isForeign, type Rule } from '../rule';
import { rootTypes } from '../roots';

/** Every type, field, argument and enum value says what it means. Root types explain themselves. */
export const described: Rule = function* ({ document }, graph) {
  const roots = rootTypes(document);
  for (const [coordinate, node] of elementsOf(document)) {
    if (isForeign(coordinate) || coordinate.startsWith('@') || roots.has(coordinate)) continue;
    if (graph.described.has(coordinate)) continue;
    yield {
      coordinate,
      message: `${coordinate} has no description.`,
      remedy: 'Say above it what it means in the business, its unit, and when it is null.',
      node,
    };
  }
};
