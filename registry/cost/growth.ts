import type { KnownOperation } from '../comparison/operations';
import type { Finding, Hit } from '../findings/finding';
import type { Graph } from '../../gateway/supergraph/supergraph';
import { measurer, type Measure } from './measure';

/** Planning takes milliseconds each: of thousands of operations, the first of the list are measured. */
const MAX_MEASURED = 500;

const times = (count: number, what: string): string =>
  `${count} ${what}${count === 1 ? '' : what === 'fetch' ? 'es' : 's'}`;

function grown(before: Measure, after: Measure): string | undefined {
  const parts = [
    after.fetches > before.fetches
      ? `takes ${times(after.fetches, 'fetch')} where it took ${before.fetches}`
      : undefined,
    after.cost > before.cost ? `has an estimated cost of ${after.cost} where it was ${before.cost}` : undefined,
  ].filter((each) => each !== undefined);
  return parts.length > 0 ? parts.join(' and ') : undefined;
}

const dearer = (name: string, growth: string, hits: readonly Hit[]): Finding => ({
  kind: 'COST',
  severity: 'warning',
  code: 'COST_GROWN',
  message: `The operation ${name} ${growth}.`,
  hits,
  remedy:
    'Look at its plan: a field that moved to another subgraph is asked for in a fetch of its own unless @provides spares it.',
});

const notMeasured = (message: string, hits: readonly Hit[]): Finding => ({
  kind: 'COST',
  severity: 'notice',
  code: 'COST_NOT_MEASURED',
  message,
  hits,
});

/** Operations that take more fetches, or cost more, than before. @param operations valid in both graphs */
export function costGrowth(before: Graph, after: Graph, operations: readonly KnownOperation[]): readonly Finding[] {
  const [then, now] = [measurer(before), measurer(after)];
  const findings = operations.slice(0, MAX_MEASURED).flatMap((operation): Finding[] => {
    const { document, name, hits } = operation;
    try {
      const growth = grown(then(document), now(document));
      return growth === undefined ? [] : [dearer(name, growth, hits)];
    } catch (error) {
      return [notMeasured(`The operation ${name} could not be planned: ${(error as Error).message}`, hits)];
    }
  });
  const left = operations.length - MAX_MEASURED;
  if (left <= 0) return findings;
  return [...findings, notMeasured(`${left} operations were not measured: at most ${MAX_MEASURED} are.`, [])];
}
