import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse, print, separateOperations, type DocumentNode } from 'graphql';

const FOLDER = path.join(__dirname, '..', '..', 'client', 'operations');

/** Every document of the clients, by the name of its file. */
export const documents: ReadonlyMap<string, DocumentNode> = new Map(
  readdirSync(FOLDER).map((file) => [file, parse(readFileSync(path.join(FOLDER, file), 'utf8'))]),
);

const withFragments = [...documents.values()].flatMap((document) => Object.entries(separateOperations(document)));

/** The text of each operation by its name, with the fragments that it spreads, as a client sends it. */
export const contract: ReadonlyMap<string, string> = new Map(
  withFragments.map(([name, document]) => [name, print(document)]),
);
