import type { OperationDefinitionNode } from 'graphql';
import type { Rooms } from '../../../platform/subgraph/transport';
import type { Graph } from '../../supergraph/supergraph';
import { planner } from '../plans';
import { broaden } from './planning/broaden';
import { compileOperation, type Compilable, type Compiled } from './compile';
import { clientSelections } from './planning/clientSelections';
import { handedOn } from './planning/handedOn';
import { lostMembers } from './steps/lostMembers';
import { namesIn, requiredFields } from './planning/names';
import { overrideRoll, type Roll } from './planning/overrides';
import { plannable } from './planning/plannable';
import type { PlanCounts } from './planCounts';
import { planning } from './planning/planned';
import { typesOf } from './types';

const MAX_COMPILED = 2000;

export type CacheOptions = {
  readonly graph: Graph;
  readonly rooms: Rooms;
  readonly random: () => number;
  readonly counts: PlanCounts;
};

/** Finds what was compiled for an operation: at once when it is the same parsed document, else by its text and name. */
export function compiledCache({ graph, rooms, random, counts }: CacheOptions): (operation: Compilable) => Compiled {
  const { supergraph, required: withArguments, rooms: ownRooms, objects } = plannable(graph.supergraph);
  const directives = handedOn(graph.apiSchema);
  const broadened = broaden(graph.apiSchema, objects);
  const roomOf = (name: string) => ownRooms.get(name) ?? name;
  const planned = planning(graph, planner({ supergraph, api: graph.api }));
  const roll = overrideRoll(graph.supergraph.schema, random);
  const required = requiredFields(supergraph.schema);
  const types = typesOf(graph.supergraphSchema, supergraph);
  const lost = lostMembers(supergraph, types);
  const byText = new Map<string, Compiled>();
  // Whoever parses keeps what is asked often; it falls out of here with the parsed document.
  const byDefinition = new WeakMap<OperationDefinitionNode, { readonly key: string; readonly compiled: Compiled }>();

  function compile(operation: Compilable, { overrides }: ReturnType<Roll>): Compiled {
    const names = namesIn(directives.planned(operation.document), required, objects.size > 0);
    const found = planned(operation, broadened(names.document), overrides);
    const hasContexts = JSON.stringify(found.plan).includes('"contextRewrites"');
    const restore = lost?.(clientSelections(names.document, operation.definition.name?.value));
    const ground = { rooms, types, names, directives, restore, required: withArguments, roomOf, hasContexts };
    return compileOperation(operation, found, ground, graph.apiSchema);
  }

  function find(operation: Compilable, rolled: ReturnType<Roll>): Compiled {
    const key = `${rolled.key}${operation.variant ?? ''}\n${operation.definition.name?.value ?? ''}\n${operation.source}`;
    const known = byText.get(key);
    // Taken out and put back, so that the oldest entry is the one longest unused.
    if (known) byText.delete(key);
    counts[known ? 'hits' : 'misses']++;
    const found = known ?? compile(operation, rolled);
    byText.set(key, found);
    if (byText.size > MAX_COMPILED) byText.delete(byText.keys().next().value as string);
    counts.size = byText.size;
    return found;
  }

  return (operation) => {
    const rolled = roll();
    const known = byDefinition.get(operation.definition);
    if (known?.key === rolled.key) {
      counts.hits++;
      return known.compiled;
    }
    const compiled = find(operation, rolled);
    byDefinition.set(operation.definition, { key: rolled.key, compiled });
    return compiled;
  };
}
