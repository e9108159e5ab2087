import '../../gateway/nodeVersion';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { openDatabases } from '../../gateway/databases';
import { OWNERS, readSettings } from '../../gateway/settings';
import { fail, obeySignals, say } from '../../gateway/terminal';
import { readOnly } from './arguments';
import { issuePasses, type Passes } from './passes';

const ROOT = path.join(__dirname, '..', '..');
const WATCH = ['watch', '--clear-screen=false', '--include', 'subgraphs/*/schema.graphql', 'scripts/dev/reloaded.ts'];

/** Runs what is begun anew whenever one of its files changes. */
function watch(only: string, passes: Passes, environment: Record<string, string>) {
  const child = spawn(process.execPath, [require.resolve('tsx/cli'), ...WATCH, only, JSON.stringify(passes)], {
    cwd: ROOT,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'inherit', 'inherit'],
    // Ctrl-C reaches a whole process group; who ends first is decided here.
    detached: true,
  });
  const ended = once(child, 'exit');
  // A second Ctrl-C ends this process at once, and nobody else would tell it.
  process.once('exit', () => child.kill('SIGTERM'));
  return {
    ended,
    async stop() {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
      await ended;
    },
  };
}

const TOKENS = ({ buyer, admin }: Passes) => `
  Send one of these as a header, to be a buyer or of the staff:

  { "authorization": "Bearer ${buyer}" }

  { "authorization": "Bearer ${admin}" }
`;

/** One room from its source, begun anew at each change; the other rooms are played from their schemas. */
async function main(): Promise<void> {
  let running: { stop(): Promise<void> } | null = null;
  obeySignals(() => running);
  const only = readOnly(
    process.argv.slice(2),
    OWNERS.filter((owner) => owner !== 'workflows'),
  );
  const settings = readSettings(process.env);
  const owners = [only, 'workflows'];
  // Beside the data of `npm start`, whose other rooms would know nothing of what is made here.
  const databases = await openDatabases(
    { ...settings, AGORA_DATA: path.join(settings.AGORA_DATA, 'dev') },
    say,
    owners,
  );
  running = databases;
  await databases.mustAnswer();
  const passes = await issuePasses((settings.AGORA_TENANTS[0] as { id: string }).id);
  const urls = owners.map((owner) => [`${owner.toUpperCase()}_DATABASE_URL`, databases.urlOf(owner)]);
  const watched = watch(only, passes, Object.fromEntries(urls) as Record<string, string>);
  const stop = () => watched.stop().then(databases.stop);
  running = { stop };
  if (only !== 'users') console.log(TOKENS(passes));
  await watched.ended;
  await stop();
}

main().catch(fail);
