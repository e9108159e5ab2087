import type { FetchNode, FlattenNode, PlanNode, ResponsePath, SequenceNode } from '@apollo/query-planner';

/** Where a fetch stands, and where else the same is asked at the same time. */
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

/**
 * A plan asks a room once for each place where its entities stand. What is asked at the same time, and alike but for the place,
 * is asked together: in one request, and once for an entity that stands in several places.
 */
export function joinAlike(nodes: readonly PlanNode[]): readonly PlanNode[] {
  const joined = new Map<unknown, PlanNode>();
  for (const node of nodes) {
    const key = keyOf(node) ?? node;
    const known = joined.get(key);
    joined.set(key, known ? join(known, node) : node);
  }
  return [...joined.values()];
}
