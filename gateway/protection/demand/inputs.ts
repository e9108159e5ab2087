import {
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  Kind,
  valueFromASTUntyped,
  type GraphQLInputType,
  type OperationDefinitionNode,
  type ValueNode,
} from 'graphql';
import type { Weights } from './weights';

export type Variables = Readonly<Record<string, unknown>>;
/** What an argument's value is, once the variables are known. */
export type ReadValue = (variables: Variables) => unknown;

/** Reads values as an operation writes them, with its variables' defaults. */
export function valueReader({ variableDefinitions = [] }: OperationDefinitionNode): (node: ValueNode) => ReadValue {
  const defaults = new Map<string, unknown>();
  for (const { variable, defaultValue } of variableDefinitions)
    if (defaultValue) defaults.set(variable.name.value, valueFromASTUntyped(defaultValue));
  return (node) => {
    if (node.kind === Kind.VARIABLE) {
      const { value: name } = node.name;
      return (variables) => (variables[name] === undefined ? defaults.get(name) : variables[name]);
    }
    return (variables) => valueFromASTUntyped(node, variables);
  };
}

/** What an input costs: 1 for each object in it, and what `@cost` says of its parts. */
export function inputCost(weights: Weights, type: GraphQLInputType, value: unknown, own?: number): number {
  if (value === null || value === undefined) return 0;
  if (isNonNullType(type)) return inputCost(weights, type.ofType, value, own);
  if (isListType(type)) {
    const items = Array.isArray(value) ? value : [value];
    return items.reduce((sum: number, item) => sum + inputCost(weights, type.ofType, item), own ?? 0);
  }
  if (isLeafType(type) || !isInputObjectType(type)) return own ?? 0;
  return Object.entries(value).reduce((sum, [name, each]) => {
    const field = type.getFields()[name];
    return field ? sum + inputCost(weights, field.type, each, weights.ofInputField(type.name, name)) : sum;
  }, own ?? 1);
}
