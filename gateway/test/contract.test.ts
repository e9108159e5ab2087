import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { runInNewContext } from 'node:vm';
import type { PlanNode, SubscriptionNode } from '@apollo/query-planner';
import { Kind, parse, validate, type OperationDefinitionNode } from 'graphql';
import { planCache } from '../execution/plans';
import { COMMITTED } from '../supergraph/load';
import { readSupergraph } from '../supergraph/supergraph';

const FOLDER = path.join(__dirname, '..', '..', 'client', 'operations');

/** How often the rooms may be asked for one operation of the contract; the rest is asked of one room, once. */
const FETCHES: Record<string, number> = {
  Me: 3,
  ProductPage: 5,
  SearchProducts: 2,
  CreateCart: 2,
  AddCartLines: 2,
  UpdateCartLines: 2,
  ApplyCoupon: 2,
  CartWithShipping: 3,
  PlaceOrder: 2,
  OrderDetail: 5,
  Orders: 4,
  Payments: 2,
  Shipments: 2,
  OrderUpdated: 4,
};

function fetchesOf(node: PlanNode | SubscriptionNode | undefined): number {
  switch (node?.kind) {
    case undefined:
      return 0;
    case 'Fetch':
      return 1;
    case 'Flatten':
      return fetchesOf(node.node);
    case 'Subscription':
      return 1 + fetchesOf(node.rest);
    case 'Sequence':
    case 'Parallel':
      return node.nodes.reduce((sum, each) => sum + fetchesOf(each), 0);
    default:
      throw new Error(`A plan of the contract has a node of the kind ${node?.kind}.`);
  }
}

describe('the operations of the contract', () => {
  const graph = readSupergraph(readFileSync(COMMITTED, 'utf8'));
  const planOf = planCache(graph);
  const operations = readdirSync(FOLDER).flatMap((file) => {
    const source = readFileSync(path.join(FOLDER, file), 'utf8');
    const document = parse(source);
    const isOperation = (node: { kind: Kind }): node is OperationDefinitionNode =>
      node.kind === Kind.OPERATION_DEFINITION;
    return document.definitions
      .filter(isOperation)
      .map((definition) => ({ source, document, definition, variables: {} }));
  });

  it.each(operations.map((operation) => [operation.definition.name?.value ?? '', operation] as const))(
    '%s fits the graph, and asks the rooms no more often than it may',
    (name, operation) => {
      expect(validate(graph.apiSchema, operation.document)).toEqual([]);
      expect(fetchesOf(planOf(operation).node)).toBeLessThanOrEqual(FETCHES[name] ?? 1);
    },
  );
});

describe('the operations in the tabs of the explorer', () => {
  it('fit the graph', () => {
    const window: { agoraOperations?: { query: string }[] } = {};
    runInNewContext(readFileSync(path.join(__dirname, '..', 'explorer', 'operations.js'), 'utf8'), { window, JSON });
    expect(window.agoraOperations).toHaveLength(6);
    const { apiSchema } = readSupergraph(readFileSync(COMMITTED, 'utf8'));
    for (const { query } of window.agoraOperations ?? []) expect(validate(apiSchema, parse(query))).toEqual([]);
  });
});
