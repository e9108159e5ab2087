import { EXIT, type Exit } from '../../findings/verdict';
import { plural } from '../../findings/words';
import { answer, minute } from '../answer';
import { WrongUse, type Ground, type Parsed } from '../command';
import { PROGRAM } from '../program';

/** Every registered client release. */
export async function listOperations(parsed: Parsed, ground: Ground, args: readonly string[]): Promise<Exit> {
  const [client, ...more] = args;
  if (more.length > 0) throw new WrongUse(`${more.join(' ')} is not understood here.`);
  const store = await ground.store();
  const clients = (await store.clients()).filter((each) => client === undefined || each.client === client);
  const lines = clients.flatMap(({ client: name, version, operations, registered }) => [
    `${ground.paint.bold(`${name} ${version}`)}  ${plural(operations.length, 'operation')}, registered by ${registered.by} on ${minute(registered.at)}`,
    ...(client === undefined ? [] : operations.map((operation) => `  ${operation.name}`)),
  ]);
  const none =
    client === undefined ? 'No client has registered its operations yet.' : `${client} has registered nothing.`;
  const text =
    lines.length > 0
      ? lines.join('\n')
      : `${none} Next: ${PROGRAM} operations push CLIENT --manifest FILE --client-version V`;
  answer(ground, parsed, { clients }, text);
  return EXIT.fine;
}
