import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Proposal, ProposedSubgraph } from '../check';
import { textOf, WrongUse, type Ground, type Option, type Parsed } from '../commands/command';
import { liveVersion } from '../store/live';
import { readAll, readSchemaFile } from './files';
import { readManifests } from './manifests';
import { settingsIn, type Settings } from './settings';
import { ConfigError, readSupergraphConfig, type SubgraphEntry } from './supergraphConfig';

/** Options of every command that is about a proposal. */
export const PROPOSAL_OPTIONS: Readonly<Record<string, Option>> = {
  config: { type: 'string', value: 'FILE', meaning: 'What the graph is made of; supergraph.yaml if not given.' },
  subgraph: { type: 'string', value: 'NAME', meaning: 'The subgraph that is proposed; the others stay as they are.' },
  schema: { type: 'string', value: 'FILE', meaning: 'Its schema; - reads it from stdin.' },
  url: { type: 'string', value: 'URL', meaning: 'Where it is served: for a new subgraph, or one that moves.' },
};
export const PROPOSAL_USAGE = '[--subgraph NAME --schema FILE [--url URL]] [--config supergraph.yaml]';

const CONFIG = 'supergraph.yaml';
const NAME = /^[A-Za-z][A-Za-z0-9_-]{0,63}$/;

async function readEntry(folder: string, cwd: string, { name, routingUrl, file, sdl }: SubgraphEntry) {
  const shown = path.relative(cwd, path.resolve(folder, file)) || file;
  return { name, url: routingUrl, file: shown, sdl: sdl ?? (await readSchemaFile(cwd, shown)) };
}

/** All subgraphs of a configuration; undefined where there is none, and none was named. */
async function configured(parsed: Parsed, { cwd }: Ground): Promise<readonly ProposedSubgraph[] | undefined> {
  const given = textOf(parsed, 'config');
  if (given === undefined && !existsSync(path.join(cwd, CONFIG))) return undefined;
  const file = given ?? CONFIG;
  const entries = readSupergraphConfig(await readSchemaFile(cwd, file), file);
  const folder = path.dirname(path.resolve(cwd, file));
  return Promise.all(entries.map((entry) => readEntry(folder, cwd, entry)));
}

/** What is live, as if it were proposed. */
async function published({ store }: Ground): Promise<readonly ProposedSubgraph[]> {
  const live = await liveVersion(await store());
  return (live?.version.subgraphs ?? []).map((each) => ({ ...each, file: `${each.name}.graphql` }));
}

function checkUrl(url: string): string {
  if (!/^https?:\/\/\S+$/.test(url)) throw new WrongUse(`--url ${url} is no address of HTTP.`);
  return url;
}

/** The one subgraph that the options name; undefined where they name none. */
async function named(
  parsed: Parsed,
  ground: Ground,
): Promise<(Omit<ProposedSubgraph, 'url'> & { url?: string }) | undefined> {
  const [name, schema, url] = [textOf(parsed, 'subgraph'), textOf(parsed, 'schema'), textOf(parsed, 'url')];
  if (name === undefined && schema === undefined && url === undefined) return undefined;
  if (name === undefined) throw new WrongUse('--subgraph is needed: whose schema is it?');
  if (schema === undefined) throw new WrongUse(`--schema is needed: what is the schema of ${name}?`);
  if (!NAME.test(name))
    throw new WrongUse(`"${name}" is no name for a subgraph: letters, digits, - and _, at most 64.`);
  const sdl = schema === '-' ? await readAll(ground.input) : await readSchemaFile(ground.cwd, schema);
  const file = schema === '-' ? 'stdin' : schema;
  return { name, sdl, file, ...(url === undefined ? {} : { url: checkUrl(url), moves: true }) };
}

async function subgraphsOf(parsed: Parsed, ground: Ground): Promise<readonly ProposedSubgraph[]> {
  const one = await named(parsed, ground);
  const base = (await configured(parsed, ground)) ?? (one && (await published(ground)));
  if (!base)
    throw new WrongUse(
      `There is no ${CONFIG} here. Name one with --config, or one subgraph with --subgraph and --schema.`,
    );
  if (!one) return base;
  const url = one.url ?? base.find(({ name }) => name === one.name)?.url;
  if (url === undefined) throw new WrongUse(`${one.name} is new to the graph. Say with --url where it is served.`);
  const proposed = { ...one, url };
  return base.some(({ name }) => name === one.name)
    ? base.map((each) => (each.name === one.name ? proposed : each))
    : [...base, proposed];
}

/** Settings of the repository where the command runs. @throws WrongUse */
export function settingsOf({ cwd }: Pick<Ground, 'cwd'>): Settings {
  try {
    return settingsIn(cwd);
  } catch (error) {
    throw error instanceof ConfigError ? new WrongUse(error.message, { cause: error }) : error;
  }
}

/** What holds for whatever is proposed in the repository where the command runs. @throws WrongUse */
export function rulesOf({ cwd }: Pick<Ground, 'cwd'>): Pick<Proposal, 'settings' | 'operations'> {
  const settings = settingsOf({ cwd });
  try {
    return { settings, operations: readManifests(settings, cwd) };
  } catch (error) {
    throw error instanceof ConfigError ? new WrongUse(error.message, { cause: error }) : error;
  }
}

/** Reads what the options of a command propose. @throws WrongUse */
export async function readProposal(parsed: Parsed, ground: Ground): Promise<Proposal> {
  if (parsed.positionals.length > 0) throw new WrongUse(`${parsed.positionals.join(' ')} is not understood here.`);
  try {
    return { subgraphs: await subgraphsOf(parsed, ground), ...rulesOf(ground) };
  } catch (error) {
    throw error instanceof ConfigError ? new WrongUse(error.message, { cause: error }) : error;
  }
}
