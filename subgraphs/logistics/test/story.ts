import { ShipmentRecalled } from '../../../platform/contracts/logistics';
import { type OrderEventAddress, OrderPaid, OrderRefunded } from '../../../platform/contracts/orders';
import { newId } from '../../../platform/kernel/ids';
import {
  buyer,
  service,
  staff,
  startTestHouse,
  statementsOf,
  type TestDatabase,
  type TestHouse,
} from '../../../test/story/house';
import { logistics } from '../subgraph';

const CREATED = 'userErrors { code field message }';
const OPERATIONS = {
  createCarrier: `mutation ($input: CreateCarrierInput!) { result: createCarrier(input: $input) { carrier { id code name } ${CREATED} } }`,
  createCarrierService: `mutation ($input: CreateCarrierServiceInput!) { result: createCarrierService(input: $input) { service { id code carrier { id } } ${CREATED} } }`,
  setCarrierServiceActive: `mutation ($input: SetCarrierServiceActiveInput!) { result: setCarrierServiceActive(input: $input) { service { id active } ${CREATED} } }`,
  createCourier: `mutation ($input: CreateCourierInput!) { result: createCourier(input: $input) { courier { id name phone } ${CREATED} } }`,
  setShippingZone: `mutation ($input: SetShippingZoneInput!) { result: setShippingZone(input: $input) { zone { code name areas { countryCode postalPrefix } } ${CREATED} } }`,
  setShippingRate: `mutation ($input: SetShippingRateInput!) { result: setShippingRate(input: $input) { rate { zoneCode base { amount } perKg { amount currencyCode } service { id } } ${CREATED} } }`,
  createPickupPoint: `mutation ($input: CreatePickupPointInput!) { result: createPickupPoint(input: $input) { pickupPoint { id name distanceKm location { latitude longitude } } ${CREATED} } }`,
  dispatchShipment: `mutation ($input: DispatchShipmentInput!) { result: dispatchShipment(input: $input) { shipment { id status trackingNumber courier { name } events { status description } } ${CREATED} } }`,
  recordTrackingEvent: `mutation ($input: RecordTrackingEventInput!) { result: recordTrackingEvent(input: $input) { shipment { id status deliveredAt events { status description location occurredAt } } ${CREATED} } }`,
  simulateDelivery: `mutation ($input: SimulateDeliveryInput!) { result: simulateDelivery(input: $input) { shipment { id status } ${CREATED} } }`,
} as const;
export type Operation = keyof typeof OPERATIONS;

export const usd = (amount: string) => ({ amount, currencyCode: 'USD' });
export const sanFrancisco: OrderEventAddress = {
  recipient: 'Ada Lovelace',
  phone: '+1 555 0100',
  line1: '1 Market Street',
  line2: null,
  city: 'San Francisco',
  region: 'CA',
  postalCode: '94103',
  countryCode: 'US',
};

/** A shop that ships: what its tests tell their stories with. */
export async function startStory(tenant = 'demo', database?: TestDatabase) {
  const house = await startTestHouse([logistics], database);
  return { ...(await shopIn(house, tenant)), house, stop: () => house.stop() };
}

export async function shopIn(house: TestHouse, tenant: string) {
  const clerk = { ...staff(), tenant };
  const recalls: { orderId: string }[] = [];
  house.bus.subscribe(
    'listener',
    [ShipmentRecalled.type],
    async (events) => void recalls.push(...events.map(({ payload }) => payload as { orderId: string })),
  );
  const ask = (query: string, variables: Record<string, unknown> = {}, as: object = clerk) =>
    house.execute('logistics', query, variables, { tenant, ...as });
  const act = async (operation: Operation, input: Record<string, unknown>, as: object = clerk) => {
    const answer = await ask(OPERATIONS[operation], { input }, as);
    return answer.data?.result ?? answer;
  };

  const carrier = (await act('createCarrier', { code: 'swift', name: 'Swift' })).carrier;
  const serve = async (code: string, minDays: number, maxDays: number) =>
    (await act('createCarrierService', { carrierId: carrier.id, code, name: `Swift ${code}`, minDays, maxDays }))
      .service;
  const standard = await serve('standard', 3, 5);
  const express = await serve('express', 1, 2);
  const zone = (code: string, areas: object[]) => act('setShippingZone', { code, name: code, areas });
  await zone('domestic', [{ countryCode: 'US' }]);
  await zone('west', [{ countryCode: 'US', postalPrefix: '9' }]);
  await zone('world', [{ countryCode: '*' }]);
  const rate = (serviceId: string, zoneCode: string, base: string, perKg: string, maxWeightGrams = 20_000) =>
    act('setShippingRate', { serviceId, zoneCode, base: usd(base), perKg: usd(perKg), maxWeightGrams });
  await rate(standard.id, 'domestic', '5.00', '1.00');
  await rate(standard.id, 'west', '4.00', '0.50');
  await rate(express.id, 'west', '9.00', '2.00', 5000);
  await rate(standard.id, 'world', '20.00', '8.00');

  /** An order that was paid; its shipment. */
  async function paidOrder(shipping: { serviceId?: string; orderId?: string; buyerId?: string } = {}) {
    const {
      orderId = newId('ord', house.clock.now()),
      buyerId = newId('usr', house.clock.now()),
      serviceId = standard.id,
    } = shipping;
    await house.publish(
      OrderPaid,
      {
        orderId,
        number: 'A-1',
        buyerId,
        paymentId: newId('pay', house.clock.now()),
        currencyCode: 'USD',
        totalMinor: 1999,
        lines: [],
        shipping: { address: sanFrancisco, serviceId, priceMinor: 450, weightGrams: 400 },
      },
      tenant,
    );
    const answer = await ask(
      'query ($orderId: ID!) { shipments(first: 1, filter: { orderId: $orderId }) { nodes { id status trackingNumber } } }',
      { orderId },
    );
    return { orderId, buyer: { ...buyer(buyerId), tenant }, shipment: answer.data.shipments.nodes[0] };
  }
  const refund = (orderId: string) =>
    house.publish(
      OrderRefunded,
      { orderId, number: 'A-1', buyerId: newId('usr', house.clock.now()), lines: [], restock: true },
      tenant,
    );
  /** A parcel that its carrier has. */
  async function dispatched() {
    const order = await paidOrder();
    const { shipment } = await act('dispatchShipment', { shipmentId: order.shipment.id });
    return { ...order, shipment, number: shipment.trackingNumber as string };
  }
  const scan = (trackingNumber: string, status: string, more: object = {}) =>
    act('recordTrackingEvent', { trackingNumber, status, description: `now ${status}`, ...more });

  return {
    tenant,
    clerk,
    ask,
    act,
    carrier,
    standard,
    express,
    zone,
    rate,
    paidOrder,
    refund,
    dispatched,
    scan,
    /** What other rooms were told of an order's recall. */
    async recalled(of: string) {
      await house.settle();
      return recalls.filter(({ orderId }) => orderId === of);
    },
    room: service,
  };
}
export type Story = Awaited<ReturnType<typeof startStory>>;

// What the outbox and the inbox do meanwhile.
const NOT_OF_THE_OPERATION = /^(begin|commit)|outbox|inbox|set_config/;

/** The statements that an operation sends, which is to send no transaction. */
export async function ownStatementsOf(house: TestHouse, work: () => Promise<unknown>): Promise<readonly string[]> {
  await house.settle();
  return (await statementsOf(house, work)).filter((text) => !NOT_OF_THE_OPERATION.test(text));
}
