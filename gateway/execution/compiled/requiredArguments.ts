import {
  Kind,
  parse,
  print,
  stripIgnoredCharacters,
  visit,
  type ConstDirectiveNode,
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
  /** Which of those each field requires, by its name. */
  readonly neededBy: ReadonlyMap<string, ReadonlySet<string>>;
};

export const noArguments: RequiredArguments = { fields: new Map(), neededBy: new Map() };

type TypeNodeWithFields = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;

/** Gives each field that is required with arguments a name of its own, beside the field, in each type that has it. */
export function withoutArguments(document: DocumentNode): { document: DocumentNode; required: RequiredArguments } {
  const fields = new Map<string, RequiredField>();
  const neededBy = new Map<string, Set<string>>();
  const names = new Map<string, string>();

  function ownName({ name, arguments: given }: FieldNode): string {
    const key = stripIgnoredCharacters(print({ kind: Kind.FIELD, name, arguments: given }));
    const own = names.get(key) ?? `own_${name.value}_${names.size}`;
    names.set(key, own);
    fields.set(own, { name, arguments: given });
    return own;
  }
  const rename = (directive: ConstDirectiveNode, requiring: string): ConstDirectiveNode => ({
    ...directive,
    arguments: directive.arguments?.map((argument) => {
      if (argument.name.value !== 'requires' || argument.value.kind !== Kind.STRING) return argument;
      const needed = neededBy.get(requiring) ?? new Set<string>();
      const renamed = visit(selectionOf(argument.value.value), {
        Field(field) {
          if (!field.arguments?.length) return undefined;
          needed.add(ownName(field));
          return { ...field, name: { ...field.name, value: ownName(field) }, arguments: [] };
        },
      });
      if (needed.size > 0) neededBy.set(requiring, needed);
      const value = stripIgnoredCharacters(print(renamed)).slice(1, -1);
      return { ...argument, value: { ...argument.value, value, block: false } };
    }),
  });
  const renamed = visit(document, {
    FieldDefinition: (field) => ({
      ...field,
      directives: field.directives?.map((directive) => rename(directive, field.name.value)),
    }),
  });
  const added = <Type extends TypeNodeWithFields>(type: Type): Type => ({
    ...type,
    fields: type.fields?.flatMap((field) => [field, ...copiesOf(field, fields)]),
  });
  const changed = visit(renamed, {
    ObjectTypeDefinition: { leave: added },
    InterfaceTypeDefinition: { leave: added },
  });
  return { document: changed, required: { fields, neededBy } };
}

const selectionOf = (selection: string): SelectionSetNode =>
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
