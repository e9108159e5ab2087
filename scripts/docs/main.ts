import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { subgraphs } from '../../subgraphs';
import { settingsTable } from './pages/settings';
import { replaceBlock } from './readme';
import { referencePages } from './reference';
import { registryExamples } from './registryExamples';
import { ROOT } from './sources';

const REFERENCE = path.join(ROOT, 'docs', 'reference');
const README = path.join(ROOT, 'README.md');
const REGISTRY = path.join(ROOT, 'docs', 'registry.md');

function writeReference(pages: ReadonlyMap<string, string>): void {
  // Anew, so that the page of what is gone goes as well.
  rmSync(REFERENCE, { recursive: true, force: true });
  for (const [file, text] of pages) {
    const target = path.join(REFERENCE, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
}

async function writeBlock(file: string, name: string, content: string): Promise<void> {
  const text = replaceBlock(readFileSync(file, 'utf8'), name, content);
  writeFileSync(file, await format(text, { ...(await resolveConfig(file)), filepath: file }));
}

async function main(): Promise<void> {
  const pages = await referencePages(subgraphs);
  writeReference(pages);
  await writeBlock(README, 'settings', settingsTable());
  await writeBlock(REGISTRY, 'examples', await registryExamples());
  console.log(`docs/reference: ${pages.size} pages written.`);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
