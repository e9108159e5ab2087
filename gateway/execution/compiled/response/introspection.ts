import {
  executeSync,
  Kind,
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import type { Collected } from './collectFields';
import type { Names } from '../planning/names';
import type { Run } from '../run';

/** Answers `__schema` and `__type` from the API schema, which no room knows. */
export type Introspect = (run: Run) => void;

const isIntrospection = ({ name }: FieldNode): boolean => name.value === '__schema' || name.value === '__type';

/** @param fields those of the query itself, as they are included */
export function compileIntrospection(
  schema: GraphQLSchema,
  document: DocumentNode,
  definition: OperationDefinitionNode,
  fields: Collected,
  names: Names,
): Introspect | undefined {
  const selections = [...fields.values()].flat().filter(isIntrospection);
  if (selections.length === 0) return undefined;
  const asked: OperationDefinitionNode = { ...definition, selectionSet: { kind: Kind.SELECTION_SET, selections } };
  const others = document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
  const question: DocumentNode = { kind: Kind.DOCUMENT, definitions: [asked, ...others] };
  return (run) => {
    const { data, errors = [] } = executeSync({ schema, document: question, variableValues: run.variables });
    run.errors.push(...errors);
    for (const node of selections) {
      run.data[names.inRooms(node)] = data?.[(node.alias ?? node.name).value];
    }
  };
}
