import { Kind } from 'graphql';
import { elementsOf } from '../../composition/places';
import { namedType, type Rule } from '../rule';

const MONEY = new Set([
  'price',
  'prices',
  'amount',
  'amounts',
  'total',
  'totals',
  'subtotal',
  'cost',
  'costs',
  'fee',
  'fees',
  'balance',
  'discount',
  'discounts',
  'tax',
  'taxes',
  'money',
  'refund',
  'refunded',
  'revenue',
  'salary',
  'deposit',
  'charge',
  'payout',
  'fare',
  'tip',
]);

const words = (name: string): readonly string[] => name.split(/(?=[A-Z])|_/).map((each) => each.toLowerCase());

/** A float cannot say 0.10: money is exact, and has a currency. */
export const money: Rule = function* ({ document }) {
  for (const [coordinate, node] of elementsOf(document)) {
    if (node.kind !== Kind.FIELD_DEFINITION && node.kind !== Kind.INPUT_VALUE_DEFINITION) continue;
    if (namedType(node.type) !== 'Float' || !words(node.name.value).some((each) => MONEY.has(each))) continue;
    yield {
      coordinate,
      message: `${coordinate} is money in a Float.`,
      remedy: 'Use Money, or a Decimal with its currency beside it.',
      node,
    };
  }
};
