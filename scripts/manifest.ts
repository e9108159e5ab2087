import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Kind, parse, print, separateOperations } from 'graphql';

const CLIENT = path.join(__dirname, '..', 'client');
const OPERATIONS = path.join(CLIENT, 'operations');
const MANIFEST = path.join(CLIENT, 'persisted-operations.json');

/** Each operation with the fragments that it uses. */
function operationsIn(file: string) {
  const separated = separateOperations(parse(readFileSync(path.join(OPERATIONS, file), 'utf8')));
  return Object.entries(separated).map(([name, document]) => {
    const body = print(document);
    const type = document.definitions.flatMap((each) =>
      each.kind === Kind.OPERATION_DEFINITION ? [each.operation] : [],
    )[0];
    return { id: createHash('sha256').update(body).digest('hex'), name, type, body };
  });
}

/** Writes the operations of client/operations down for PERSISTED_OPERATIONS. */
function main(): void {
  const operations = readdirSync(OPERATIONS)
    .filter((file) => file.endsWith('.graphql'))
    .toSorted()
    .flatMap(operationsIn);
  const manifest = { format: 'apollo-persisted-query-manifest', version: 1, operations };
  writeFileSync(MANIFEST, `${JSON.stringify(manifest, null, 2)}\n`);
  console.log(`Wrote ${operations.length} operations to client/persisted-operations.json.`);
}

main();
