import { once } from 'node:events';
import './start';

export default async function stop(): Promise<void> {
  const server = globalThis.testPostgres;
  if (!server || server.exitCode !== null) return;
  server.stdin?.end();
  await once(server, 'exit');
}
