import '../../gateway/nodeVersion';
import { DEMO_ACCOUNTS } from '../../gateway/demo';
import { fail, obeySignals, say } from '../../gateway/terminal';
import { startDistributed, type Distributed } from './start';

/** Who runs where, as a table. */
function tableOf({ processes, databaseUrl, redis }: Distributed): string {
  const { hostname, port, pathname } = new URL(databaseUrl);
  const rows = [
    ...processes.map((each) => [each.planned.name, each.planned.url, String(each.pid() ?? '')]),
    ['redis', redis.url, String(redis.pid ?? '')],
    ['postgres', `${hostname}:${port || 5432}${pathname}`, ''],
  ];
  const line = ([name = '', url = '', pid = '']: readonly string[]) => `  ${name.padEnd(15)}${url.padEnd(34)}${pid}`;
  return [line(['', 'address', 'process']), ...rows.map(line)].join('\n');
}

/** The seven rooms as services, and gateways in front of them, on this machine. */
async function main(): Promise<void> {
  let running: Distributed | null = null;
  obeySignals(() => running);
  running = await startDistributed(process.env, say);
  say('Ready.');
  const graphs = running.urls.map((url) => `  GraphQL        ${url}/graphql\n  Explorer       ${url}/\n`).join('');
  console.log(`\n${tableOf(running)}\n\n${graphs}${running.hasAccounts ? DEMO_ACCOUNTS : ''}`);
  console.log('  Whatever of it is killed is started again. Ctrl-C ends all of it.\n');
}

main().catch(fail);
