import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import pino from 'pino';
import { freePort } from '../../../platform/data/embedded/port';
import { addressedRooms, type AddressedRooms } from '../../transports/addressedRooms';
import { forwardedHeaders, HTTP_DEFAULTS } from '../../transports/settings';
import { contextOf } from '../protection/world';

const { envelope } = contextOf();
const ADDRESSES = ['127.0.0.1', '127.0.0.2'];

/** Answers to which of the addresses it listens, and by which name it was asked. */
async function startAt(address: string, port: number): Promise<Server> {
  const server = createServer((request, response) => {
    request.resume();
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ data: { at: address, host: request.headers.host } }));
  });
  server.listen(port, address);
  await once(server, 'listening');
  return server;
}

// Other systems have one address of their own.
const describeOnLinux = process.platform === 'linux' ? describe : describe.skip;

describeOnLinux('copies of a room behind one name', () => {
  let servers: Server[];
  let port: number;
  let rooms: AddressedRooms;
  beforeEach(async () => {
    port = await freePort();
    servers = await Promise.all(ADDRESSES.map((address) => startAt(address, port)));
    rooms = addressedRooms(
      { orders: [`http://orders.internal:${port}`] },
      { ...HTTP_DEFAULTS, subscriptions: 'sse', headersOf: forwardedHeaders },
      pino({ level: 'silent' }),
      { resolve: async () => ADDRESSES },
    );
    await new Promise(setImmediate);
  });
  afterEach(async () => {
    await rooms.stop();
    for (const server of servers) server.close();
  });
  const ask = async () => (await rooms.rooms('orders').execute({ query: '{ a }', envelope })).data;

  it('are all asked, by their name', async () => {
    const host = `orders.internal:${port}`;
    expect([await ask(), await ask()]).toEqual(ADDRESSES.map((at) => ({ at, host })));
  });

  it('given that one of them is gone, then the other is asked', async () => {
    servers[0]?.close();
    servers[0]?.closeAllConnections();
    for (let count = 0; count < 4; count++) expect(await ask()).toMatchObject({ at: '127.0.0.2' });
  });
});
