import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { replaceBlock } from '../scripts/docs/readme';
import { written, type Section } from './report';

const DOCUMENT = path.join(__dirname, '..', 'docs', 'performance.md');

/** Writes what was measured into the document; what was not measured stays as it is. */
export async function writeDocument(sections: readonly Section[]): Promise<void> {
  const text = sections.reduce(
    (document, section) => replaceBlock(document, section.name, written(section)),
    readFileSync(DOCUMENT, 'utf8'),
  );
  writeFileSync(DOCUMENT, await format(text, { ...(await resolveConfig(DOCUMENT)), filepath: DOCUMENT }));
}
