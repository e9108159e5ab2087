import { setImmediate } from 'node:timers/promises';
import {
  Kind,
  visit,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { coordinatesOf } from '../../platform/delivery/coordinates';
import type { Client } from './clients';
import { walkOfVariables, type WalkVariables } from './given';

export type Asked = {
  readonly document: DocumentNode;
  readonly definition: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
};

type Tallied = { count: number; lastIn: number };
/** One operation by one client. `given` is what values of variables have named. */
type Cell = { count: number; readonly given: Map<string, Tallied> };

type Counted = {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly walk: WalkVariables | undefined;
  readonly cells: Map<Client, Cell>;
};

/** Counts requests, cheaply: what they use is worked out later. */
export type Counting = {
  note(client: Client, schema: GraphQLSchema, asked: Asked): void;
  /** Tells what was counted so far, and begins anew. */
  take(hear: (client: Client, coordinate: string, count: number) => void): Promise<void>;
  /** Requests that could not be counted. */
  dropped(): number;
};

/** Anybody can send any number of operations. */
const MOST_OPERATIONS = 10_000;
/** Milliseconds of work without a pause for others. */
const SLICE = 4;

/** An operation and the fragments that it uses, directly or not. */
function partsOf(document: DocumentNode, definition: OperationDefinitionNode) {
  const fragments = new Map(
    document.definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [])),
  );
  const parts = new Set<OperationDefinitionNode | FragmentDefinitionNode>([definition]);
  for (const part of parts) {
    visit(part, {
      FragmentSpread({ name }) {
        const fragment = fragments.get(name.value);
        if (fragment) parts.add(fragment);
      },
    });
  }
  return parts;
}

/** What an operation uses, whatever its variables hold. */
function fixedOf({ schema, document }: Counted, definition: OperationDefinitionNode): ReadonlySet<string> {
  // Of a variable, only what is given counts.
  const asked = [...partsOf(document, definition)].map((part) => ({ ...part, variableDefinitions: [] }));
  return new Set(asked.flatMap((part) => [...coordinatesOf(schema, part)]));
}

/** A coordinate counts once a request, however often it occurs in it. */
function countGiven({ given }: Cell, { walk }: Counted, variables: Asked['variables'], request: number): void {
  walk?.(variables, (coordinate) => {
    const tallied = given.get(coordinate);
    if (!tallied) given.set(coordinate, { count: 1, lastIn: request });
    else if (tallied.lastIn !== request) {
      tallied.count++;
      tallied.lastIn = request;
    }
  });
}

export function counting(most = MOST_OPERATIONS): Counting {
  const fixed = new WeakMap<OperationDefinitionNode, ReadonlySet<string>>();
  let operations = new Map<OperationDefinitionNode, Counted>();
  let cells = 0;
  let requests = 0;
  let dropped = 0;

  function countedOf(schema: GraphQLSchema, { document, definition }: Asked): Counted {
    const counted = { schema, document, walk: walkOfVariables(schema, definition), cells: new Map<Client, Cell>() };
    operations.set(definition, counted);
    return counted;
  }

  function cellOf({ cells: ofClients }: Counted, client: Client): Cell {
    cells++;
    const cell: Cell = { count: 0, given: new Map() };
    ofClients.set(client, cell);
    return cell;
  }

  return {
    note(client, schema, asked) {
      const known = operations.get(asked.definition);
      const found = known?.cells.get(client);
      if (!found && cells >= most) {
        dropped++;
        return;
      }
      const counted = known ?? countedOf(schema, asked);
      const cell = found ?? cellOf(counted, client);
      cell.count++;
      requests++;
      if (counted.walk) countGiven(cell, counted, asked.variables, requests);
    },
    async take(hear) {
      const taken = operations;
      operations = new Map();
      cells = 0;
      let begunAt = performance.now();
      for (const [definition, counted] of taken) {
        const uses = fixed.get(definition) ?? fixedOf(counted, definition);
        fixed.set(definition, uses);
        for (const [client, { count, given }] of counted.cells) {
          for (const coordinate of uses) hear(client, coordinate, count);
          // What is written down in the operation has been counted with it.
          for (const [coordinate, tallied] of given) if (!uses.has(coordinate)) hear(client, coordinate, tallied.count);
        }
        if (performance.now() - begunAt < SLICE) continue;
        await setImmediate();
        begunAt = performance.now();
      }
    },
    dropped: () => dropped,
  };
}
