/**
 * Runs one throw-away Postgres for as long as its standard input stays open. The pipe closes when the test run ends, however
 * it ends (a kill included), so neither a server nor its directory can outlive it.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../../platform/data/embedded';

/** A test's data need not survive a power cut. */
const settings = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', max_connections: '200' };

async function main(): Promise<void> {
  const runIsOver = new Promise<void>((resolve) => process.stdin.resume().once('close', resolve));
  const directory = mkdtempSync(join(tmpdir(), 'agora-test-'));
  process.once('exit', () => rmSync(directory, { recursive: true, force: true }));

  const postgres = await startEmbeddedPostgres({ dataDirectory: join(directory, 'postgres'), settings });
  process.stdout.write(`${postgres.url}\n`);
  await runIsOver;
  await postgres.stop();
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
