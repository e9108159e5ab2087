import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createDatabase, startTestHouse } from '../../../test/story/house';
import { demoTenant } from '../../identity/tenants';
import { serviceEnvelope } from '../../subgraph/room';
import { readBook, shelf, type Context } from '../../test/shelf/subgraph';

it('given a process killed between two steps, the next one ends the saga, and the first step has its effect once', async () => {
  const database = await createDatabase();
  const killed = spawn(
    process.execPath,
    ['--import', 'tsx', path.join(__dirname, 'crashing.process.ts'), database.url, 'doomed'],
    { stdio: 'inherit' },
  );
  expect(await once(killed, 'exit')).toEqual([null, 'SIGKILL']);

  const house = await startTestHouse([shelf], database);
  const context = house.room('users').contextFor(serviceEnvelope('users', demoTenant, 'test')) as unknown as Context;
  // Asking for the same saga again waits for the one that was recovered.
  const state = await context.run(readBook, 'doomed', { bookId: 'doomed', fail: false });
  expect(state).toMatchObject({ taken: true });
  expect((await context.repositories.books.byId('doomed'))?.copies).toBe(2);
  await house.stop();
});
