import { isInstalled } from './installed';

/** Tests that need Redis. Where there is none they are left out, and say why. */
export const describeWithRedis = (name: string, tests: () => void): void =>
  isInstalled
    ? describe(name, tests)
    : describe.skip(`${name} (left out: redis-server is not installed; apt-get install -y redis-server)`, tests);
