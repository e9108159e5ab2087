import type { States } from '../../../platform/machine/machine';
import { byName, mermaid, page } from '../markdown';

type AnyMachine = { readonly initial: string; readonly states: States };
export type NamedMachine = { readonly room: string; readonly name: string; readonly machine: AnyMachine };

function diagram({ initial, states }: AnyMachine): string {
  const arrows = Object.entries(states).flatMap(([from, events]) => {
    const moves = Object.entries(events).map(([event, to]) => `  ${from} --> ${to}: ${event}`);
    return moves.length === 0 ? [`  ${from} --> [*]`] : moves;
  });
  return mermaid(['stateDiagram-v2', `  [*] --> ${initial}`, ...arrows]);
}

/** A diagram for every state machine. */
export function statesPage(machines: readonly NamedMachine[]): string {
  const sorted = machines.toSorted(byName(({ room, name }) => `${room}.${name}`));
  return page(
    'States',
    'The life of each entity that has one. A state that leads to the end is final.',
    sorted.flatMap(({ room, name, machine }) => [`## ${room}: ${name}`, diagram(machine)]),
  );
}
