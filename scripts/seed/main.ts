import '../../gateway/nodeVersion';
import { openDatabases, type Databases } from '../../gateway/databases';
import { readSettings, type Settings } from '../../gateway/settings';
import { explain } from '../../gateway/startErrors';
import { migrateHouse } from '../../platform/subgraph/house';
import { subgraphs } from '../../subgraphs';
import { ArgumentsError, readArguments, USAGE, type Arguments } from './arguments';
import { PASSWORD } from './make/people';
import { accountsTold, progressBar } from './progress';
import { seedShop, ShopNotEmpty } from './shop';

/** What the demo is sold in. */
const CURRENCIES = ['USD', 'EUR'];

const say = (sentence: string) => console.log(sentence);

function tenantNamed({ AGORA_TENANTS }: Settings, id: string) {
  const tenant = AGORA_TENANTS.find((each) => each.id === id);
  const isServed = CURRENCIES.every((currency) => tenant?.currencies.includes(currency));
  if (tenant && !isServed)
    throw new ArgumentsError(
      `The demo's prices are in ${CURRENCIES.join(' and ')}, which ${id} does not both sell in.`,
    );
  if (tenant) return tenant;
  const known = AGORA_TENANTS.map((each) => each.id).join(', ');
  throw new ArgumentsError(`There is no tenant ${id}. There is ${known}; AGORA_TENANTS names a file with others.`);
}

async function open(settings: Settings): Promise<Databases> {
  try {
    return await openDatabases(settings, say);
  } catch (error) {
    if (!(error instanceof Error) || !error.message.startsWith('Another Agora')) throw error;
    throw new ArgumentsError(
      `${error.message}\nTo seed it, stop it first; an Agora on a server of its own (DATABASE_URL) may go on running.`,
    );
  }
}

async function seed(settings: Settings, given: Arguments, urlOf: Databases['urlOf']): Promise<void> {
  const tenant = tenantNamed(settings, given.tenant);
  await migrateHouse(subgraphs, urlOf);
  const since = performance.now();
  say(
    `${given.reset ? 'Emptying' : 'Filling'} the shop ${tenant.id}: ${given.products} products, ${given.orders} orders.`,
  );
  await seedShop({
    ...given,
    databaseUrl: urlOf,
    tenant: tenant.id,
    locale: tenant.locales[0],
    onProgress: progressBar(process.stdout, since),
  });
  say(`Done in ${((performance.now() - since) / 1000).toFixed(1)} s.`);
  if (given.accounts) say(accountsTold(PASSWORD));
  if (settings.DATABASE_URL && given.reset)
    say('Restart an Agora that is running: it remembers products that are gone.');
}

async function main(): Promise<void> {
  const given = readArguments(process.argv.slice(2), process.env, new Date());
  if (given.help) return say(USAGE);
  const settings = readSettings(process.env);
  const databases = await open(settings);
  try {
    await seed(settings, given, databases.urlOf);
  } finally {
    await databases.stop();
  }
}

function told(error: unknown): string {
  if (error instanceof ShopNotEmpty) {
    return `${error.message}\nTo empty it first, add --reset (all its data are lost). To keep it, seed another database: AGORA_DATA=.agora-2 npm run seed`;
  }
  if (error instanceof ArgumentsError) return error.message;
  return explain(error).replace('Agora could not start', 'The shop could not be filled');
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(told(error));
    process.exit(1);
  },
);
