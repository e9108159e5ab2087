import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A supergraph in a folder of its own, until it is removed. */
export function supergraphFile(sdl: string) {
  const folder = mkdtempSync(path.join(tmpdir(), 'agora-observed-'));
  const file = path.join(folder, 'graph.graphql');
  writeFileSync(file, sdl);
  return { file, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
