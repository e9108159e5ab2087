import { directiveReader } from '../../supergraph/directives';
import type { Graph } from '../../supergraph/supergraph';

/** What a directive of the supergraph asks of whoever selects something. */
export type Demand =
  | { readonly kind: 'authenticated' }
  /** All of one of these lists. */
  | { readonly kind: 'scopes' | 'policies'; readonly anyOf: readonly (readonly string[])[] };

/** Demands by number: equal ones are one, so that a set of numbers tells what an operation asks for. */
export type DemandTable = {
  readonly all: readonly Demand[];
  /** What the directives on a type or a field demand. */
  of(element: Parameters<ReturnType<typeof directiveReader>>[0]): readonly number[];
};

export function demandTable(graph: Graph): DemandTable {
  const authenticated = directiveReader(graph, 'authenticated');
  const scopes = directiveReader<{ scopes: string[][] }>(graph, 'requiresScopes');
  const policies = directiveReader<{ policies: string[][] }>(graph, 'policy');
  const all: Demand[] = [];
  const numbers = new Map<string, number>();

  function numberOf(demand: Demand): number {
    const key = JSON.stringify(demand);
    const known = numbers.get(key) ?? all.push(demand) - 1;
    numbers.set(key, known);
    return known;
  }

  return {
    all,
    of: (element) =>
      [
        ...authenticated(element).map((): Demand => ({ kind: 'authenticated' })),
        ...scopes(element).map((args): Demand => ({ kind: 'scopes', anyOf: args.scopes })),
        ...policies(element).map((args): Demand => ({ kind: 'policies', anyOf: args.policies })),
      ].map(numberOf),
  };
}
