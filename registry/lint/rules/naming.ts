import { Kind, type ASTNode } from 'graphql';
import { elementsOf } from '../../composition/places';
import { isForeign, type Rule } from '../rule';

type Style = { readonly pattern: RegExp; readonly name: string };

const PASCAL: Style = { pattern: /^[A-Z][A-Za-z0-9]*$/, name: 'PascalCase' };
const CAMEL: Style = { pattern: /^[a-z][A-Za-z0-9]*$/, name: 'camelCase' };
const SCREAMING: Style = { pattern: /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/, name: 'SCREAMING_CASE' };
/** An input is what an act takes, or what a list is narrowed by. */
const INPUT = /(Input|Filter)$/;

function styleOf({ kind }: ASTNode): Style {
  if (kind === Kind.ENUM_VALUE_DEFINITION) return SCREAMING;
  return kind === Kind.FIELD_DEFINITION || kind === Kind.INPUT_VALUE_DEFINITION ? CAMEL : PASCAL;
}

/** Types are PascalCase, fields and arguments camelCase, enum values SCREAMING_CASE; inputs end in Input, or Filter. */
export const naming: Rule = function* ({ document }) {
  for (const [coordinate, node] of elementsOf(document)) {
    if (!('name' in node) || !node.name || isForeign(coordinate) || coordinate.startsWith('@')) continue;
    const { value: name } = node.name;
    const style = styleOf(node);
    if (!style.pattern.test(name))
      yield {
        coordinate,
        message: `${coordinate} is not in ${style.name}.`,
        remedy: `Write it in ${style.name}.`,
        node,
      };
    if (node.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION && !INPUT.test(name))
      yield {
        coordinate,
        message: `The input ${name} does not say that it is one.`,
        remedy: `Call it ${name}Input.`,
        node,
      };
  }
};
