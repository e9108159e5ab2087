import {
  Kind,
  visit,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type VariableDefinitionNode,
} from 'graphql';
import type { Path } from '../places';
import type { Types } from '../types';

/** A field, and the type conditions that it stands within. */
export type Asked = { readonly field: FieldNode; readonly conditions: readonly string[] };

/** A client's operation, read place by place. */
export type ClientSelections = {
  readonly variables: readonly VariableDefinitionNode[];
  at(path: Path): readonly Asked[];
  /** What is asked below the fields with a response name, whatever the type. */
  below(asked: readonly Asked[], name: string): readonly Asked[];
};

export const responseName = ({ alias, name }: FieldNode): string => (alias ?? name).value;

/** Those that are asked of a type. */
export const within = (asked: readonly Asked[], type: string, types: Types): readonly Asked[] =>
  asked.filter(({ conditions }) => conditions.every((each) => types.withinCondition(each).has(type)));

export function clientSelections(document: DocumentNode, operationName: string | undefined): ClientSelections {
  const fragments = new Map<string, FragmentDefinitionNode>();
  visit(document, { FragmentDefinition: (each) => void fragments.set(each.name.value, each) });
  const operation = document.definitions.find(
    (each): each is OperationDefinitionNode =>
      each.kind === Kind.OPERATION_DEFINITION && each.name?.value === operationName,
  );

  function fieldsOf(selections: readonly SelectionNode[], conditions: readonly string[] = []): Asked[] {
    return selections.flatMap((each) => {
      if (each.kind === Kind.FIELD) return [{ field: each, conditions }];
      const fragment = each.kind === Kind.INLINE_FRAGMENT ? each : fragments.get(each.name.value);
      const condition = fragment?.typeCondition?.name.value;
      const inner = condition === undefined ? conditions : [...conditions, condition];
      return fieldsOf(fragment?.selectionSet.selections ?? [], inner);
    });
  }

  const below: ClientSelections['below'] = (asked, name) =>
    asked.flatMap(({ field }) => (responseName(field) === name ? fieldsOf(field.selectionSet?.selections ?? []) : []));

  const root = fieldsOf(operation?.selectionSet.selections ?? []);
  return {
    variables: operation?.variableDefinitions ?? [],
    below,
    at: (path) => path.filter((step) => step !== '@').reduce<readonly Asked[]>(below, root),
  };
}
