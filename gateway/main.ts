import './nodeVersion';
import { startAgora, type Agora } from './agora';
import { demoSeed, hasDemoAccounts } from './demo';
import { readSettings, type Settings } from './settings';
import { fail, obeySignals, say } from './terminal';

process.env.APOLLO_TELEMETRY_DISABLED ??= 'true';

const ACCOUNTS = `  Accounts       buyer@agora.test, staff@agora.test, admin@agora.test
  Password       agora-demo-1
`;

async function announce({ url, wsUrl, metricsUrl, house }: Agora, settings: Settings): Promise<void> {
  const accounts = (await hasDemoAccounts(house.room, settings)) ? ACCOUNTS : '';
  const metrics = metricsUrl === undefined ? '' : `  Metrics        ${metricsUrl}/metrics\n`;
  say('Ready.');
  console.log(`
  GraphQL        ${url}/graphql
  Subscriptions  ${wsUrl}/graphql (graphql-ws), ${url}/graphql/stream (SSE)
  Explorer       ${url}/
${metrics}${accounts}`);
}

async function main(): Promise<void> {
  let agora: Agora | null = null;
  obeySignals(() => agora);
  const settings = readSettings(process.env);
  agora = await startAgora({ settings, say, seed: demoSeed(settings) });
  await announce(agora, settings);
}

main().catch(fail);
