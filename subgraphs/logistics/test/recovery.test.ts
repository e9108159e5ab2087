import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { createDatabase, startTestHouse } from '../../../test/story/house';
import { logistics } from '../subgraph';

const LIVE =
  'subscription ($number: String!) { shipmentUpdated(trackingNumber: $number) { status events { status } } }';

it('given a process killed while it plays a delivery, the next one goes on, and every scan is there once', async () => {
  const database = await createDatabase();
  const dying = path.join(__dirname, 'dying.process.ts');
  const killed = spawn(process.execPath, ['--import', 'tsx', dying, database.url], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [number, [, signal]] = await Promise.all([text(killed.stdout), once(killed, 'exit')]);
  expect(signal).toBe('SIGKILL');

  const house = await startTestHouse([logistics], database);
  for await (const { data } of await house.subscribe('logistics', LIVE, { number })) {
    const { status, events } = data.shipmentUpdated;
    if (status !== 'DELIVERED') continue;
    const scanned = events.map((event: { status: string }) => event.status);
    expect(scanned).toEqual(['DISPATCHED', 'IN_TRANSIT', 'OUT_FOR_DELIVERY', 'DELIVERED']);
    break;
  }
  await house.stop();
});
