import {
  Kind,
  type DefinitionNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  type TypeNode,
} from 'graphql';
import { isOf, joinsOf, textOf } from './joins';

/** The names of all types in a room that can be met from some of its fields, whatever is selected of them. */
export function reachOf(
  fields: readonly FieldDefinitionNode[],
  graph: string,
  { definitions }: DocumentNode,
): Set<string> {
  const reached = new Set<string>();
  const isThere = (each: DefinitionNode) => joinsOf(each as never, 'type').some((join) => isOf(join, graph));
  const inRoom = new Map(
    definitions.filter(isThere).map((each) => [(each as { name: { value: string } }).name.value, each]),
  );

  function reach(name: string): void {
    const definition = inRoom.get(name);
    if (!definition || reached.has(name)) return;
    reached.add(name);
    for (const next of [...neighbours(definition, graph), ...implementations(name)]) reach(next);
  }
  const implementations = (name: string) =>
    [...inRoom]
      .filter(([, each]) => interfacesOf(each, graph).includes(name))
      .map(([implementation]) => implementation);

  for (const name of fields.flatMap(typesOfField)) reach(name);
  return reached;
}

const named = (type: TypeNode): string => (type.kind === Kind.NAMED_TYPE ? type.name.value : named(type.type));

const typesOfField = (field: FieldDefinitionNode | InputValueDefinitionNode): string[] => [
  named(field.type),
  ...('arguments' in field ? (field.arguments ?? []).map(({ type }) => named(type)) : []),
];

const interfacesOf = (definition: DefinitionNode, graph: string) =>
  joinsOf(definition as never, 'implements')
    .filter((join) => isOf(join, graph))
    .map((join) => textOf(join, 'interface') ?? '');

function neighbours(definition: DefinitionNode, graph: string): string[] {
  const fields = ('fields' in definition ? (definition.fields ?? []) : []) as readonly FieldDefinitionNode[];
  const there = fields.filter((field) => {
    const joins = joinsOf(field, 'field');
    return joins.length === 0 || joins.some((join) => isOf(join, graph));
  });
  const members = joinsOf(definition as never, 'unionMember').filter((join) => isOf(join, graph));
  return [
    ...there.flatMap(typesOfField),
    ...interfacesOf(definition, graph),
    ...members.map((join) => textOf(join, 'member') ?? ''),
  ];
}
