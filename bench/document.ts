import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { replaceBlock } from '../scripts/docs/readme';
import { written, type Section } from './report';

const DOCUMENTS = path.join(__dirname, '..', 'docs');

/** Writes what was measured into a document; what was not measured stays as it is. */
export async function writeDocument(sections: readonly Section[], name = 'performance.md'): Promise<void> {
  const file = path.join(DOCUMENTS, name);
  const text = sections.reduce(
    (document, section) => replaceBlock(document, section.name, written(section)),
    readFileSync(file, 'utf8'),
  );
  writeFileSync(file, await format(text, { ...(await resolveConfig(file)), filepath: file }));
}
