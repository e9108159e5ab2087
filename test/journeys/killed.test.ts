import { chmodSync } from 'node:fs';
import { describeWithRedis } from '../redis/redis';
import { temporaryFolder } from '../story/files';
import { familyOf, living } from '../story/process';
import { runProgram } from '../story/program';
import { eventually } from '../story/rest';

// It starts all rooms twice.
jest.setTimeout(240_000);

describeWithRedis('npm run start:distributed, when it is killed', () => {
  const started: ReturnType<typeof runProgram>[] = [];
  afterAll(() => started.forEach(({ child }) => child.kill('SIGTERM')));

  it('leaves no room and no gateway behind, and the next start ends its Postgres and its Redis', async () => {
    const data = temporaryFolder();
    // Where root runs this, Postgres is somebody else, who has to pass through.
    chmodSync(data, 0o711);
    const ground = { AGORA_DATA: data, DATABASE_URL: '', REDIS_URL: '', SEED: 'none', LOG_LEVEL: 'warn' };
    const start = () => {
      const program = runProgram('scripts/distributed/main.ts', [], ground);
      started.push(program);
      return program;
    };
    const first = start();
    await first.says(/Ctrl-C ends all of it/, 120_000);
    const family = familyOf(first.child.pid as number);
    const [, redis] = /redis +\S+ +(\d+)/.exec(first.output()) ?? [];
    expect(family).toContain(Number(redis));
    const rooms = [...first.output().matchAll(/^ {2}(?:gateway|\w+)-\d +\S+ +(\d+)$/gm)].map(([, pid]) => Number(pid));
    expect(rooms).toHaveLength(9);

    first.child.kill('SIGKILL');
    await first.ended;
    await eventually('rooms and gateways are gone', async () => living(rooms).length === 0, 40_000);
    expect(living([Number(redis)])).toEqual([Number(redis)]);

    const second = start();
    await second.says(/Ctrl-C ends all of it/, 120_000);
    expect(living(family)).toEqual([]);
    expect(second.output()).toMatch(`Ended a Redis (process ${redis}) that a former run had left.`);
    expect(second.output()).toMatch(/Ended a Postgres \(process \d+\) that a former run had left/);
    const familyOfSecond = familyOf(second.child.pid as number);
    second.child.kill('SIGTERM');
    expect(await second.ended).toEqual([0, null]);
    expect(living(familyOfSecond)).toEqual([]);
  });
});
