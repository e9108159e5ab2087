import '../gateway/nodeVersion';
import { fail, obeySignals, say } from '../gateway/terminal';
import { trustedText } from '../platform/delivery/keys';
import { readRegistrySettings } from './server/settings';
import { startRegistry, type RegistryService } from './server/start';

process.env.APOLLO_TELEMETRY_DISABLED ??= 'true';

const next = (release: RegistryService['release']): string =>
  release
    ? `Live is release ${release.number}, the version ${release.version}.`
    : 'Nothing is published yet: npm run registry -- publish';

async function main(): Promise<void> {
  let service: RegistryService | null = null;
  obeySignals(() => service);
  const settings = readRegistrySettings(process.env);
  service = await startRegistry(settings, process.env);
  const { url, store, release } = service;
  const keys = settings.REGISTRY_SIGNING_KEYS.map(trustedText).join(',');
  say(`Ready. ${next(release)}`);
  process.stdout.write(`
  Registry   ${url}  (${store})
  Gateways   SUPERGRAPH_SOURCE=registry SUPERGRAPH_REGISTRY_URL=${url} SUPERGRAPH_REGISTRY_TOKEN=… SUPERGRAPH_KEYS=${keys}
  Commands   REGISTRY_URL=${url} REGISTRY_TOKEN=… npm run registry -- check
  Tokens     npm run registry -- tokens create NAME --rights read,usage
  Others     Apollo Uplink's shape at ${url}/uplink, Hive's at ${url}/artifacts/v1/agora

`);
}

main().catch(fail);
