import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { subgraphs } from '../../subgraphs';
import { settingsTable } from './pages/settings';
import { replaceBlock } from './readme';
import { referencePages } from './reference';
import { ROOT } from './sources';

const REFERENCE = path.join(ROOT, 'docs', 'reference');
const README = path.join(ROOT, 'README.md');

function writeReference(pages: ReadonlyMap<string, string>): void {
  // Anew, so that the page of what is gone goes as well.
  rmSync(REFERENCE, { recursive: true, force: true });
  for (const [file, text] of pages) {
    const target = path.join(REFERENCE, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
}

async function writeReadme(settings: string): Promise<void> {
  const text = replaceBlock(readFileSync(README, 'utf8'), 'settings', settings);
  writeFileSync(README, await format(text, { ...(await resolveConfig(README)), filepath: README }));
}

async function main(): Promise<void> {
  const pages = await referencePages(subgraphs);
  writeReference(pages);
  await writeReadme(settingsTable());
  console.log(`docs/reference: ${pages.size} pages written.`);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
