import './nodeVersion';
import { help, readFlags } from './standalone/flags';
import { startStandalone, type Standalone } from './standalone/start';
import { fail, obeySignals, say } from './terminal';

process.env.APOLLO_TELEMETRY_DISABLED ??= 'true';

async function main(): Promise<void> {
  const flags = readFlags(process.argv.slice(2));
  if (flags.help) return void process.stdout.write(help());
  let standalone: Standalone | null = null;
  obeySignals(() => standalone);
  standalone = await startStandalone(flags);
  const { url, metricsUrl } = standalone;
  if (metricsUrl !== undefined) say(`Metrics at ${metricsUrl}/metrics`);
  say(`Ready. GraphQL at ${url}/graphql, the explorer at ${url}/, health at ${url}/health`);
}

main().catch(fail);
