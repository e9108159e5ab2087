import type { EventContract } from '../../../platform/events/event';
import { publisherOf } from '../../../platform/events/event';
import type { AnySubgraph } from '../../../platform/subgraph/definition';
import { anchor, byName, code, mermaid, page, table } from '../markdown';
import type { PayloadField } from '../payloads';

type Contracts = ReadonlyMap<string, Pick<EventContract, 'type' | 'description'>>;
type Payloads = ReadonlyMap<string, readonly PayloadField[]>;

const listeners = (type: string, rooms: readonly AnySubgraph[]): string[] =>
  rooms.filter(({ on = {} }) => type in on).map(({ name }) => name);

const publishes = (type: string, rooms: readonly AnySubgraph[]): boolean =>
  rooms.some(({ publishes: declared = [] }) => declared.some((contract) => contract.type === type));

const names = (list: readonly string[]): string => list.join(', ') || 'nobody';

function flow(types: readonly string[], rooms: readonly AnySubgraph[]): string {
  const arrows = types.flatMap((type) => listeners(type, rooms).map((room) => `  ${publisherOf(type)} --> ${room}`));
  return arrows.length === 0 ? '' : mermaid(['flowchart LR', ...[...new Set(arrows)].toSorted()]);
}

function section(type: string, description: string, fields: readonly PayloadField[], rooms: readonly AnySubgraph[]) {
  const facts = [
    `- Published by: ${publishes(type, rooms) ? publisherOf(type) : `nobody (it belongs to ${publisherOf(type)})`}`,
    `- Heard by: ${names(listeners(type, rooms))}`,
  ];
  const rows = fields.map((field) => [code(field.path), code(field.type), field.comment]);
  return [`## ${type}`, description, facts.join('\n'), table(['Field', 'Type', 'Note'], rows)];
}

/** The catalogue of events: what happened, who tells it, who hears it, what it carries. */
export function eventsPage(rooms: readonly AnySubgraph[], contracts: Contracts, payloads: Payloads): string {
  const all = [...contracts.values()].toSorted(byName(({ type }) => type));
  const types = all.map(({ type }) => type);
  const overview = all.map(({ type, description }) => [
    `[${type}](#${anchor(type)})`,
    description,
    names(listeners(type, rooms)),
  ]);
  return page('Events', 'What rooms tell each other. An arrow leads from who publishes to who hears.', [
    flow(types, rooms),
    table(['Event', 'What happened', 'Heard by'], overview),
    ...all.flatMap(({ type, description }) => section(type, description, payloads.get(type) ?? [], rooms)),
  ]);
}
