/** A process that dies by SIGKILL while it plays a delivery, after the first scan: what a power cut looks like. */
import { startStory } from './story';

const [url = ''] = process.argv.slice(2);

async function main(): Promise<void> {
  const story = await startStory('demo', { url, drop: async () => {} });
  const { number, shipment } = await story.dispatched();
  const live = 'subscription ($number: String!) { shipmentUpdated(trackingNumber: $number) { status } }';
  const stream = await story.house.subscribe('logistics', live, { number });
  await story.act('simulateDelivery', { shipmentId: shipment.id, intervalMs: 300 });
  for await (const { data } of stream) {
    if (data.shipmentUpdated.status !== 'IN_TRANSIT') continue;
    process.stdout.write(number, () => process.kill(process.pid, 'SIGKILL'));
  }
}

void main();
