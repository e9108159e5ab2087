import fc from 'fast-check';
import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
} from 'graphql';

/** Random choices, one after the other. */
type Dice = (sides: number) => number;

const DEPTH = 5;
const FLAGS = ['$a', '$b', 'true', 'false'];

/**
 * Writes operations that are valid by construction: a response name always stands for the same field with the same arguments,
 * whatever the object is.
 */
function write(schema: GraphQLSchema, dice: Dice): string {
  const fragments: string[] = [];
  const pick = <T>(from: readonly T[]): T => from[dice(from.length)] as T;
  const condition = () => (dice(5) > 0 ? '' : ` @${pick(['skip', 'include'])}(if: ${pick(FLAGS)})`);

  function field({ name, args, type }: GraphQLField<unknown, unknown>, parent: GraphQLCompositeType, depth: number) {
    const inner = getNamedType(type);
    if (isCompositeType(inner) && depth === 0) return undefined;
    // The alias names type and field, unless it is one that could be taken for something else.
    const alias = dice(4) > 0 ? '' : `${name}_of_${isObjectType(parent) ? '' : 'any_'}${name}: `;
    const given = args.length > 0 ? '(id: "b1")' : '';
    const below = isCompositeType(inner) ? ` ${selections(inner, depth - 1)}` : '';
    return `${alias}${name}${given}${condition()}${below}`;
  }
  function spread(parent: GraphQLCompositeType, depth: number): string {
    const related = isAbstractType(parent) ? [...schema.getPossibleTypes(parent)] : parent.getInterfaces();
    const target = pick<GraphQLCompositeType>([
      parent,
      ...related,
      ...(isObjectType(parent) ? [] : interfacesNear(parent)),
    ]);
    const body = selections(target, depth);
    if (dice(3) > 0) return `... on ${target.name}${condition()} ${body}`;
    const name = `F${fragments.length}`;
    fragments.push(`fragment ${name} on ${target.name} ${body}`);
    return `...${name}${condition()}`;
  }
  const interfacesNear = (parent: GraphQLCompositeType) =>
    isAbstractType(parent) ? schema.getPossibleTypes(parent).flatMap((type) => type.getInterfaces()) : [];

  function selections(parent: GraphQLCompositeType, depth: number): string {
    const fields = 'getFields' in parent ? Object.values(parent.getFields()) : [];
    const parts: (string | undefined)[] = [];
    for (let left = 1 + dice(4); left > 0; left--) {
      const roll = dice(8);
      if (roll === 0) parts.push(`${pick(['', 'kind: ', 'id_: '])}__typename`);
      else if (fields.length === 0 || (roll < 3 && depth > 0)) parts.push(spread(parent, Math.max(depth - 1, 0)));
      else parts.push(field(pick(fields), parent, depth));
    }
    const chosen = parts.filter((part) => part !== undefined);
    return `{ ${chosen.length > 0 ? chosen.join(' ') : '__typename'} }`;
  }
  const root = schema.getQueryType() as GraphQLCompositeType;
  const body = selections(root, DEPTH);
  return [`query ($a: Boolean! = true, $b: Boolean!) ${body}`, ...fragments].join('\n');
}

export const operations = (
  schema: GraphQLSchema,
): fc.Arbitrary<{ source: string; variables: Record<string, boolean> }> =>
  fc.record({
    source: fc.infiniteStream(fc.nat({ max: 1_000_000 })).map((stream) => {
      const numbers = stream[Symbol.iterator]();
      return write(schema, (sides) => Number(numbers.next().value) % sides);
    }),
    variables: fc.oneof(
      fc.record({ a: fc.boolean(), b: fc.boolean() }),
      fc.record({ b: fc.boolean() }) as fc.Arbitrary<Record<string, boolean>>,
    ),
  });
