import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { AnySubgraph } from '../../platform/subgraph/definition';
import { readTypeDefs } from '../../platform/subgraph/schema';
import type { NamedMachine } from './pages/states';
import type { RoomSchema } from './pages/schema';
import { readPayloads, type PayloadField } from './payloads';

export const ROOT = path.join(__dirname, '..', '..');
const CONTRACTS = path.join(ROOT, 'platform', 'contracts');
const MACHINE = '.machine.ts';

export const schemasOf = (rooms: readonly AnySubgraph[]): RoomSchema[] =>
  rooms.map(({ name, folder }) => ({ name, typeDefs: readTypeDefs(folder) }));

/** What every event carries, by its type. */
export function payloadsOfContracts(): Map<string, PayloadField[]> {
  const files = readdirSync(CONTRACTS).filter((file) => file.endsWith('.ts') && file !== 'index.ts');
  return new Map(files.flatMap((file) => [...readPayloads(readFileSync(path.join(CONTRACTS, file), 'utf8'))]));
}

const isMachine = (value: unknown): value is NamedMachine['machine'] =>
  typeof value === 'object' && value !== null && 'initial' in value && 'states' in value;

async function machinesIn(room: string, file: string): Promise<NamedMachine[]> {
  const exported = (await import(file)) as Record<string, unknown>;
  const name = path.basename(file, MACHINE);
  return Object.values(exported)
    .filter(isMachine)
    .map((machine) => ({ room, name, machine }));
}

/** Every state machine that a room declares under `domain/`. */
export async function machinesOf(rooms: readonly AnySubgraph[]): Promise<NamedMachine[]> {
  const found = rooms.flatMap(({ name, folder }) => {
    const domain = path.join(folder, 'domain');
    const files = existsSync(domain) ? readdirSync(domain, { recursive: true, encoding: 'utf8' }) : [];
    return files.filter((file) => file.endsWith(MACHINE)).map((file) => machinesIn(name, path.join(domain, file)));
  });
  return (await Promise.all(found)).flat();
}
