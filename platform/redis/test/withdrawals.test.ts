import Redis from 'ioredis';
import pino from 'pino';
import { describeWithRedis } from '../../../test/redis/redis';
import { eventually } from '../../../test/story/rest';
import { NotTold } from '../../identity/unsealing';
import { openNonces, type SharedNonces } from '../nonces';
import { startRedis, type RedisServer } from '../server';
import { openWithdrawals, type Withdrawable, type Withdrawals } from '../withdrawals';

const log = pino({ level: 'silent' });
const NOW = 1_000_000;

describeWithRedis('requests that may be withdrawn', () => {
  let servers: RedisServer[];
  let closes: (() => void)[];
  beforeEach(async () => {
    [servers, closes] = [[await startRedis()], []];
  });
  afterEach(async () => {
    for (const close of closes) close();
    for (const server of servers) await server.stop();
  });
  const server = () => servers.at(-1) as RedisServer;

  const begun = (withdrawals: Withdrawals): Withdrawable => {
    const withdrawable = withdrawals.begin();
    if (!withdrawable) throw new Error('Nothing can be withdrawn.');
    return withdrawable;
  };
  const letsIn = (copy: SharedNonces, nonce: string) =>
    Promise.resolve(copy.seen(nonce, NOW)).catch((error: unknown) => {
      if (error instanceof NotTold) return 'not told';
      throw error;
    });

  function openCopy(url = server().url): SharedNonces {
    const copy = openNonces({ url, name: 'copy', log }, () => {});
    closes.push(copy.close);
    return copy;
  }
  function openSender(url = server().url): Withdrawals {
    const sender = openWithdrawals({ url, name: 'sender', log });
    closes.push(sender.close);
    return sender;
  }
  /** A sender and a copy that know which Redis they speak to. */
  async function connected() {
    const [sender, copy] = [openSender(), openCopy()];
    await eventually('both are connected', async () => {
      const withdrawable = sender.begin();
      return withdrawable !== undefined && (await letsIn(copy, withdrawable.nonce)) === true;
    });
    return { sender, copy };
  }
  async function command(name: string, ...args: string[]): Promise<void> {
    const redis = new Redis(server().url);
    await redis.call(name, ...args);
    redis.disconnect();
  }
  /** Starts it again, empty, where it was. */
  async function restart(): Promise<void> {
    await server().stop();
    servers.push(await startRedis({ port: Number(new URL(server().url).port) }));
  }

  it('given one that no copy has seen, then it is withdrawn, and no copy lets it in any more', async () => {
    const { sender, copy } = await connected();
    const { nonce, withdraw } = begun(sender);
    expect([await withdraw(), await letsIn(copy, nonce), await withdraw()]).toEqual([true, false, true]);
  });

  it('given one that a copy has let in, then it is not', async () => {
    const { sender, copy } = await connected();
    const { nonce, withdraw } = begun(sender);
    expect([await letsIn(copy, nonce), await withdraw()]).toEqual([true, false]);
  });

  it('given both at once, then one of them holds', async () => {
    const { sender, copy } = await connected();
    for (let count = 0; count < 100; count += 1) {
      const { nonce, withdraw } = begun(sender);
      const both = count % 2 ? [letsIn(copy, nonce), withdraw()] : [withdraw(), letsIn(copy, nonce)];
      expect((await Promise.all(both)).filter((holds) => holds === true)).toHaveLength(1);
    }
  });

  it('given a Redis that has started again empty since a copy has let it in, then it is not', async () => {
    const { sender, copy } = await connected();
    const { nonce, withdraw } = begun(sender);
    expect(await letsIn(copy, nonce)).toBe(true);
    await restart();
    await eventually('the sender is connected again', async () => sender.begin() !== undefined);
    expect(await withdraw()).toBe(false);
  });

  it('given a Redis that has started again before it arrives, then no copy lets it in', async () => {
    const { sender, copy } = await connected();
    const { nonce } = begun(sender);
    await restart();
    await eventually('both are connected again', async () => {
      const next = sender.begin();
      return next !== undefined && (await letsIn(copy, next.nonce)) === true;
    });
    expect(await letsIn(copy, nonce)).toBe('not told');
  });

  it('given a Redis that was a replica in between, then it is not withdrawn: it may have forgotten', async () => {
    const { sender } = await connected();
    const { withdraw } = begun(sender);
    await command('replicaof', '127.0.0.1', '1');
    await command('replicaof', 'no', 'one');
    expect(await withdraw()).toBe(false);
    await eventually('the sender knows it again', async () => sender.begin() !== undefined);
  });

  it('given a Redis that forgets what it has no room for, then nothing can be withdrawn', async () => {
    const { sender } = await connected();
    const { withdraw } = begun(sender);
    await command('config', 'set', 'maxmemory', '100mb');
    await command('config', 'set', 'maxmemory-policy', 'volatile-lru');
    expect([await withdraw(), sender.begin()]).toEqual([false, undefined]);
  });

  it('given a sender that speaks to another Redis than the copies, then they do not let it in', async () => {
    const { copy } = await connected();
    servers.push(await startRedis());
    const stranger = openSender();
    await eventually('it is connected', async () => stranger.begin() !== undefined);
    expect(await letsIn(copy, begun(stranger).nonce)).toBe('not told');
  });

  it('given another database of the same Redis, then they do not let it in either', async () => {
    const { copy } = await connected();
    const stranger = openSender(`${server().url}/1`);
    await eventually('it is connected', async () => stranger.begin() !== undefined);
    expect(await letsIn(copy, begun(stranger).nonce)).toBe('not told');
  });

  it.each<[string, () => Promise<unknown>]>([
    ['is gone', () => server().stop()],
    ['hangs', async () => process.kill(server().pid, 'SIGSTOP')],
  ])('given a Redis that %s, then nothing is withdrawn, and no copy lets it in', async (_what, harm) => {
    const { sender, copy } = await connected();
    const [one, other] = [begun(sender), begun(sender)];
    await harm();
    expect([await one.withdraw(), await letsIn(copy, other.nonce)]).toEqual([false, 'not told']);
  });
});
