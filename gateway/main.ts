import './nodeVersion';
import { startAgora, type Agora } from './agora';
import { DEMO_ACCOUNTS, demoSeed, hasDemoAccounts } from './demo';
import { startDistributedGateway } from './distributed';
import { isDistributed } from './serviceSettings';
import { readSettings, type Settings } from './settings';
import { fail, obeySignals, say } from './terminal';

process.env.APOLLO_TELEMETRY_DISABLED ??= 'true';

function announce({ url, wsUrl, metricsUrl }: Pick<Agora, 'url' | 'wsUrl' | 'metricsUrl'>, accounts = ''): void {
  const metrics = metricsUrl === undefined ? '' : `  Metrics        ${metricsUrl}/metrics\n`;
  say('Ready.');
  console.log(`
  GraphQL        ${url}/graphql
  Subscriptions  ${wsUrl}/graphql (graphql-ws), ${url}/graphql/stream (SSE)
  Explorer       ${url}/
${metrics}${accounts}`);
}

type Running = { stop(): Promise<void> };

async function runWhole(settings: Settings, running: (agora: Running) => void): Promise<void> {
  const agora = await startAgora({ settings, say, seed: demoSeed(settings) });
  running(agora);
  announce(agora, (await hasDemoAccounts(agora.house.room, settings)) ? DEMO_ACCOUNTS : '');
}

/** With addresses of rooms in its settings it is the gateway in front of them; without any it is all of Agora. */
async function main(): Promise<void> {
  let agora: Running | null = null;
  obeySignals(() => agora);
  const settings = readSettings(process.env);
  if (!isDistributed(settings)) return runWhole(settings, (started) => (agora = started));
  const gateway = await startDistributedGateway(settings);
  agora = gateway;
  return announce(gateway);
}

main().catch(fail);
