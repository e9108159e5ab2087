import { executeQueryPlan, type ServiceMap } from '@apollo/gateway/dist/executeQueryPlan';
import { isPlanNode, type PlanNode, type SubscriptionNode } from '@apollo/query-planner';
import { GraphQLError, Kind, type ExecutionResult, type FragmentDefinitionNode } from 'graphql';
import type { Envelope } from '../../../platform/identity/envelope';
import type { Rooms } from '../../../platform/subgraph/transport';
import type { Graph } from '../../../gateway/supergraph/supergraph';
import type { Executor, LiveResult, Operation } from '../../../gateway/execution/executor';
import { planCache } from '../../../gateway/execution/plans';
import { mapLive } from '../../../gateway/execution/live';

type StockRequest = Parameters<typeof executeQueryPlan>[2];
type DataSource = ServiceMap[string];

/** Names the place in a subscription's plan that the event takes; no room can be called that. */
const EVENT = '(event)';

const dataSource = (rooms: Rooms, room: string): DataSource => ({
  process: ({ request: { query = '', operationName, variables }, context }) =>
    rooms(room).execute({ query, operationName, variables, envelope: context as Envelope }),
});

/** What is null although it must not be, is an error, and not a note beside an answer that looks whole. */
function honest({ extensions, ...result }: ExecutionResult): ExecutionResult {
  const violations = extensions?.valueCompletion;
  if (!Array.isArray(violations)) return result;
  return { ...result, errors: violations as GraphQLError[] };
}

const pick = (variables: Operation['variables'], names: readonly string[] = []) =>
  Object.fromEntries(names.filter((name) => variables[name] !== undefined).map((name) => [name, variables[name]]));

/** Runs Apollo's plans with the executor of `@apollo/gateway`, each fetch over a room's transport. */
export function stockExecutor(graph: Graph, rooms: Rooms): Executor {
  const planOf = planCache(graph);
  const names = [...graph.supergraph.subgraphsMetadata()].map(({ name }) => name);
  const services: ServiceMap = Object.fromEntries(names.map((name) => [name, dataSource(rooms, name)]));

  async function run(node: PlanNode | undefined, operation: Operation, envelope: Envelope, serviceMap = services) {
    const fragments = Object.fromEntries(
      operation.document.definitions
        .filter((each): each is FragmentDefinitionNode => each.kind === Kind.FRAGMENT_DEFINITION)
        .map((each) => [each.name.value, each]),
    );
    const request = {
      request: { variables: operation.variables },
      context: envelope,
      metrics: {},
    } as unknown as StockRequest;
    const operationContext = { schema: graph.apiSchema, operation: operation.definition, fragments };
    const plan = { kind: 'QueryPlan', node } as const;
    return honest(
      await executeQueryPlan(plan, serviceMap, request, operationContext, graph.supergraphSchema, graph.api),
    );
  }

  /** The rest of the plan, with the event in the place of the primary fetch. */
  function runForEvent(
    { primary, rest }: SubscriptionNode,
    event: ExecutionResult,
    operation: Operation,
    envelope: Envelope,
  ) {
    const seed: PlanNode = { ...primary, serviceName: EVENT };
    const node: PlanNode = rest ? { kind: 'Sequence', nodes: [seed, rest] } : seed;
    const answer: DataSource = { process: async () => event };
    return run(node, operation, envelope, { ...services, [EVENT]: answer });
  }

  async function subscribe(operation: Operation, envelope: Envelope): Promise<LiveResult | ExecutionResult> {
    const { node } = planOf(operation);
    if (node?.kind !== 'Subscription') throw new Error('The planner answered no subscription.');
    const { serviceName, operation: query, operationName, variableUsages } = node.primary;
    const variables = pick(operation.variables, variableUsages);
    const events = await rooms(serviceName).subscribe({ query, operationName, variables, envelope });
    if (!(Symbol.asyncIterator in events)) return events;
    return mapLive(events, { map: (event) => runForEvent(node, event, operation, envelope) });
  }

  async function execute(operation: Operation, envelope: Envelope) {
    const { node } = planOf(operation);
    if (node && !isPlanNode(node)) throw new Error('A subscription cannot be executed; it is subscribed to.');
    return run(node, operation, envelope);
  }

  return {
    schema: graph.apiSchema,
    prepare: (operation) => void planOf(operation),
    execute,
    executeInParts: async (operation, envelope) => ({ first: await execute(operation, envelope) }),
    subscribe,
  };
}
