import { newId } from '../../../platform/kernel/ids';
import { startStory, type Story } from './story';

let story: Story;
beforeAll(async () => void (story = await startStory()));
afterAll(() => story.stop());

const LIVE =
  'subscription ($number: String!) { shipmentUpdated(trackingNumber: $number) { status events { status location } } }';

/** Follows a shipment until it is delivered; answers its scans. */
async function untilDelivered(number: string): Promise<string[]> {
  const stream = await story.house.subscribe('logistics', LIVE, { number });
  for await (const { data } of stream) {
    const { status, events } = data.shipmentUpdated;
    if (status === 'DELIVERED') return events.map((event: { status: string }) => event.status);
  }
  throw new Error('The stream ended before the delivery.');
}
const simulate = (shipmentId: string, intervalMs = 0, as?: object) =>
  story.act('simulateDelivery', { shipmentId, intervalMs }, as);
const WHOLE_WAY = ['DISPATCHED', 'IN_TRANSIT', 'OUT_FOR_DELIVERY', 'DELIVERED'];

describe('a simulated delivery', () => {
  it('is begun at once and scans the shipment up to its delivery', async () => {
    const { number, shipment } = await story.dispatched();
    const delivered = untilDelivered(number);
    expect(await simulate(shipment.id, 50)).toEqual({
      shipment: { id: shipment.id, status: 'DISPATCHED' },
      userErrors: [],
    });
    expect(await delivered).toEqual(WHOLE_WAY);
  });

  it('given a shipment on its way, plays what is left', async () => {
    const { number, shipment } = await story.dispatched();
    await story.scan(number, 'OUT_FOR_DELIVERY');
    await simulate(shipment.id);
    expect(await untilDelivered(number)).toEqual(['DISPATCHED', 'OUT_FOR_DELIVERY', 'DELIVERED']);
  });

  it('given it is asked for five times at once, is played once', async () => {
    const { number, shipment } = await story.dispatched();
    const answers = await Promise.all(Array.from({ length: 5 }, () => simulate(shipment.id, 10)));
    expect(answers.flatMap((answer) => answer.userErrors)).toEqual([]);
    expect(await untilDelivered(number)).toEqual(WHOLE_WAY);
  });

  it('given a real scan overtakes it, leaves out what that one has passed', async () => {
    const { number, shipment } = await story.dispatched();
    await simulate(shipment.id, 100);
    await story.scan(number, 'OUT_FOR_DELIVERY');
    expect(await untilDelivered(number)).toEqual(['DISPATCHED', 'OUT_FOR_DELIVERY', 'DELIVERED']);
  });

  it('given a shipment that has not left or has arrived, refuses with ILLEGAL_STATE', async () => {
    const { shipment: waiting } = await story.paidOrder();
    expect((await simulate(waiting.id)).userErrors).toMatchObject([{ code: 'ILLEGAL_STATE', field: ['shipmentId'] }]);
    const { number, shipment } = await story.dispatched();
    await story.scan(number, 'RETURNED');
    expect((await simulate(shipment.id)).userErrors).toMatchObject([{ code: 'ILLEGAL_STATE' }]);
  });

  it.each([-1, 60_001, 2147483647])('given an interval of %i ms, refuses with INVALID_INPUT', async (intervalMs) => {
    const { shipment } = await story.dispatched();
    expect((await simulate(shipment.id, intervalMs)).userErrors).toMatchObject([
      { code: 'INVALID_INPUT', field: ['intervalMs'] },
    ]);
  });

  it('given an unknown shipment, another shop or a buyer, is refused', async () => {
    const { shipment, buyer } = await story.dispatched();
    expect((await simulate(newId('shp', new Date()))).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    expect((await simulate(shipment.id, 0, { ...story.clerk, tenant: 'other' })).userErrors).toMatchObject([
      { code: 'NOT_FOUND' },
    ]);
    expect((await simulate(shipment.id, 0, buyer)).errors[0].extensions.code).toBe('FORBIDDEN');
  });
});
