import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { type Account, canReach } from '../account';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../index';
import { findProcess } from '../processes';

export const NOBODY = { uid: 65534, gid: 65534 };
export const isRoot = process.getuid?.() === 0;
/** Only root can start something as somebody else, who then has to read these sources. */
export const canActAsNobody = isRoot && canReach(NOBODY, __dirname);

const folders: string[] = [];
let model: string | undefined;
const agoras: Agora[] = [];
const databases: EmbeddedPostgres[] = [];

/** An empty folder that is gone after the test. */
export function folder() {
  const path = mkdtempSync(join(tmpdir(), 'agora-embedded-'));
  folders.push(path);
  return path;
}

/** An empty folder that is gone after all tests of the file. */
export function lastingFolder() {
  const path = mkdtempSync(join(tmpdir(), 'agora-embedded-'));
  afterAll(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** A data directory in which Agora has run before: a copy, because to create one takes longest of all. */
export async function furnishedFolder() {
  model ??= await createModel();
  const path = folder();
  execFileSync('cp', ['-a', `${model}/.`, path]);
  return path;
}

async function createModel() {
  const path = mkdtempSync(join(tmpdir(), 'agora-embedded-'));
  await (await startEmbeddedPostgres({ dataDirectory: path })).stop();
  return path;
}

/** Starts a database in this process; it is stopped after the test. */
export async function database(options: Parameters<typeof startEmbeddedPostgres>[0]) {
  const started = await startEmbeddedPostgres(options);
  databases.push(started);
  return started;
}

/** Ends what the test started and removes its folders. For `afterEach`. */
export async function cleanUp() {
  await Promise.all(databases.splice(0).map((one) => one.stop()));
  await Promise.all(agoras.splice(0).map((agora) => agora.killAll()));
  for (const path of folders.splice(0)) rmSync(path, { recursive: true, force: true });
}

/** Resolves as soon as the condition holds. */
export async function until(condition: () => unknown) {
  while (!condition()) await pause(5);
}

/** Runs one statement and returns its rows. */
export async function sql<Row extends object>(url: string, statement: string): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(statement)).rows;
  } finally {
    await client.end();
  }
}

export function serverPid(directory: string): number | undefined {
  const file = join(directory, 'cluster/postmaster.pid');
  return existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8'), 10) : undefined;
}

export function lives(pid: number | undefined) {
  return pid !== undefined && findProcess(pid) !== undefined;
}

afterAll(() => model && rmSync(model, { recursive: true, force: true }));

type Answer = { url?: string; error?: string; name?: string };

/** An Agora in a process of its own, which owns the database on `directory`. */
export class Agora {
  readonly child: ChildProcess;
  readonly answer: Promise<Answer>;

  constructor(
    readonly directory: string,
    options: { as?: Account; end?: string; env?: NodeJS.ProcessEnv } = {},
  ) {
    const script = ['--import', 'tsx', join(__dirname, 'agora.process.ts'), directory, options.end ?? 'never'];
    this.child = spawn(process.execPath, script, {
      ...options.as,
      env: options.env ?? process.env,
      stdio: ['ignore', 'pipe', options.end ? 'ignore' : 'inherit'],
      detached: true,
    });
    this.answer = this.firstLine();
    agoras.push(this);
  }

  async url() {
    const { url, error } = await this.answer;
    if (!url) throw new Error(error);
    return url;
  }

  async signal(signal: NodeJS.Signals) {
    this.child.kill(signal);
    return this.ended();
  }

  /** As when somebody presses Ctrl-C: the terminal signals the whole process group. */
  async interrupt() {
    process.kill(-this.child.pid!, 'SIGINT');
    return this.ended();
  }

  async ended() {
    if (this.child.exitCode === null && this.child.signalCode === null) await once(this.child, 'exit');
    return this.child.exitCode;
  }

  /** As when the computer crashes: this Agora and every process of its database end at once. */
  async killAll() {
    const server = serverPid(this.directory);
    if (server && lives(server)) process.kill(-server, 'SIGKILL');
    await this.signal('SIGKILL');
    await until(() => !lives(server));
  }

  private async firstLine(): Promise<Answer> {
    for await (const line of createInterface({ input: this.child.stdout! })) return JSON.parse(line);
    return { error: 'it ended without an answer' };
  }
}
