import type { FetchNode, FlattenNode, PlanNode, ResponsePath, SequenceNode } from '@apollo/query-planner';

/** Where a fetch stands, and where else the same is asked. */
type Flattened = FlattenNode & { readonly alike?: readonly ResponsePath[] };

export const pathsOf = (node: FlattenNode): readonly ResponsePath[] => [
  node.path,
  ...((node as Flattened).alike ?? []),
];

/** What is asked, but for the name of the question. Not where it depends on the place, or others wait for it by its id. */
function questionOf({ operation, operationName = '', operationDocumentNode: _same, ...rest }: FetchNode) {
  if (!rest.requires || rest.contextRewrites?.length || rest.id !== undefined) return undefined;
  return JSON.stringify({ ...rest, operation: operation.replace(operationName, '') });
}

/** Equal for nodes that ask the same in the same order; undefined for what cannot be asked together. */
function keyOf(node: PlanNode): string | undefined {
  if (node.kind === 'Flatten') return node.node.kind === 'Fetch' ? questionOf(node.node) : undefined;
  if (node.kind !== 'Sequence') return undefined;
  const keys = node.nodes.map(keyOf);
  return keys.includes(undefined) ? undefined : JSON.stringify(keys);
}

/** Both have the same key. */
function join(one: PlanNode, other: PlanNode): PlanNode {
  if (one.kind === 'Flatten')
    return { ...one, alike: [...pathsOf(one).slice(1), ...pathsOf(other as FlattenNode)] } as Flattened;
  const { nodes } = one as SequenceNode;
  return {
    kind: 'Sequence',
    nodes: nodes.map((node, at) => join(node, (other as SequenceNode).nodes[at] as PlanNode)),
  };
}

/** Sequences of two: one thing, and all that comes after it, which may be asked together with what is elsewhere. */
export function inPairs(node: PlanNode): PlanNode {
  if (node.kind === 'Parallel') return { ...node, nodes: node.nodes.map(inPairs) };
  if (node.kind !== 'Sequence') return node;
  return node.nodes.map(inPairs).reduceRight((after, first) => ({ kind: 'Sequence', nodes: [first, after] }));
}

function innerEnds(node: PlanNode): readonly PlanNode[] {
  if (node.kind === 'Parallel') return node.nodes;
  return node.kind === 'Sequence' ? node.nodes.slice(-1) : [];
}

const ends = (node: PlanNode): PlanNode[] => [node, ...innerEnds(node).flatMap(ends)];

/** Nodes that ask the same, and one that asks it for all of them. */
export type Alike = { readonly nodes: readonly PlanNode[]; readonly joined: PlanNode };

/**
 * A plan asks a room once for each place where its entities stand. What is asked alike but for the place is asked together: in one
 * request, and once for an entity that stands in several places.
 *
 * That takes no longer: only ends of a part of a plan are joined, for which nothing waits but the end of the whole part. Those who
 * come first wait for the last, which would have taken as long without them.
 * @param part in pairs
 */
export function alikeIn(part: PlanNode): Alike[] {
  const seen = new Map<string | undefined, number>();
  for (const key of ends(part).map(keyOf)) seen.set(key, (seen.get(key) ?? 0) + 1);
  const found = new Map<string, PlanNode[]>();

  function find(node: PlanNode): void {
    const key = keyOf(node);
    if (key === undefined || seen.get(key) === 1) innerEnds(node).forEach(find);
    else found.set(key, [...(found.get(key) ?? []), node]);
  }
  find(part);
  return [...found.values()].filter(({ length }) => length > 1).map((nodes) => ({ nodes, joined: nodes.reduce(join) }));
}
