import { Kind, visit, type DocumentNode, type OperationDefinitionNode, type SelectionNode } from 'graphql';
import type { Run } from './run';

/** What variables are when the client gives none. */
export type Defaults = ReadonlyMap<string, unknown>;

/** The variables that `@skip` and `@include` ask for, as one request has them. */
export type Flags = ReadonlyMap<string, boolean>;

export const defaultsOf = ({ variableDefinitions = [] }: OperationDefinitionNode): Defaults =>
  new Map(
    variableDefinitions.flatMap(({ variable, defaultValue }) =>
      // Only booleans are asked for: rooms fill in the rest themselves.
      defaultValue?.kind === Kind.BOOLEAN ? [[variable.name.value, defaultValue.value]] : [],
    ),
  );

export function valueOf(variable: string, variables: Run['variables'], defaults: Defaults): unknown {
  const given = Object.hasOwn(variables, variable) ? variables[variable] : undefined;
  return given === undefined ? defaults.get(variable) : given;
}

/** The variables in `@skip` and `@include` of a document. */
export function flagNames(document: DocumentNode): string[] {
  const names = new Set<string>();
  visit(document, {
    Directive({ name, arguments: given = [] }) {
      if (name.value !== 'skip' && name.value !== 'include') return;
      for (const { value } of given) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names];
}

/** Whether a selection is asked for. (GraphQL, sections 3.13.1 and 3.13.2) */
export function isIncluded({ directives = [] }: SelectionNode, flags: Flags): boolean {
  return directives.every(({ name, arguments: given = [] }) => {
    if (name.value !== 'skip' && name.value !== 'include') return true;
    const value = given[0]?.value;
    const holds =
      value?.kind === Kind.VARIABLE ? flags.get(value.name.value) : value?.kind === Kind.BOOLEAN && value.value;
    return holds === (name.value === 'include');
  });
}
