import type { OperationDefinitionNode } from 'graphql';
import type { Rooms } from '../../../platform/subgraph/transport';
import type { Graph } from '../../supergraph/supergraph';
import type { Operation } from '../executor';
import { planCache } from '../plans';
import { compileOperation, type Compiled } from './compile';
import { namesIn, requiredFields } from './names';
import { typesOf } from './types';

const MAX_COMPILED = 2000;

type Compilable = Omit<Operation, 'variables'>;

/** Finds what was compiled for an operation: at once when it is the same parsed document, else by its text and name. */
export function compiledCache(graph: Graph, rooms: Rooms): (operation: Compilable) => Compiled {
  const planOf = planCache(graph);
  const required = requiredFields(graph.supergraph.schema);
  const types = typesOf(graph.supergraphSchema);
  const byText = new Map<string, Compiled>();
  // Whoever parses keeps what is asked often; it falls out of here with the parsed document.
  const byDefinition = new WeakMap<OperationDefinitionNode, Compiled>();

  function compile(operation: Compilable): Compiled {
    const names = namesIn(operation.document, required);
    const plan = planOf({ ...operation, document: names.document });
    return compileOperation(operation, plan, { rooms, types, names }, graph.apiSchema);
  }

  function find(operation: Compilable): Compiled {
    const key = `${operation.definition.name?.value ?? ''}\n${operation.source}`;
    const known = byText.get(key);
    // Taken out and put back, so that the oldest entry is the one longest unused.
    if (known) byText.delete(key);
    const found = known ?? compile(operation);
    byText.set(key, found);
    if (byText.size > MAX_COMPILED) byText.delete(byText.keys().next().value as string);
    return found;
  }

  return (operation) => {
    const known = byDefinition.get(operation.definition);
    if (known) return known;
    const found = find(operation);
    byDefinition.set(operation.definition, found);
    return found;
  };
}
