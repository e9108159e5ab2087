import {
  Kind,
  parse,
  print,
  stripIgnoredCharacters,
  visit,
  type ConstArgumentNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type FieldNode,
  type InterfaceTypeDefinitionNode,
  type ObjectTypeDefinitionNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/** A field with arguments that another field requires, as the planner has it: a field of its own. */
export type RequiredField = Pick<FieldNode, 'name' | 'arguments'>;

export type RequiredArguments = {
  /** What rooms are asked for in the place of a field of the planner's. */
  readonly fields: ReadonlyMap<string, RequiredField>;
};

type TypeNodeWithFields = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;

/** Gives each field that is required with arguments a name of its own, beside the field, in each type that has it. */
export function withoutArguments(document: DocumentNode): { document: DocumentNode; required: RequiredArguments } {
  const fields = new Map<string, RequiredField>();
  const names = new Map<string, string>();

  function ownName({ name, arguments: given }: FieldNode): string {
    const key = stripIgnoredCharacters(print({ kind: Kind.FIELD, name, arguments: given }));
    const own = names.get(key) ?? `own_${name.value}_${names.size}`;
    names.set(key, own);
    fields.set(own, { name, arguments: given });
    return own;
  }
  function rename(argument: ConstArgumentNode): ConstArgumentNode | undefined {
    if (argument.name.value !== 'requires' || argument.value.kind !== Kind.STRING) return undefined;
    if (!argument.value.value.includes('(')) return undefined;
    const renamed = visit(selectionOf(argument.value.value), {
      Field: (field) =>
        field.arguments?.length
          ? { ...field, name: { ...field.name, value: ownName(field) }, arguments: [] }
          : undefined,
    });
    const value = stripIgnoredCharacters(print(renamed)).slice(1, -1);
    return { ...argument, value: { ...argument.value, value, block: false } };
  }
  const renamed = visit(document, { Argument: (argument) => rename(argument as ConstArgumentNode) });
  if (fields.size === 0) return { document, required: { fields } };
  const added = <Type extends TypeNodeWithFields>(type: Type): Type => ({
    ...type,
    fields: type.fields?.flatMap((field) => [field, ...copiesOf(field, fields)]),
  });
  const changed = visit(renamed, {
    ObjectTypeDefinition: { leave: added },
    InterfaceTypeDefinition: { leave: added },
  });
  return { document: changed, required: { fields } };
}

/** A set of fields as directives name them, without braces. */
export const selectionOf = (selection: string): SelectionSetNode =>
  (parse(`{${selection}}`, { noLocation: true }).definitions[0] as OperationDefinitionNode).selectionSet;

/** A field stands where the one that it is taken from stands, and belongs to the same rooms. */
const copiesOf = (field: FieldDefinitionNode, fields: RequiredArguments['fields']): FieldDefinitionNode[] =>
  [...fields]
    .filter(([, { name, arguments: given = [] }]) => {
      const known = new Set(field.arguments?.map((argument) => argument.name.value));
      return name.value === field.name.value && given.every((argument) => known.has(argument.name.value));
    })
    .map(([own]) => ({ ...field, name: { ...field.name, value: own }, arguments: [] }));

/** A question as its room knows the fields. */
export const withArguments = (document: DocumentNode, { fields }: RequiredArguments): DocumentNode =>
  visit(document, {
    Field(field) {
      const required = fields.get(field.name.value);
      return required && { ...field, ...required, alias: field.alias ?? field.name };
    },
  });
