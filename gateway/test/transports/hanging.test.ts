import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import pino from 'pino';
import { guest } from '../../../platform/identity/identity';
import { addressedRooms } from '../../transports/addressedRooms';
import { forwardedHeaders, HTTP_DEFAULTS } from '../../transports/settings';

const PATIENCE = 1_000;
const envelope = { requestId: '', tenant: '', locale: '', currency: '', identity: guest };

describe('the only copy of a room, when it hangs', () => {
  let asked = 0;
  let server: Server;
  beforeAll(async () => {
    server = createServer(() => void (asked += 1));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  it('given a query, then it is asked once, and who asks is let go when the patience for it has ended', async () => {
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const times = { headersTimeout: PATIENCE, bodyTimeout: PATIENCE };
    const settings = { ...HTTP_DEFAULTS, ...times, headersOf: forwardedHeaders };
    const { rooms, stop } = addressedRooms({ r: [url] }, settings, pino({ level: 'silent' }));
    await expect(rooms('r').execute({ query: '{ a }', variables: {}, envelope })).rejects.toMatchObject({
      message: 'The room r took too long.',
      extensions: { code: 'UNAVAILABLE' },
    });
    expect(asked).toBe(1);
    await stop();
  });
});
