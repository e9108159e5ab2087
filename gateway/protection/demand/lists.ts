import type { GraphQLField, ValueNode } from 'graphql';
import type { ReadValue, Variables } from './inputs';
import type { ListSize } from './weights';

/** Values of a list of which nothing is said. */
export const UNSAID = 5;

export type Count = (variables: Variables) => number;

/** How long a list can be: the most that any slicing argument asks for, by itself or by default, else what is assumed. */
export function listCount(
  { slicingArguments, assumedSize }: ListSize,
  { args }: GraphQLField<unknown, unknown>,
  given: ReadonlyMap<string, ValueNode>,
  read: (node: ValueNode) => ReadValue,
): Count {
  const slices = (slicingArguments ?? []).map((name): ReadValue => {
    const byDefault = args.find((each) => each.name === name)?.defaultValue;
    const node = given.get(name);
    const value = node && read(node);
    return (variables) => value?.(variables) ?? byDefault;
  });
  return (variables) => {
    const known = slices.map((slice) => slice(variables)).filter((each): each is number => typeof each === 'number');
    return Math.max(0, known.length > 0 ? Math.max(...known) : (assumedSize ?? UNSAID));
  };
}
