import '../../gateway/nodeVersion';
import { openDatabases } from '../../gateway/databases';
import { readSettings } from '../../gateway/settings';
import { explain } from '../../gateway/startErrors';
import { NoChains, verifyRoom, type Verdict } from '../../platform/audit/verify';
import { subgraphs } from '../../subgraphs';
import { told } from './told';

const USAGE = `npm run audit -- verify

Verifies the audit chain of every room and tenant: whether each entry is as it was written, follows on the one before, and
the last one is still there. Ends with 1 when a chain is broken, with 2 when one cannot be read, with 64 when
it was asked for wrongly.
`;

async function verify(): Promise<Verdict[]> {
  const settings = readSettings(process.env);
  const tenants = settings.AGORA_TENANTS.map(({ id }) => id);
  const databases = await openDatabases(settings, (sentence) => console.error(sentence));
  try {
    const verdicts: Verdict[] = [];
    for (const { name } of subgraphs) verdicts.push(...(await verifyRoom(databases.urlOf(name), name, tenants)));
    return verdicts;
  } finally {
    await databases.stop();
  }
}

async function main([command, ...rest]: readonly string[]): Promise<number> {
  if (command === '--help' || command === '-h') {
    console.log(USAGE);
    return 0;
  }
  if (command !== 'verify' || rest.length > 0) {
    console.error(USAGE);
    return 64;
  }
  const verdicts = await verify();
  console.log(told(verdicts));
  return verdicts.some(({ broken }) => broken.length > 0) ? 1 : 0;
}

const refusalOf = (error: unknown): string =>
  error instanceof NoChains
    ? `${error.message} Bring the database up to date first: npm run migrate`
    : explain(error).replace('Agora could not start', 'The audit chains could not be read');

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(refusalOf(error));
    process.exit(2);
  },
);
