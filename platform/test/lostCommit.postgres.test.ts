import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { createDatabase, startTestHouse, type TestDatabase, type TestHouse } from '../../test/story/house';
import { demoTenant } from '../identity/tenants';
import { serviceEnvelope } from '../subgraph/room';
import { shelf, type Context } from './shelf/subgraph';

/** A wire to Postgres that can break when the next commit is done, before anybody hears so. */
async function startWire(to: URL) {
  let isArmed = false;
  const open = new Set<Socket>();
  const server: Server = createServer((client) => {
    const postgres = connect(Number(to.port), to.hostname);
    let isLast = false;
    const end = () => [client, postgres].forEach((socket) => socket.destroy());
    for (const socket of [client, postgres]) {
      open.add(socket);
      socket.on('error', end).on('close', end);
    }
    client.on('data', (sent: Buffer) => {
      if (isArmed && sent.toString('latin1').toLowerCase().includes('commit')) [isArmed, isLast] = [false, true];
      postgres.write(sent);
    });
    postgres.on('data', (answer: Buffer) => (isLast ? end() : client.write(answer)));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = new URL(to);
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    breakAtCommit: () => void (isArmed = true),
    stop() {
      for (const socket of open) socket.destroy();
      server.close();
    },
  };
}

describe('given a database that goes away when it has committed, before it could say so', () => {
  let database: TestDatabase;
  let wire: Awaited<ReturnType<typeof startWire>>;
  let house: TestHouse;
  beforeAll(async () => {
    database = await createDatabase();
    wire = await startWire(new URL(database.url));
    house = await startTestHouse([shelf], { ...database, url: wire.url });
  });
  afterAll(async () => {
    await house?.stop();
    wire?.stop();
  });
  const context = () =>
    house.room('users').contextFor(serviceEnvelope('users', demoTenant, 'test')) as unknown as Context;

  it('then who waits for what was written is woken all the same, and finds it', async () => {
    const wakes = context().awaken('books');
    await wakes.next();
    const woken = wakes.next();
    wire.breakAtCommit();
    const writing = context().transaction(async (tx) => {
      await tx.repositories.books.insert({ id: 'book-1', title: 'Kept', copies: 1 });
      tx.wake('books');
    });
    await expect(writing).rejects.toThrow('Failed query');
    await woken;
    expect(await context().repositories.books.byId('book-1')).toMatchObject({ title: 'Kept' });
    await wakes.return?.();
  });
});
