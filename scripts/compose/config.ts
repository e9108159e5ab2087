import { readFileSync } from 'node:fs';

export type SubgraphEntry = { name: string; routingUrl: string; file: string };

const ROOM = /^ {2}([a-z]+):$/;
const ROUTING_URL = /^ {4}routing_url: (\S+)$/;
const SCHEMA = /^ {4}schema:$/;
const FILE = /^ {6}file: (\S+)$/;
const OTHER = /^(#.*|federation_version: =\d+\.\d+\.\d+|subgraphs:|)$/;

/**
 * Reads what Rover calls a supergraph configuration. Of YAML this knows only what our file needs, and says so where the file
 * has more.
 */
export function readSupergraphConfig(file: string): SubgraphEntry[] {
  const entries: SubgraphEntry[] = [];
  for (const [index, line] of readFileSync(file, 'utf8').split('\n').entries()) {
    const room = ROOM.exec(line)?.[1];
    const entry = entries.at(-1);
    if (room) entries.push({ name: room, routingUrl: '', file: '' });
    else if (entry && ROUTING_URL.test(line)) entry.routingUrl = ROUTING_URL.exec(line)?.[1] ?? '';
    else if (entry && FILE.test(line)) entry.file = FILE.exec(line)?.[1] ?? '';
    else if (!OTHER.test(line) && !SCHEMA.test(line))
      throw new Error(`${file}:${index + 1} cannot be read: ${line.trim()}`);
  }
  const incomplete = entries.find((entry) => !entry.routingUrl || !entry.file);
  if (incomplete) throw new Error(`${file}: ${incomplete.name} needs a routing_url and a schema file.`);
  return entries;
}
