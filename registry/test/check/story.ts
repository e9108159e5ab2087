import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { check, type Checked, type Proposal } from '../../check';
import { exitOf, type Exit } from '../../findings/verdict';
import { readSettings } from '../../proposal/settings';
import { openFolderStore } from '../../store/folder';
import type { Store } from '../../store/store';
import { versionIdOf } from '../../store/versions';

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@tag", "@inaccessible", "@override", "@external", "@authenticated"])\n`;

export type Sdl = Readonly<Record<string, string>>;

/** A graph of subgraphs by name, each with the directives of federation at hand. */
export const graph = (subgraphs: Sdl): Proposal['subgraphs'] =>
  Object.entries(subgraphs).map(([name, sdl]) => ({
    name,
    url: `http://${name}`,
    file: `${name}.graphql`,
    sdl: sdl.includes('@link') ? sdl : LINK + sdl,
  }));

const NO_LINT =
  'lint: { naming: off, described: off, connections: off, mutations: off, deprecations: off, policies: off, money: off }\n';

export type Known = {
  /** Operations of the client storefront, by name. */
  readonly operations?: Sdl;
  /** How often the client app has called what, today. */
  readonly calls?: Readonly<Record<string, number>>;
  readonly settings?: string;
};

export type Story = {
  readonly store: Store;
  /** Holds a graph against what is live. */
  hold(subgraphs: Sdl | Proposal['subgraphs']): Promise<Checked & { readonly exit: Exit }>;
};

const NOW = new Date('2026-11-20T12:00:00Z');
const folders: string[] = [];

/** To be called after each test. */
export const forget = (): Promise<unknown> =>
  Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true, force: true })));

export async function emptyStore(): Promise<Store> {
  const folder = await mkdtemp(path.join(tmpdir(), 'agora-registry-'));
  folders.push(folder);
  return openFolderStore(folder, { now: () => NOW });
}

/** A registry in which a graph is live. */
export async function published(subgraphs: Sdl | Proposal['subgraphs'], known: Known = {}): Promise<Story> {
  const { operations = {}, calls, settings = '' } = known;
  const store = await emptyStore();
  const live = Array.isArray(subgraphs) ? (subgraphs as Proposal['subgraphs']) : graph(subgraphs as Sdl);
  const rules = readSettings(settings.includes('lint:') ? settings : NO_LINT + settings, 'registry.yaml');
  const { supergraph, findings } = await check({ subgraphs: live, settings: rules }, store, NOW);
  if (supergraph === undefined) throw new Error(findings.map(({ message }) => message).join('\n'));
  const id = versionIdOf(live);
  const schemas = live.map(({ name, url, sdl }) => ({ name, url, sdl }));
  await store.push({ id, subgraphs: schemas, supergraph, pushed: { by: 'ada' } });
  await store.publish({ version: id, kind: 'publish', published: { by: 'ada' }, changes: [] }, 0);
  const registered = Object.entries(operations).map(([name, body]) => ({ id: name, name, body }));
  if (registered.length > 0)
    await store.register({ client: 'storefront', version: '1.0', operations: registered, registered: { by: 'ada' } });
  if (calls) {
    const uses = Object.entries(calls).map(([coordinate, count]) => ({
      coordinate,
      count,
      client: 'app',
      clientVersion: '2.0',
    }));
    await store.record({ id: 'batch', day: '2026-11-19', uses });
  }
  return {
    store,
    async hold(proposed) {
      const next = Array.isArray(proposed) ? (proposed as Proposal['subgraphs']) : graph(proposed as Sdl);
      const checked = await check({ subgraphs: next, settings: rules }, store, NOW);
      return { ...checked, exit: exitOf(checked.findings) };
    },
  };
}
