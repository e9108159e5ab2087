import { getNamedType, getNullableType, isListType } from 'graphql';
import type { Order } from '../story/shop';
import type { World } from '../story/world';
import { hostileFor, hostileLists } from './hostileValues';
import { placesIn, type Place, type RootField } from './operations';
import { validVariables, withValue } from './validInputs';

type Named = Record<string, unknown>;

/** One request that means no good: values in places of an operation that is otherwise as it should be. */
export type Attack = { readonly field: RootField; readonly harm: readonly (Place & { value: unknown })[] };

/** Numbers from 0 up to but not including 1 that look random and are the same for a seed. */
export function randomness(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const itemAt = (variables: unknown, path: Place['path']): unknown =>
  path.reduce<unknown>((inside, step) => (inside as Named | undefined)?.[step], variables);

function valuesFor({ path, type }: Place, valid: Named): readonly unknown[] {
  const nullable = getNullableType(type);
  if (isListType(nullable)) return hostileLists(itemAt(valid, [...path, 0]) ?? 'x');
  return hostileFor(getNamedType(type));
}

/** Every hostile value in every place of an operation. */
export function attacksOn(field: RootField, world: World): Attack[] {
  const valid = validVariables(world, field);
  const places = field.args.flatMap(({ name, type }) => placesIn([name], type));
  return places.flatMap((place) => valuesFor(place, valid).map((value) => ({ field, harm: [{ ...place, value }] })));
}

/** Attacks of one operation joined: several places at once. */
export function combined(attacks: readonly Attack[], random: () => number, count: number): Attack[] {
  const draw = () => attacks[Math.floor(random() * attacks.length)] as Attack;
  return Array.from({ length: attacks.length > 0 ? count : 0 }, () => {
    const [first, second, third] = [draw(), draw(), draw()];
    return { field: first.field, harm: [...first.harm, ...second.harm, ...third.harm] };
  });
}

/** Shipments in states that an attack ends. They are few: to make one takes long. */
export type Pool = { readonly waiting: string[]; readonly underWay: string[] };

export async function fillPool({ shop, ada, lamp }: World, rest: () => Promise<void>): Promise<Pool> {
  const orders = await Promise.all(Array.from({ length: 24 }, () => shop.order(ada, [lamp, 1])));
  for (const order of orders) await shop.pay(ada, order);
  await rest();
  const [waiting, leaving] = [orders.slice(0, 16), orders.slice(16)];
  for (const order of leaving) await shop.dispatch(order);
  const idsOf = async (some: Order[]) => (await Promise.all(some.map(shop.shipmentOf))).map(({ id }) => id as string);
  return { waiting: await idsOf(waiting), underWay: await idsOf(leaving) };
}

/** Things that an operation uses up, made anew for each attack on it. */
async function freshFor(name: string, { shop, ada, lamp, paid, exchangeCouponId }: World, pool: Pool): Promise<Named> {
  switch (name) {
    case 'dispatchShipment':
      return { shipmentId: pool.waiting.pop() };
    case 'simulateDelivery':
      return { shipmentId: pool.underWay.pop() };
    case 'exchangeCoupon': {
      const wanted = { couponId: exchangeCouponId, count: 1 };
      const { codes } = await shop.clerk.order('createExchangeCodes', wanted, 'codes');
      return { code: codes?.[0] };
    }
    case 'placeOrder':
      return { cartId: await shop.cart(ada, [lamp, 1]) };
    case 'cancelOrder':
      return { orderId: (await shop.order(ada, [lamp, 1])).id };
    case 'simulatePayment':
      return { paymentId: (await shop.order(ada, [lamp, 1])).paymentId };
    case 'approveRefund':
    case 'rejectRefund': {
      const { refund } = await shop.requestRefund(ada, paid, { amount: { amount: '0.01', currencyCode: 'USD' } });
      return { refundId: refund?.id };
    }
    default:
      return {};
  }
}

export async function variablesOf({ field, harm }: Attack, world: World, pool: Pool): Promise<Named> {
  const fresh = Object.entries(await freshFor(field.name, world, pool)).filter(([, value]) => value !== undefined);
  const valid = validVariables(world, field, Object.fromEntries(fresh));
  return harm.reduce((variables, { path, value }) => withValue(variables, path, value), valid);
}

export const describeAttack = ({ field, harm }: Attack): string =>
  `${field.name} ${harm.map(({ path, value }) => `${path.join('.')} = ${JSON.stringify(value)?.slice(0, 80)}`).join(', ')}`;
