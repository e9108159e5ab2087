import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { concatAST, GraphQLError, Kind, parse, print, separateOperations, Source, type DocumentNode } from 'graphql';
import { readEntries } from '../../gateway/protection/persisted/manifest';
import { OperationsError, type ReadOperation } from './operation';

/** What an operation is called that its manifest does not name. */
function nameIn(body: string): string | undefined {
  try {
    const operation = parse(body).definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
    return operation?.kind === Kind.OPERATION_DEFINITION ? operation.name?.value : undefined;
  } catch {
    // What is wrong with it is told when it is held against the schema.
    return undefined;
  }
}

/** @param file relative to `cwd` @throws OperationsError */
export function readManifestFile(cwd: string, file: string): readonly ReadOperation[] {
  const entries = (() => {
    try {
      return readEntries(path.resolve(cwd, file));
    } catch (error) {
      throw new OperationsError(`${file} ${(error as Error).message}.`, { cause: error });
    }
  })();
  return entries.map(({ id, name, body }) => ({
    id,
    name: typeof name === 'string' && name !== '' ? name : (nameIn(body) ?? id),
    body,
    file,
  }));
}

function filesIn(cwd: string, file: string): readonly string[] {
  try {
    if (!statSync(path.resolve(cwd, file)).isDirectory()) return [file];
    return readdirSync(path.resolve(cwd, file), { recursive: true })
      .map((name) => path.join(file, String(name)))
      .filter((name) => /\.(graphql|gql)$/.test(name))
      .toSorted();
  } catch (error) {
    throw new OperationsError(`${file} cannot be read: ${(error as Error).message}.`, { cause: error });
  }
}

function documentIn(cwd: string, file: string): DocumentNode {
  try {
    return parse(new Source(readFileSync(path.resolve(cwd, file), 'utf8'), file));
  } catch (error) {
    const { line = 1, column = 1 } = (error instanceof GraphQLError && error.locations?.[0]) || {};
    throw new OperationsError(`${file}:${line}:${column} is no document of operations: ${(error as Error).message}`, {
      cause: error,
    });
  }
}

/** An operation of several files together: which file names it. @throws OperationsError where it has no name, or another's */
function fileOf(document: DocumentNode, name: string): string {
  const files = document.definitions.flatMap((each) =>
    each.kind === Kind.OPERATION_DEFINITION && (each.name?.value ?? '') === name ? [each.loc?.source.name ?? ''] : [],
  );
  if (name === '') throw new OperationsError(`${files[0]} holds an operation without a name. Give it one.`);
  if (files.length > 1) throw new OperationsError(`Two operations are called ${name}: ${files.join(' and ')}.`);
  return files[0] ?? '';
}

/**
 * Every operation with the fragments that it uses, from whichever of the files they come.
 * @param files documents, or folders with documents @throws OperationsError
 */
export function readDocuments(cwd: string, files: readonly string[]): readonly ReadOperation[] {
  const all = concatAST(files.flatMap((file) => filesIn(cwd, file)).map((file) => documentIn(cwd, file)));
  return Object.entries(separateOperations(all)).map(([name, document]) => {
    const file = fileOf(all, name);
    const body = print(document);
    return { id: createHash('sha256').update(body).digest('hex'), name, body, file, document };
  });
}
