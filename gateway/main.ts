import './nodeVersion';
import { startAgora, type Agora } from './agora';
import { demoSeed, hasDemoAccounts } from './demo';
import { readSettings, type Settings } from './settings';
import { explain } from './startErrors';

process.env.APOLLO_TELEMETRY_DISABLED ??= 'true';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

const say = (sentence: string) => console.log(`[${performance.now().toFixed(0).padStart(6)} ms] ${sentence}`);

function endWith(code: number): never {
  process.exit(code);
}

function fail(error: unknown): never {
  console.error(`\n${explain(error)}`);
  return endWith(1);
}

/** Ends well at the first signal, at once at the second. `agora` is null while it still starts. */
function obeySignals(agora: () => Agora | null): void {
  let asked = false;
  for (const signal of SIGNALS) {
    process.on(signal, () => {
      const running = agora();
      if (asked || !running) endWith(asked ? 1 : 0);
      asked = true;
      say('Stopping: letting what is under way finish. Press Ctrl-C again to stop at once.');
      running.stop().then(() => {
        say('Stopped.');
        endWith(0);
      }, fail);
    });
  }
}

const ACCOUNTS = `  Accounts       buyer@agora.test, staff@agora.test, admin@agora.test
  Password       agora-demo-1
`;

async function announce({ url, wsUrl, house }: Agora, settings: Settings): Promise<void> {
  const accounts = (await hasDemoAccounts(house, settings)) ? ACCOUNTS : '';
  say('Ready.');
  console.log(`
  GraphQL        ${url}/graphql
  Subscriptions  ${wsUrl}/graphql (graphql-ws), ${url}/graphql/stream (SSE)
  Explorer       ${url}/
${accounts}`);
}

async function main(): Promise<void> {
  let agora: Agora | null = null;
  obeySignals(() => agora);
  const settings = readSettings(process.env);
  agora = await startAgora({ settings, say, seed: demoSeed(settings) });
  await announce(agora, settings);
}

main().catch(fail);
