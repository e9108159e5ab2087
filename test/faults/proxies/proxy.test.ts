import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { startProxy, type Proxy } from './proxy';

let echo: Server;
let proxy: Proxy;
const clients: Socket[] = [];
beforeEach(async () => {
  echo = createServer((socket) => socket.on('error', () => {}).pipe(socket)).listen(0, '127.0.0.1');
  await once(echo, 'listening');
  proxy = await startProxy({ host: '127.0.0.1', port: (echo.address() as AddressInfo).port }, () => 0);
});
afterEach(async () => {
  for (const client of clients.splice(0)) client.destroy();
  await proxy.stop();
  await new Promise((resolve) => echo.close(resolve));
});

async function dial(): Promise<Socket> {
  const client = connect(proxy.port, '127.0.0.1');
  clients.push(client);
  await once(client, 'connect');
  return client;
}

/** Sends a text, and answers the pieces in which it came back. */
async function say(client: Socket, text: string): Promise<string[]> {
  const pieces: string[] = [];
  client.write(text);
  for await (const [piece] of on(client)) {
    pieces.push(String(piece));
    if (pieces.join('').length >= text.length) break;
  }
  return pieces;
}
async function* on(client: Socket) {
  for (;;) yield (await once(client, 'data')) as [Buffer];
}

describe('a wire', () => {
  it('given it is clear, carries what is sent, in both directions', async () => {
    expect((await say(await dial(), 'hello')).join('')).toBe('hello');
  });

  it('given it is sliced, carries the same in many pieces', async () => {
    const client = await dial();
    proxy.set({ kind: 'sliced', pieces: 5 });
    const pieces = await say(client, 'a'.repeat(50));
    expect(pieces.join('')).toBe('a'.repeat(50));
    expect(pieces.length).toBeGreaterThan(1);
  });

  it('given it is delayed, carries the same, later', async () => {
    const client = await dial();
    proxy.set({ kind: 'delayed', by: 40 });
    const begun = performance.now();
    expect((await say(client, 'hello')).join('')).toBe('hello');
    // Forth and back; a timer may be a little early.
    expect(performance.now() - begun).toBeGreaterThan(70);
  });

  it('given it is delayed and who has sent something is gone, carries that nevertheless', async () => {
    const heard = new Promise((resolve) =>
      echo.once('connection', (socket: Socket) => socket.once('data', (data) => resolve(String(data)))),
    );
    proxy.set({ kind: 'delayed', by: 30 });
    const client = await dial();
    client.end('hello', () => client.destroy());
    expect(await heard).toBe('hello');
  });

  it('given it was cut, carries what waited once it is whole again', async () => {
    const client = await dial();
    proxy.set({ kind: 'cut' });
    let answered = false;
    const answer = say(client, 'hello').then((pieces) => {
      answered = true;
      return pieces.join('');
    });
    // Another wire to the same place, to know that there was time enough.
    const other = connect((echo.address() as AddressInfo).port, '127.0.0.1');
    clients.push(other);
    await say(other, 'there');
    expect(answered).toBe(false);
    proxy.set({ kind: 'clear' });
    expect(await answer).toBe('hello');
  });

  it('given it resets, ends connections as a crash does', async () => {
    const client = await dial();
    await say(client, 'hello');
    const failed = once(client, 'error');
    proxy.set({ kind: 'resetting', every: 5 });
    await expect(failed).resolves.toMatchObject([{ code: 'ECONNRESET' }]);
  });

  it('given what it leads to has moved, leads there', async () => {
    const moved = createServer((socket) => socket.end('moved')).listen(0, '127.0.0.1');
    await once(moved, 'listening');
    proxy.lead({ host: '127.0.0.1', port: (moved.address() as AddressInfo).port });
    const [answer] = (await once(await dial(), 'data')) as [Buffer];
    expect(String(answer)).toBe('moved');
    await new Promise((resolve) => moved.close(resolve));
  });
});
