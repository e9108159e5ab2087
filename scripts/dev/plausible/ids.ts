import { draw } from './seed';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** What the ids of each type begin with, as the room that owns it makes them. */
const PREFIXES: Readonly<Record<string, string>> = {
  Address: 'adr',
  Carrier: 'car',
  CarrierService: 'svc',
  Cart: 'crt',
  CartLine: 'cln',
  Category: 'cat',
  Coupon: 'cpn',
  Courier: 'cou',
  Notification: 'ntf',
  Order: 'ord',
  OrderLine: 'oln',
  Payment: 'pay',
  PickupPoint: 'pup',
  Product: 'prd',
  ProductVariant: 'var',
  Promotion: 'prm',
  Refund: 'ref',
  Review: 'rev',
  Shipment: 'shp',
  StockMovement: 'stm',
  User: 'usr',
  UserCoupon: 'ucp',
};

const TYPES = Object.keys(PREFIXES).toSorted((a, b) => a.length - b.length);

/** Whose id a field holds: `variantId` is of a ProductVariant. The name of the field itself where no type ends like it. */
export function typeMeant(field: string, owner: string): string {
  if (field === 'id') return owner;
  const stem = field.replace(/Ids?$/, '').toLowerCase();
  return TYPES.find((type) => stem.endsWith(type.toLowerCase()) || type.toLowerCase().endsWith(stem)) ?? stem;
}

/** An id of the shape that `platform/kernel/ids.ts` takes. */
export function idOf(type: string, seed: string): string {
  const prefix =
    PREFIXES[type] ??
    type
      .toLowerCase()
      .replaceAll(/[^a-z]/g, '')
      .slice(0, 3)
      .padEnd(3, 'x');
  const chance = [...draw(seed).bytes.subarray(0, 24)].map((byte) => ALPHABET[byte % 32]).join('');
  return `${prefix}_01${chance}`;
}
