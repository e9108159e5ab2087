import fc from 'fast-check';
import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isLeafType,
  isRequiredArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
} from 'graphql';
import type { Case } from './case';

const ALIASES = ['', '', '', 'a: ', 'b: ', 'id: ', 'name: ', 'title: '];
const CONDITIONS = [
  '',
  '',
  '',
  '',
  '',
  ' @include(if: $yes)',
  ' @skip(if: $yes)',
  ' @include(if: $no)',
  ' @skip(if: $no)',
];
const VARIABLES = { yes: true, no: false };

type Ground = { readonly schema: GraphQLSchema; readonly values: NonNullable<Case['generate']> };
type Text = fc.Arbitrary<string>;

function argumentsOf({ args }: GraphQLField<unknown, unknown>, { values }: Ground): Text | undefined {
  const known = args.filter((each) => values[each.name]);
  if (args.some((each) => isRequiredArgument(each) && !values[each.name])) return undefined;
  const given = known.map((each) => {
    const value = fc.constantFrom(...(values[each.name] ?? [])).map((text) => `${each.name}: ${text}`);
    return isRequiredArgument(each) ? value : fc.option(value, { nil: '' });
  });
  return fc.tuple(...given).map((texts) => {
    const list = texts.filter(Boolean).join(', ');
    return list && `(${list})`;
  });
}

function fieldOf(field: GraphQLField<unknown, unknown>, ground: Ground, depth: number): Text | undefined {
  const type = getNamedType(field.type);
  const args = argumentsOf(field, ground);
  if (!args || (!isLeafType(type) && depth === 0)) return undefined;
  const below = isCompositeType(type) ? selectionOf(type, ground, depth - 1) : fc.constant('');
  return fc
    .tuple(fc.constantFrom(...ALIASES), args, fc.constantFrom(...CONDITIONS), below)
    .map(([alias, given, condition, selection]) => `${alias}${field.name}${given}${condition}${selection}`);
}

/** All that an object here may be, and all that such objects may be called: also types that the place does not name. */
function namesFor(type: GraphQLCompositeType, { schema }: Ground): GraphQLCompositeType[] {
  const objects = isAbstractType(type) ? schema.getPossibleTypes(type) : [type];
  const all = Object.values(schema.getTypeMap()).filter(isAbstractType);
  const abstract = all.filter((each) => objects.some((object) => schema.isSubType(each, object)));
  return [...new Set([type, ...objects, ...abstract])];
}

function fragmentsOf(type: GraphQLCompositeType, ground: Ground, depth: number): Text[] {
  if (depth === 0) return [];
  return namesFor(type, ground).map((each) =>
    fc
      .tuple(fc.constantFrom(...CONDITIONS), selectionOf(each, ground, depth - 1))
      .map(([condition, selection]) => `... on ${each.name}${condition}${selection}`),
  );
}

function selectionOf(type: GraphQLCompositeType, ground: Ground, depth: number): Text {
  const fields = 'getFields' in type ? Object.values(type.getFields()) : [];
  const found = fields.map((each) => fieldOf(each, ground, depth)).filter((each) => each !== undefined);
  const parts = [...found, ...found, ...fragmentsOf(type, ground, depth), fc.constant('__typename')];
  return fc.array(fc.oneof(...parts), { minLength: 1, maxLength: 4 }).map((lines) => ` { ${lines.join(' ')} }`);
}

/** Queries of the schema, not all of them valid: selections may not merge. */
export function queriesOf(schema: GraphQLSchema, values: NonNullable<Case['generate']>): Text {
  const query = schema.getQueryType();
  if (!query) throw new Error('Nothing can be asked.');
  return selectionOf(query, { schema, values }, 4).map((selection) => {
    const used = Object.keys(VARIABLES).filter((name) => selection.includes(`$${name})`));
    const declared = used.map((name) => `$${name}: Boolean = ${VARIABLES[name as keyof typeof VARIABLES]}`).join(', ');
    return `query ${declared && `(${declared})`}${selection}`;
  });
}
