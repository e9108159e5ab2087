import {
  Kind,
  parse,
  print,
  type ConstDirectiveNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  type ObjectTypeExtensionNode,
  type TypeDefinitionNode,
} from 'graphql';
import { byName, code, page, table } from '../markdown';

export type RoomSchema = { readonly name: string; readonly typeDefs: string };

type TypeNode = TypeDefinitionNode | ObjectTypeExtensionNode;

const ROOTS = ['Query', 'Mutation', 'Subscription'];
const WORDS: Record<TypeNode['kind'], string> = {
  ObjectTypeDefinition: 'type',
  ObjectTypeExtension: 'type',
  InterfaceTypeDefinition: 'interface',
  UnionTypeDefinition: 'union',
  EnumTypeDefinition: 'enum',
  InputObjectTypeDefinition: 'input',
  ScalarTypeDefinition: 'scalar',
};

const isType = (node: { kind: string }): node is TypeNode => node.kind in WORDS;

const marks = (directives: readonly ConstDirectiveNode[] = []): string =>
  directives
    .filter(({ name }) => name.value !== 'shareable')
    .map((directive) => code(print(directive)))
    .join(' ');

const described = (node: { description?: { value: string }; directives?: readonly ConstDirectiveNode[] }): string =>
  [node.description?.value ?? '', marks(node.directives)].filter(Boolean).join(' ');

function fieldRows(field: FieldDefinitionNode): string[][] {
  const name = field.name.value;
  return [
    [code(name), code(print(field.type)), described(field)],
    ...(field.arguments ?? []).map((argument) => inputRow(argument, `${name}(${argument.name.value}:)`)),
  ];
}

function inputRow(node: InputValueDefinitionNode, name = node.name.value): string[] {
  const fallback = node.defaultValue ? ` Default: ${code(print(node.defaultValue))}.` : '';
  return [code(name), code(print(node.type)), described(node) + fallback];
}

function contents(node: TypeNode): string {
  const head = ['Field', 'Type', 'Meaning'];
  switch (node.kind) {
    case Kind.OBJECT_TYPE_DEFINITION:
    case Kind.OBJECT_TYPE_EXTENSION:
    case Kind.INTERFACE_TYPE_DEFINITION:
      return table(head, (node.fields ?? []).flatMap(fieldRows));
    case Kind.INPUT_OBJECT_TYPE_DEFINITION:
      return table(
        head,
        (node.fields ?? []).map((field) => inputRow(field)),
      );
    case Kind.ENUM_TYPE_DEFINITION:
      return table(
        ['Value', 'Meaning'],
        (node.values ?? []).map((value) => [code(value.name.value), described(value)]),
      );
    case Kind.UNION_TYPE_DEFINITION:
      return `One of: ${(node.types ?? []).map(print).join(', ')}.`;
    case Kind.SCALAR_TYPE_DEFINITION:
      return '';
    default:
      return node satisfies never;
  }
}

const section = (node: TypeNode): string[] => [
  ROOTS.includes(node.name.value) ? `## ${node.name.value}` : `## ${WORDS[node.kind]} ${node.name.value}`,
  described('description' in node ? node : { directives: node.directives }),
  contents(node),
];

const rank = ({ name }: TypeNode): string =>
  ROOTS.includes(name.value) ? String(ROOTS.indexOf(name.value)) : `9${name.value}`;

/** What a room offers the graph: root fields first, then its types by name. */
export function schemaPage({ name, typeDefs }: RoomSchema): string {
  const types = parse(typeDefs).definitions.filter(isType).toSorted(byName(rank));
  const introduction =
    'What this room offers the graph. `@inaccessible` is for other rooms alone; `@tag(name: "staff")` is for those who ' +
    'work for the shop; `@external` and `@requires` name what this room reads of another room’s entity.';
  return page(`Schema: ${name}`, introduction, types.flatMap(section));
}
