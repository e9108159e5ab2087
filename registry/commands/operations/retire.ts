import { EXIT, type Exit } from '../../findings/verdict';
import { answer } from '../answer';
import { authorOf } from '../author';
import { WrongUse, type Ground, type Parsed } from '../command';

/** Forgets a client release: what only its operations used may go. */
export async function retireOperations(parsed: Parsed, ground: Ground, args: readonly string[]): Promise<Exit> {
  const [client, version, ...more] = args;
  if (!client || !version || more.length > 0)
    throw new WrongUse('Say which client release nobody runs any more: operations retire CLIENT VERSION.');
  const store = await ground.store();
  await store.retire(client, version, await authorOf(parsed, ground));
  answer(
    ground,
    parsed,
    { retired: true, client, version },
    `${ground.paint.green('✓')} ${client} ${version} is retired. What only its operations used may be removed now; see operations usage.`,
  );
  return EXIT.fine;
}
