import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export default async function start(): Promise<void> {
  if (process.env.AGORA_TEST_POSTGRES_URL) return;
  const server = spawn(process.execPath, ['--import', 'tsx', join(__dirname, 'server.ts')], {
    stdio: ['pipe', 'pipe', 'inherit'],
    // Ctrl-C reaches a whole process group; the server is to stop after its clients, by its closed input alone.
    detached: true,
  });
  globalThis.testPostgres = server;
  process.env.AGORA_TEST_POSTGRES_URL = await firstLine(server);
}

function firstLine(server: ChildProcess & { stdout: NodeJS.ReadableStream }): Promise<string> {
  return new Promise((resolve, reject) => {
    createInterface(server.stdout).once('line', resolve);
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`The test Postgres did not start (exit code ${code}).`)));
  });
}

declare global {
  var testPostgres: ChildProcess | undefined;
}
