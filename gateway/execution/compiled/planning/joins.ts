import { Kind, type ConstDirectiveNode, type ConstValueNode } from 'graphql';

/**
 * A directive of the join specification says something of one room, which its argument `graph` names: `@join__type`,
 * `@join__field` and the others. (specs.apollo.dev/join/v0.5)
 */
export type Join = ConstDirectiveNode;

type Joined = { readonly directives?: readonly Join[] };

const valueOf = ({ arguments: given = [] }: Join, name: string): ConstValueNode | undefined =>
  given.find((each) => each.name.value === name)?.value;

/** An argument that is a text, an enum's value or a boolean, as text. */
export function textOf(join: Join, name: string): string | undefined {
  const value = valueOf(join, name);
  return value && 'value' in value ? String(value.value) : undefined;
}

export const has = (join: Join, name: string): boolean => valueOf(join, name) !== undefined;
export const isOf = (join: Join, graph: string | undefined): boolean => textOf(join, 'graph') === graph;
/** Of a `@join__type`: whether the room can be entered by its key. */
export const isResolvable = (join: Join): boolean => textOf(join, 'resolvable') !== 'false';
export const joinsOf = ({ directives = [] }: Joined, name: 'type' | 'field' | 'implements' | 'unionMember' | 'graph') =>
  directives.filter((each) => each.name.value === `join__${name}`);

/** The same, said of another room if there is one. */
export function movedTo(join: Join, graph: string | undefined): Join {
  if (!graph) return join;
  const moved = join.arguments?.map((each) =>
    each.name.value === 'graph' ? { ...each, value: { kind: Kind.ENUM as const, value: graph } } : each,
  );
  return { ...join, arguments: moved };
}

/** That a room has a field. */
export const fieldIn = (graph: string): Join => ({
  kind: Kind.DIRECTIVE,
  name: { kind: Kind.NAME, value: 'join__field' },
  arguments: [
    { kind: Kind.ARGUMENT, name: { kind: Kind.NAME, value: 'graph' }, value: { kind: Kind.ENUM, value: graph } },
  ],
});
