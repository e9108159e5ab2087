import { Kind, type DocumentNode, type OperationDefinitionNode } from 'graphql';
import { planner } from '../../gateway/execution/plans';
import { estimatedCost } from '../../gateway/protection/demand/cost';
import { pricer } from '../../gateway/protection/demand/price';
import { readWeights } from '../../gateway/protection/demand/weights';
import type { Graph } from '../../gateway/supergraph/supergraph';

/** What an operation takes: questions to subgraphs, and its estimated cost without the values of its variables. */
export type Measure = { readonly fetches: number; readonly cost: number };

/** Nodes of a query plan, as far as they hold others. */
type PlanNode = {
  readonly kind: string;
  readonly nodes?: readonly PlanNode[];
  readonly node?: PlanNode;
  readonly primary?: PlanNode | { readonly node?: PlanNode };
  readonly rest?: PlanNode;
  readonly deferred?: readonly { readonly node?: PlanNode }[];
  readonly ifClause?: PlanNode;
  readonly elseClause?: PlanNode;
};

function fetchesIn(node: PlanNode | undefined): number {
  if (!node) return 0;
  const { nodes = [], primary, deferred = [] } = node;
  const first = primary && !('kind' in primary) ? primary.node : primary;
  const inner = [...nodes, node.node, first, node.rest, ...deferred.map((each) => each.node)];
  // Only one of the two ways is taken.
  const either = Math.max(fetchesIn(node.ifClause), fetchesIn(node.elseClause));
  return (node.kind === 'Fetch' ? 1 : 0) + either + inner.reduce((sum, each) => sum + fetchesIn(each), 0);
}

export const operationIn = ({ definitions }: DocumentNode): OperationDefinitionNode | undefined =>
  definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION);

/** Measures operations of one graph. @throws AgoraError for one that is too large to be planned */
export function measurer(graph: Graph): (document: DocumentNode) => Measure {
  const plan = planner(graph);
  const price = pricer(graph.apiSchema, readWeights(graph));
  return (document) => {
    const definition = operationIn(document);
    if (!definition) return { fetches: 0, cost: 0 };
    const { node } = plan({ source: '', document, definition });
    return { fetches: fetchesIn(node), cost: estimatedCost(price(document, definition), {}) };
  };
}
