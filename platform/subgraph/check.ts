import type { GraphQLSchema } from 'graphql';
import { EVENTS } from '../contracts';
import { publisherOf } from '../events/event';
import type { AnySubgraph } from './definition';

const FEDERATION_FIELDS = new Set(['_entities', '_service']);

function* policyFindings({ name, policies }: AnySubgraph, schema: GraphQLSchema): Generator<string> {
  const roots = {
    Query: schema.getQueryType(),
    Mutation: schema.getMutationType(),
    Subscription: schema.getSubscriptionType(),
  };
  for (const [type, root] of Object.entries(roots)) {
    const declared = policies[type as 'Query'] ?? {};
    const fields = Object.keys(root?.getFields() ?? {}).filter((field) => !FEDERATION_FIELDS.has(field));
    for (const field of fields)
      if (!(field in declared)) yield `${type}.${field} has no policy. Add it to subgraphs/${name}/policies.ts.`;
    for (const field of Object.keys(declared))
      if (!fields.includes(field)) yield `policies.ts names ${type}.${field}, which is not in the schema.`;
  }
}

function* eventFindings({ name, publishes = [], on = {} }: AnySubgraph): Generator<string> {
  for (const { type } of publishes) {
    if (!EVENTS.has(type)) yield `it publishes ${type}, which has no contract in platform/contracts/.`;
    if (publisherOf(type) !== name) yield `it publishes ${type}, which belongs to ${publisherOf(type)}.`;
  }
  for (const type of Object.keys(on))
    if (!EVENTS.has(type)) yield `it listens to ${type}, which has no contract in platform/contracts/.`;
}

function* nameFindings({ name, jobs = [], sagas = [] }: AnySubgraph): Generator<string> {
  for (const each of [...jobs, ...sagas])
    if (!each.name.startsWith(`${name}.`)) yield `"${each.name}" must begin with "${name}.".`;
}

/**
 * Refuses a room that is not whole. States that cannot be reached and steps without undo are refused earlier, where
 * `machine` and `saga` declare them.
 * @throws Error with every finding, one a line
 */
export function checkDefinition(definition: AnySubgraph, schema: GraphQLSchema): void {
  const findings = [...policyFindings(definition, schema), ...eventFindings(definition), ...nameFindings(definition)];
  if (findings.length === 0) return;
  throw new Error(
    `The room ${definition.name} cannot start:\n${findings.map((finding) => `  - ${finding}`).join('\n')}`,
  );
}
