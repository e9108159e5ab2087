import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import { merge } from './merge';
import type { Labels, Resource } from './resources';

type Kustomization = {
  resources: readonly string[];
  namespace?: string;
  labels?: readonly { pairs: Labels; includeTemplates?: boolean }[];
  patches?: readonly { path: string; target: { kind: string; labelSelector?: string } }[];
  replicas?: readonly { name: string; count: number }[];
  configMapGenerator?: readonly { name: string; behavior?: 'merge'; literals: readonly string[] }[];
};

const KNOWN = new Set([
  'apiVersion',
  'kind',
  'resources',
  'namespace',
  'labels',
  'patches',
  'replicas',
  'configMapGenerator',
]);

export const yamlOf = <T>(file: string): T => parse(readFileSync(file, 'utf8'), { merge: true }) as T;

const documentsIn = (file: string): Resource[] =>
  parseAllDocuments(readFileSync(file, 'utf8'), { merge: true }).map((each) => each.toJS() as Resource);

/** Does to each that is meant what `change` does. @throws Error when none is meant */
function onEach(
  all: Resource[],
  what: string,
  isMeant: (each: Resource) => boolean,
  change: (each: Resource) => object,
) {
  if (!all.some(isMeant)) throw new Error(`${what} is for nothing that there is.`);
  return all.map((each) =>
    isMeant(each) ? (merge(each as never, change(each) as never) as unknown as Resource) : each,
  );
}

const settingsIn = (literals: readonly string[]) =>
  Object.fromEntries(literals.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]));

function generate(all: Resource[], { name, behavior, literals }: NonNullable<Kustomization['configMapGenerator']>[0]) {
  const data = settingsIn(literals);
  const isIt = ({ kind, metadata }: Resource) => kind === 'ConfigMap' && metadata.name === name;
  if (behavior === 'merge') return onEach(all, `The settings ${name}`, isIt, () => ({ data }));
  return [...all, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name }, data } as unknown as Resource];
}

/** @throws Error when it is for nothing that there is */
function patched(all: Resource[], folder: string, { path: file, target }: NonNullable<Kustomization['patches']>[0]) {
  const [label = '', value] = target.labelSelector?.split('=') ?? [];
  const { metadata: _of, ...patch } = yamlOf<Resource>(path.join(folder, file));
  const isMeant = ({ kind, metadata: { labels } }: Resource) =>
    kind === target.kind && (label === '' || labels?.[label] === value);
  return onEach(all, `The patch ${file}`, isMeant, () => patch);
}

function counted(all: Resource[], { name, count }: NonNullable<Kustomization['replicas']>[0]) {
  const isMeant = ({ kind, metadata }: Resource) => kind === 'Deployment' && metadata.name === name;
  return onEach(all, `The number of ${name}`, isMeant, () => ({ spec: { replicas: count } }));
}

const labelled = (all: Resource[], { pairs, includeTemplates = false }: NonNullable<Kustomization['labels']>[0]) =>
  onEach(
    all,
    'The label',
    () => true,
    ({ kind }) => ({
      metadata: { labels: pairs },
      ...(includeTemplates && kind === 'Deployment' && { spec: { template: { metadata: { labels: pairs } } } }),
    }),
  );

/** @throws Error when it asks for something that this does not know */
function read(folder: string): Kustomization {
  const asked = yamlOf<Kustomization>(path.join(folder, 'kustomization.yaml'));
  const unknown = Object.keys(asked).filter((name) => !KNOWN.has(name));
  if (unknown.length > 0) throw new Error(`These tests cannot tell what ${unknown.join(', ')} does.`);
  return asked;
}

/**
 * What `kustomize build` makes of a folder of ours, but for the hash in the names of generated settings.
 * @throws Error when it asks for something that this does not know, or when a part of it is for nothing that there is
 */
export function build(folder: string): Resource[] {
  const { resources, configMapGenerator = [], patches = [], replicas = [], labels = [], namespace } = read(folder);
  let all = resources.flatMap((each) => {
    const named = path.join(folder, each);
    return each.endsWith('.yaml') ? documentsIn(named) : build(named);
  });
  for (const each of configMapGenerator) all = generate(all, each);
  for (const each of patches) all = patched(all, folder, each);
  for (const each of replicas) all = counted(all, each);
  for (const each of labels) all = labelled(all, each);
  if (namespace === undefined) return all;
  return onEach(
    all,
    'The namespace',
    () => true,
    () => ({ metadata: { namespace } }),
  );
}
