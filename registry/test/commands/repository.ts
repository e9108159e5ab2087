import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { compose } from '../../../gateway/supergraph/compose';
import { groundOf } from '../../commands/ground';
import { run } from '../../commands/run';
import { openFolderStore } from '../../store/folder';
import type { Store } from '../../store/store';
import { versionIdOf } from '../../store/versions';

export const USERS = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])

  """What can be read."""
  type Query {
    """Who asks; null for a guest."""
    me: User
  }

  """Somebody who buys."""
  type User @key(fields: "id") {
    """Never changes."""
    id: ID!
    """What others call them."""
    name: String
    """Where they are written to."""
    email: String @deprecated(reason: "Use name. Removed after 2027-01-01.")
  }
`;

const CONFIG = `
federation_version: =2.9.3
subgraphs:
  users:
    routing_url: http://users/graphql
    schema:
      file: ./users.graphql
`;

/** Lint is not what these tests are about. */
const SETTINGS = `lint: { policies: "off" }\n`;

/** A repository with one subgraph and an empty registry of its own, and its commands. */
export function startRepository() {
  const cwd = mkdtempSync(path.join(tmpdir(), 'agora-repository-'));
  const registry = path.join(cwd, 'registry');
  mkdirSync(registry);
  const write = (file: string, text: string) => writeFileSync(path.join(cwd, file), text);
  write('supergraph.yaml', CONFIG);
  write('registry.yaml', SETTINGS);
  write('users.graphql', USERS);
  const store = openFolderStore(registry);
  async function ranOver(own: Store | undefined, argv: readonly string[]) {
    const said = { out: '', err: '' };
    const ground = groundOf({
      env: { REGISTRY_FOLDER: registry, GITHUB_ACTOR: 'ada', GITHUB_SHA: 'c0ffee00c0ffee00' },
      stdin: Readable.from([]),
      stdout: { write: (text: string) => (said.out += text) },
      stderr: { write: (text: string) => (said.err += text) },
      cwd: () => cwd,
    } as unknown as NodeJS.Process);
    const exit = await run(argv, own ? { ...ground, store: async () => own } : ground);
    await ground.close();
    return { exit, ...said };
  }
  return {
    cwd,
    store,
    write,
    /** Publishes the subgraph as it is here, without any check. */
    async publish(changes: readonly string[] = [], by = 'ada') {
      const subgraphs = [
        { name: 'users', url: 'http://users/graphql', sdl: readFileSync(path.join(cwd, 'users.graphql'), 'utf8') },
      ];
      const supergraph = await compose(subgraphs.map(({ name, url, sdl }) => ({ name, url, typeDefs: sdl })));
      const id = versionIdOf(subgraphs);
      await store.push({ id, subgraphs, supergraph, pushed: { by } });
      const after = (await store.live())?.number ?? 0;
      return store.publish({ version: id, kind: 'publish', published: { by, commit: 'c0ffee00' }, changes }, after);
    },
    /** Runs a command there, as ada. */
    ran: (...argv: string[]) => ranOver(undefined, argv),
    /** The same over a store of the test's own. */
    ranOver,
    remove: () => rmSync(cwd, { recursive: true, force: true }),
  };
}

export type Repository = ReturnType<typeof startRepository>;
