/** A process that dies by SIGKILL in the middle of a saga, after its first step: what a power cut looks like. */
import pino from 'pino';
import { demoTenant } from '../../identity/tenants';
import { migrateHouse, startHouse } from '../../subgraph/house';
import { serviceEnvelope } from '../../subgraph/room';
import { shelf, readBook } from '../../test/shelf/subgraph';
import { saga, step } from '../saga';

const [databaseUrl = '', bookId = ''] = process.argv.slice(2);
const die = async () => void process.kill(process.pid, 'SIGKILL');
const deadly = saga(readBook.name, [...readBook.steps.slice(0, 1), step('read', die, { final: true })]);

async function main(): Promise<void> {
  const definitions = [{ ...shelf, sagas: [deadly] }];
  await migrateHouse(definitions, () => databaseUrl);
  const log = pino({ level: 'warn' });
  const house = await startHouse({
    definitions,
    databaseUrl: () => databaseUrl,
    tenants: [demoTenant],
    log,
    schedule: false,
  });
  const context = house.room('users').contextFor(serviceEnvelope('users', demoTenant, 'crash'));
  const { books } = context.repositories as unknown as { books: { insert(book: object): Promise<void> } };
  await books.insert({ id: bookId, title: 'Doomed', copies: 3 });
  await context.run(deadly, bookId, { bookId, fail: false });
}

void main();
