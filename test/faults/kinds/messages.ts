import { setTimeout as pause } from 'node:timers/promises';
import Redis from 'ioredis';
import type { Chance } from '../buyers/chance';
import { USUAL_SILENCE } from '../buyers/crowd';
import type { Fault, Scene } from './fault';

const LASTS = 6_000;
const BETWEEN = 300;

/** Does something again and again, from its strike to its mending. */
function repeatedly(name: string, act: (scene: Scene) => Promise<void>): Fault {
  let going = false;
  let done: Promise<void> = Promise.resolve();
  const keepDoing = async (scene: Scene) => {
    while (going) {
      await act(scene);
      await pause(BETWEEN);
    }
  };
  return {
    name,
    lasts: LASTS,
    async strike(scene) {
      going = true;
      done = keepDoing(scene);
    },
    async mend() {
      going = false;
      await done;
    },
  };
}

const TOLD_AT_ONCE = 10;

/** Some had been heard long ago, some never. */
export const webhooksAgain = repeatedly('webhooks come late, twice and out of order', ({ crowd }) =>
  crowd.bank.tellAgain(TOLD_AT_ONCE),
);

/** What it has charged is told by nobody for seconds; meanwhile its order may be cancelled or expire. */
export const bankIsSilent: Fault = {
  name: 'the provider times out after it charged',
  lasts: LASTS,
  strike: async ({ crowd }) => void (crowd.silence = 1),
  mend: async ({ crowd }) => void (crowd.silence = USUAL_SILENCE),
};

const STREAMS = 'agora:events:*';

/** Puts copies of what went through the streams behind it, in any order. */
async function copyEntries(redis: Redis, chance: Chance): Promise<void> {
  for (const stream of await redis.keys(STREAMS)) {
    const entries = await redis.xrevrange(stream, '+', '-', 'COUNT', 50);
    for (const [, fields] of chance.shuffled(entries).slice(0, TOLD_AT_ONCE)) await redis.xadd(stream, '*', ...fields);
  }
}

export const eventsAgain = repeatedly('events come twice, late and out of order', async ({ target, chance }) => {
  const redis = new Redis(target.ground.direct().redisUrl);
  try {
    await copyEntries(redis, chance);
  } finally {
    redis.disconnect();
  }
});
