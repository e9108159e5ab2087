import { StoreRefusal, type Author, type Signed, type Unsigned, type Version } from '../store';
import { isManifest, type Manifest } from '../shapes';
import { hashOf, versionIdOf } from '../versions';
import { broken } from './errors';
import type { Files } from './files';
import { fileName, readJson, written } from './json';

const MEND = 'Restore the folder from version control, or push the same schemas again.';
const ID = /^[0-9a-f]{16}$/;
const folderOf = (id: string) => `versions/${id}`;
/** A subgraph may itself be called "supergraph". */
const schemaFile = (subgraph: string) => `subgraph.${fileName(subgraph)}.graphql`;

async function readText(files: Files, file: string): Promise<string> {
  const text = await files.read(file);
  if (text === null) throw broken(`${files.root}/${file}`, 'is missing', MEND);
  return text;
}

/** @throws StoreRefusal for one that is half written, or whose content is not what its id says */
export async function readVersion(files: Files, id: string): Promise<Version | null> {
  if (!ID.test(id)) return null;
  const folder = folderOf(id);
  const shown = `${files.root}/${folder}`;
  const manifest = await readJson<Manifest>(files, `${folder}/version.json`, isManifest, MEND);
  if (manifest === null) {
    if ((await files.names(folder)).length === 0) return null;
    throw broken(shown, 'is half written: its version.json is missing', MEND);
  }
  const subgraphs = await Promise.all(
    manifest.subgraphs.map(async ({ name, url }) => ({
      name,
      url,
      sdl: await readText(files, `${folder}/${schemaFile(name)}`),
    })),
  );
  if (versionIdOf(subgraphs) !== id) throw broken(shown, 'was altered: its subgraphs do not fit its id', MEND);
  const supergraph = await readText(files, `${folder}/supergraph.graphql`);
  if (hashOf(supergraph) !== manifest.supergraph)
    throw broken(`${shown}/supergraph.graphql`, 'was altered: it does not fit version.json', MEND);
  return { id, subgraphs, supergraph, pushed: manifest.pushed };
}

const isWhole = (files: Files, id: string): Promise<boolean> =>
  readVersion(files, id).then(
    (found) => found !== null,
    (error: unknown) => {
      if (error instanceof StoreRefusal) return false;
      throw error;
    },
  );

/** Keeps a version; one that is there and broken is written anew. */
export async function writeVersion(files: Files, version: Unsigned<Version>, sign: (author: Author) => Signed) {
  const { id, subgraphs, supergraph, pushed } = version;
  if (versionIdOf(subgraphs) !== id)
    throw new StoreRefusal(`The schemas do not fit the version ${id}: push them anew.`);
  const manifest: Manifest = {
    id,
    supergraph: hashOf(supergraph),
    subgraphs: subgraphs.map(({ name, url }) => ({ name, url })),
    pushed: sign(pushed),
  };
  const content = {
    ...Object.fromEntries(subgraphs.map(({ name, sdl }) => [schemaFile(name), sdl])),
    'supergraph.graphql': supergraph,
    'version.json': written(manifest),
  };
  while (!(await isWhole(files, id))) {
    if (await files.createFolder(folderOf(id), content)) return;
    if (!(await isWhole(files, id))) await files.remove(folderOf(id));
  }
}
