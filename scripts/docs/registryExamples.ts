import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { run } from '../../registry/commands/run';
import type { Ground } from '../../registry/commands/command';
import { paintFor } from '../../registry/commands/paint';
import { openFolderStore } from '../../registry/store/folder';
import { ROOT } from './sources';

/** What a change of one room's schema is held to look like, and what is said of it. */
type Example = {
  readonly title: string;
  readonly why: string;
  readonly room: string;
  readonly before: string;
  readonly after: string;
};

const NUMBER = `  "The order's name for people, unique in the shop, for example A-100001."\n  number: String!\n`;
const NOTE = `  "What the buyer has added for the shop; null when nothing."\n  note: String\n`;
const EXAMPLES: readonly Example[] = [
  {
    title: 'A safe change',
    why: 'A field more.',
    room: 'orders',
    before: NUMBER,
    after: `${NUMBER}  "What the buyer writes on the card; null without one."\n  giftMessage: String\n`,
  },
  {
    title: 'A breaking change that nobody uses',
    why: 'A field that no operation selects, and for which no traffic is recorded.',
    room: 'orders',
    before: NOTE,
    after: '',
  },
  {
    title: 'One that breaks a client',
    why: 'A field that clients ask for is gone.',
    room: 'orders',
    before: NUMBER,
    after: '',
  },
  {
    title: 'A composition error',
    why: 'A type that several rooms answer is no longer shared by one of them.',
    room: 'orders',
    before: 'type Money @shareable {',
    after: 'type Money {',
  },
];

const SOURCES = ['subgraphs', 'client/operations', 'supergraph.yaml', 'registry/registry.yaml'];
const CLIENTS = { storefront: ['buyer', 'live'], console: ['staff', 'live'] };

/** The commands run in a copy of the repository, with a registry of its own. Its time stands still: so does what it says. */
function openCopy() {
  const folder = mkdtempSync(path.join(tmpdir(), 'agora-registry-'));
  for (const source of SOURCES)
    cpSync(path.join(ROOT, source), path.join(folder, source), {
      recursive: true,
      filter: (file) => ['', '.graphql', '.yaml'].includes(path.extname(file)),
    });
  const published = path.join(folder, 'registry', 'published');
  mkdirSync(published, { recursive: true });
  const store = openFolderStore(published, { now: () => new Date('2026-01-01T00:00:00Z') });
  /** Answers what stands on the screen, and the exit code. */
  async function registry(...argv: string[]): Promise<string> {
    let screen = '';
    const ground: Ground = {
      store: async () => store,
      now: () => new Date('2026-01-01T00:00:00Z'),
      cwd: folder,
      env: {},
      input: process.stdin,
      write: (text) => void (screen += text),
      tell: () => {},
      paint: paintFor({}, {}),
    };
    const exit = await run(argv, ground);
    return `$ npm run registry -- ${argv.join(' ')}\n${screen.trimEnd()}\n$ echo $?\n${exit}`;
  }
  return { folder, registry, close: () => rmSync(folder, { recursive: true, force: true }) };
}
type Copy = ReturnType<typeof openCopy>;

async function publish({ registry }: Copy): Promise<void> {
  const by = ['--by', 'ci', '--commit', '0'.repeat(40)];
  await registry('publish', ...by);
  for (const [client, files] of Object.entries(CLIENTS)) {
    const documents = files.flatMap((file) => ['--documents', `client/operations/${file}.graphql`]);
    await registry('operations', 'push', client, '--client-version', '1.0.0', ...documents, ...by);
  }
}

async function shown({ folder, registry }: Copy, { title, why, room, before, after }: Example): Promise<string> {
  const file = path.join(folder, 'subgraphs', room, 'schema.graphql');
  const schema = readFileSync(file, 'utf8');
  if (!schema.includes(before)) throw new Error(`The example "${title}" no longer fits the schema of ${room}.`);
  writeFileSync(file, schema.replace(before, after));
  const screen = await registry('check');
  writeFileSync(file, schema);
  const marked = (sign: string, text: string) =>
    text
      .split('\n')
      .filter(Boolean)
      .map((line) => `${sign}${line}`);
  // Only what differs: an example that adds names what stands before it as well.
  const diff = after.startsWith(before)
    ? [...marked(' ', before), ...marked('+', after.slice(before.length))]
    : [...marked('-', before), ...marked('+', after)];
  return `### ${title}\n\n${why}\n\n\`\`\`diff\n# subgraphs/${room}/schema.graphql\n${diff.join('\n')}\n\`\`\`\n\n\`\`\`console\n${screen}\n\`\`\``;
}

/** Runs the check over changes of our own graph, and answers each with what it said. */
export async function registryExamples(): Promise<string> {
  const copy = openCopy();
  try {
    await publish(copy);
    const examples: string[] = [];
    for (const example of EXAMPLES) examples.push(await shown(copy, example));
    return examples.join('\n\n');
  } finally {
    copy.close();
  }
}
