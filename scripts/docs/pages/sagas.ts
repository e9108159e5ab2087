import type { AnySubgraph } from '../../../platform/subgraph/definition';
import type { Step } from '../../../platform/workflows/saga';
import { byName, page, table } from '../markdown';

const wayBack = ({ undo }: Step): string => (undo ? 'undone' : 'none: final');

const stepRows = (steps: readonly Step[]): string[][] =>
  steps.map((step, index) => [
    String(index + 1),
    step.pause ? `${step.name}, after a pause` : step.name,
    wayBack(step),
  ]);

/** The steps of every saga, and what becomes of each when a later one fails. */
export function sagasPage(rooms: readonly AnySubgraph[]): string {
  const sagas = rooms.flatMap((room) => room.sagas ?? []).toSorted(byName(({ name }) => name));
  const introduction =
    'Business that spans rooms, step by step. When a step fails, it and those before it are undone, last first. ' +
    'Once a final step has succeeded there is no way back, and the steps after it are tried again and again.';
  return page(
    'Sagas',
    introduction,
    sagas.flatMap(({ name, steps }) => [`## ${name}`, table(['', 'Step', 'Way back'], stepRows(steps))]),
  );
}
