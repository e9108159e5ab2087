import { once } from 'node:events';
import { createLog } from '../gateway/log';
import { readSettings } from '../gateway/settings';
import { explain, StartError } from '../gateway/startErrors';
import { listDeadLetters, replay, type DeadLetter } from '../platform/events/streams/deadLetters';
import { openRedis } from '../platform/redis/connection';

/** Milliseconds. */
const PATIENCE = 5_000;

const USAGE =
  'npm run dead-letters shows them; npm run dead-letters -- replay all, or replay <ID> …, sends them again.';

const shown = ({ id, from, listener, reason, fields }: DeadLetter): string =>
  [
    `${id}  ${fields.type ?? 'no event'} ${fields.id ?? ''}`,
    `  published by ${from}, given up by ${listener}: ${reason}`,
    `  ${fields.payload ?? ''}`,
  ].join('\n');

/** @throws StartError for an id that is not among them */
function chosen(letters: readonly DeadLetter[], ids: readonly string[]): readonly DeadLetter[] {
  if (ids.length === 1 && ids[0] === 'all') return letters;
  return ids.map((id) => {
    const letter = letters.find((each) => each.id === id);
    if (!letter) throw new StartError(`There is no dead letter ${id}.`);
    return letter;
  });
}

/** @throws StartError with what is to be done */
async function mustAnswer(redis: ReturnType<typeof openRedis>, url: string): Promise<void> {
  const refused = once(redis, 'error').then(([error]) => {
    throw error as Error;
  });
  try {
    await Promise.race([redis.ping(), refused]);
  } catch (error) {
    const { hostname, port } = new URL(url);
    const said = (error as Error).message;
    throw new StartError(
      `The Redis at ${hostname}:${port || 6379} does not answer. Start it, or correct REDIS_URL.\n  ${said}`,
    );
  }
}

/** Shows the events that rooms have given up, or sends them again. */
async function main([command, ...ids]: readonly string[]): Promise<void> {
  const { REDIS_URL: url } = readSettings(process.env);
  if (url === undefined) throw new StartError('REDIS_URL is needed: dead letters are kept in Redis.');
  if (command !== undefined && (command !== 'replay' || ids.length === 0)) throw new StartError(USAGE);
  const redis = openRedis({ url, name: 'dead-letters', log: createLog('silent') }, { patience: PATIENCE });
  try {
    await mustAnswer(redis, url);
    const letters = await listDeadLetters(redis);
    if (command === undefined) return console.log(letters.map(shown).join('\n') || 'There are no dead letters.');
    const again = chosen(letters, ids);
    for (const letter of again) await replay(redis, letter);
    return console.log(`${again.length} sent again.`);
  } finally {
    redis.disconnect();
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(`\n${explain(error)}`);
  process.exitCode = 1;
});
