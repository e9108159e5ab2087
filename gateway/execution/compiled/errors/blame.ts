import { Kind, type FieldNode, type GraphQLError, type SelectionNode, type SelectionSetNode } from 'graphql';
import { errorAt } from './errors';
import type { Fetch } from '../steps/fetch';
import type { Names } from '../planning/names';
import { placesAt } from '../places';
import { isTree, type Failure, type Run, type Tree } from '../run';

/** Which failed fetch was to bring which field of which object. */
export type Blame = {
  /** Why an object lacks a field; nothing when no fetch that failed has to do with it. */
  of(object: Tree, key: string): Failure | undefined;
};

/**
 * A room that is down takes from the response what it owns and nothing else. So a failure is no error by itself: it becomes
 * one for every field of the client's that is missing for it, with the path of that field. (GraphQL, section 6.4.4)
 */
export function blameFor(failures: readonly Failure[]): Blame {
  const owed = new Map<object, Map<string, Failure>>();
  for (const failure of failures) {
    const selectionSets = askedFor(failure.fetch);
    for (const target of failure.targets) for (const each of selectionSets) mark(target, each, failure, owed);
  }
  return {
    of(object, key) {
      const fields = owed.get(object);
      // A field of another room may be missing because it requires one that is.
      return fields?.get(key) ?? fields?.values().next().value;
    },
  };
}

/** What was asked for each target: for entities, what stands below `_entities`. */
function askedFor({ document, represent }: Fetch): SelectionSetNode[] {
  return document.definitions.flatMap((definition) => {
    if (definition.kind !== Kind.OPERATION_DEFINITION) return [];
    if (!represent) return [definition.selectionSet];
    return fieldsOf(definition.selectionSet, document).flatMap(({ selectionSet }) => selectionSet ?? []);
  });
}

const keyOf = ({ alias, name }: FieldNode): string => (alias ?? name).value;

/** Follows what was asked for through what other rooms have brought. */
function mark(
  value: unknown,
  selectionSet: SelectionSetNode,
  failure: Failure,
  owed: Map<object, Map<string, Failure>>,
) {
  if (Array.isArray(value)) {
    for (const item of value) mark(item, selectionSet, failure, owed);
    return;
  }
  if (!isTree(value)) return;
  const fields = owed.get(value) ?? new Map<string, Failure>();
  owed.set(value, fields);
  const { document, renamed } = failure.fetch;
  for (const field of fieldsOf(selectionSet, document)) {
    const key = renamed.get(keyOf(field)) ?? keyOf(field);
    if (!fields.has(key)) fields.set(key, failure);
    if (field.selectionSet) mark(value[key], field.selectionSet, failure, owed);
  }
}

/** The fields of a selection set, whatever fragments they stand in. */
function fieldsOf({ selections }: SelectionSetNode, document: Fetch['document']): FieldNode[] {
  return selections.flatMap((selection: SelectionNode) => {
    if (selection.kind === Kind.FIELD) return [selection];
    if (selection.kind === Kind.INLINE_FRAGMENT) return fieldsOf(selection.selectionSet, document);
    const fragment = document.definitions.find(
      (each) => each.kind === Kind.FRAGMENT_DEFINITION && each.name.value === selection.name.value,
    );
    return fragment && 'selectionSet' in fragment ? fieldsOf(fragment.selectionSet, document) : [];
  });
}

/** Failures that no missing field told of: what they took is not in the response, but it was asked for. */
export function untold({ failures, data }: Run, names: Names): GraphQLError[] {
  return failures
    .filter(({ told }) => !told)
    .map(({ fetch, cause }) => {
      const path = placesAt(data, fetch.paths)[0]?.path ?? [];
      const shown = path.map((key) => (typeof key === 'string' ? names.ofClient(key) : key));
      return errorAt(shown.length > 0 ? shown : undefined, cause, fetch.room);
    });
}
