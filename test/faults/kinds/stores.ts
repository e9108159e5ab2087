import type { Fault } from './fault';

/** All that was acknowledged is in its log; all that was under way is gone, with every connection. */
export const postgresCrashes: Fault = {
  name: 'Postgres is shut down at once and started again',
  lasts: 1_500,
  strike: ({ target }) => target.ground.crashPostgres(),
  mend: ({ target }) => target.ground.startPostgres(),
};

/** Streams, groups and what was in them are gone: outboxes have to send anew. */
export const redisForgets: Fault = {
  name: 'Redis is killed and started empty',
  lasts: 1_500,
  strike: ({ target }) => target.ground.killRedis(),
  mend: ({ target }) => target.ground.startRedis(),
};
