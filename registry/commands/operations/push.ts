import { EXIT, type Exit } from '../../findings/verdict';
import { plural } from '../../findings/words';
import { OperationsError, type ReadOperation } from '../../operations/operation';
import { readDocuments, readManifestFile } from '../../operations/read';
import { faultsOf, type Fault } from '../../operations/validate';
import { apiSchemaOf, liveVersion } from '../../store/live';
import { StoreRefusal } from '../../store/store';
import { answer } from '../answer';
import { authorOf } from '../author';
import { needed, textOf, WrongUse, type Ground, type Parsed } from '../command';
import { PROGRAM } from '../program';

/** @throws WrongUse */
function read(parsed: Parsed, cwd: string, more: readonly string[]): readonly ReadOperation[] {
  const manifest = textOf(parsed, 'manifest');
  const { documents } = parsed.values;
  const given = Array.isArray(documents) ? documents.map(String) : [];
  if ((manifest === undefined) === (given.length === 0))
    throw new WrongUse('Say where the operations are: --manifest FILE, or --documents FILES.');
  if (manifest !== undefined && more.length > 0) throw new WrongUse(`${more.join(' ')} is not understood here.`);
  try {
    // A shell makes several arguments of *.graphql, of which parseArgs takes the first for the option.
    return manifest === undefined ? readDocuments(cwd, [...given, ...more]) : readManifestFile(cwd, manifest);
  } catch (error) {
    throw error instanceof OperationsError ? new WrongUse(error.message, { cause: error }) : error;
  }
}

function unique(operations: readonly ReadOperation[]): readonly ReadOperation[] {
  if (operations.length === 0) throw new WrongUse('There is no operation in it.');
  const ids = new Map<string, ReadOperation>();
  for (const operation of operations) {
    const { id, name, body } = operation;
    const other = ids.get(id);
    if (other && other.body !== body) throw new WrongUse(`${other.name} and ${name} have the same id ${id}.`);
    ids.set(id, operation);
  }
  return [...ids.values()];
}

const shown = ({ place, operation, message }: Fault) =>
  `${place.file}:${place.line}:${place.column} ${operation}: ${message}`;

function refuse(parsed: Parsed, ground: Ground, faults: readonly Fault[], release: number): Exit {
  const names = new Set(faults.map(({ operation }) => operation));
  const summary = `${plural(names.size, 'operation')} cannot run on release ${release}. Nothing was registered.`;
  answer(
    ground,
    parsed,
    { registered: false, against: release, faults },
    [
      ...faults.map((fault) => `${ground.paint.red('✗')} ${shown(fault)}`),
      '',
      ground.paint.red(summary),
      'Mend them, or publish the schema that they are written for first.',
    ].join('\n'),
  );
  return EXIT.operation;
}

/** Registers the operations of a client release, all of them or none. */
export async function pushOperations(parsed: Parsed, ground: Ground, args: readonly string[]): Promise<Exit> {
  const [client, ...more] = args;
  if (!client) throw new WrongUse('Say whose operations they are: operations push CLIENT.');
  const version = needed(parsed, 'client-version');
  const operations = unique(read(parsed, ground.cwd, more));
  const store = await ground.store();
  const live = await liveVersion(store);
  if (!live) throw new StoreRefusal('Nothing is published yet that operations could run on: publish a schema first.');
  const schema = await apiSchemaOf(live.version);
  const faults = operations.flatMap((operation) => faultsOf(schema, operation));
  if (faults.length > 0) return refuse(parsed, ground, faults, live.release.number);
  const kept = operations.map(({ id, name, body }) => ({ id, name, body }));
  await store.register({ client, version, operations: kept, registered: await authorOf(parsed, ground) });
  answer(
    ground,
    parsed,
    { registered: true, client, version, operations: kept.length, against: live.release.number },
    `${ground.paint.green('✓')} Registered ${plural(kept.length, 'operation')} of ${client} ${version}, all of which run on release ${live.release.number}.\nFrom now on, no change that breaks one of them lands. When nobody runs this release any more: ${PROGRAM} operations retire ${client} ${version}`,
  );
  return EXIT.fine;
}
