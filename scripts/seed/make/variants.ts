import type { SeedVariant } from '../../../subgraphs/catalog/data/seed';
import type { NewId } from '../ids';
import type { Random } from '../random';
import type { Choice, Shelf } from '../vocabulary/vocabulary';

const MOST_VALUES = [4, 2];
const EUROS_A_DOLLAR = 0.95;

/** What of a shelf's choices a product offers. */
export function chooseOptions(random: Random, { choices = [] }: Shelf): Choice[] {
  const both = random.chance(0.4);
  return choices.slice(0, both ? 2 : 1).map(({ name, values, step }, index) => {
    const count = Math.min(values.length, random.int(index === 0 ? 1 : 2, MOST_VALUES[index] ?? 1));
    const first = random.int(0, values.length - count);
    return { name, step, values: values.slice(first, first + count) };
  });
}

type Combination = { options: { name: string; value: string }[]; factor: number };

const combine = (choices: readonly Choice[]): Combination[] =>
  choices.reduce<Combination[]>(
    (all, { name, values, step }) =>
      all.flatMap(({ options, factor }) =>
        values.map((value, index) => ({ options: [...options, { name, value }], factor: factor * (1 + step * index) })),
      ),
    [{ options: [], factor: 1 }],
  );

/** A price that ends in .99, in cents. */
const priced = (amount: number): number => Math.max(1, Math.round(amount)) * 100 - 1;

/** Spread evenly over orders of magnitude: there are more cheap things than dear ones. */
export const between = (random: Random, [low, high]: readonly [number, number]): number =>
  low * (high / low) ** random.float();

type Supply = 'plenty' | 'few' | 'none';
const supplyOf = (random: Random): Supply => {
  const luck = random.float();
  return luck < 0.05 ? 'none' : luck < 0.15 ? 'few' : 'plenty';
};
const STOCK: Record<Supply, readonly [number, number]> = { plenty: [5, 180], few: [0, 4], none: [0, 0] };

export type VariantsOf = { productId: string; name: string; model: string; shelf: Shelf; choices: Choice[]; at: Date };

export function makeVariants(random: Random, newId: NewId, of: VariantsOf): SeedVariant[] {
  const { productId, name, model, shelf, choices, at } = of;
  const dollars = between(random, shelf.price);
  const grams = between(random, shelf.grams);
  const supply = supplyOf(random);
  return combine(choices).map(({ options, factor }, position) => ({
    id: newId('var', at),
    productId,
    sku: `${model}-${String(position + 1).padStart(2, '0')}`,
    name: options.map(({ value }) => value).join(' / ') || name,
    options,
    weightGrams: Math.max(10, Math.round((grams * (1 + (factor - 1) / 3)) / 10) * 10),
    position,
    prices: [
      { currency: 'USD', amount: priced(dollars * factor) },
      { currency: 'EUR', amount: priced(dollars * factor * EUROS_A_DOLLAR) },
    ],
    stock: { received: random.chance(0.08) ? 0 : random.int(...STOCK[supply]), sold: 0, returned: 0, reserved: 0 },
  }));
}
