import tree from '../data/categories.json';
import { inSentence, isPlural, singular, slugOf } from '../make/naming';
import { planShop } from '../plan';
import { vocabularyOf } from '../vocabulary';

const NOW = new Date('2026-01-01T00:00:00Z');
const plan = planShop({ tenant: 'demo', products: 6000, orders: 300, users: 100, seed: 3, now: NOW, accounts: true });
const placed = [...plan.orders()];
const products = Array.from({ length: 6000 }, (_, index) => plan.productAt(index));

test('every section of the tree has words, and no words are for a section or category that is not there', () => {
  for (const { name, children } of tree) {
    const { sections } = vocabularyOf(name);
    expect(Object.keys(sections).toSorted()).toEqual(children.map((section) => section.name).toSorted());
    for (const section of children) {
      const unknown = Object.keys(sections[section.name]?.leaves ?? {}).filter(
        (leaf) => !section.children.includes(leaf),
      );
      expect(unknown).toEqual([]);
    }
  }
});

test('no two products share a slug, no two variants a code, no two categories a slug', () => {
  const repeated = (all: readonly string[]) => all.length - new Set(all).size;
  expect(repeated(products.map(({ slug }) => slug))).toBe(0);
  expect(repeated(products.flatMap(({ variants }) => variants.map(({ sku }) => sku)))).toBe(0);
  expect(repeated(plan.categories.rows.map(({ slug }) => slug))).toBe(0);
});

test('products are what staff could have typed in', () => {
  for (const { name, description, media, options, variants } of products) {
    expect(name.length).toBeLessThanOrEqual(200);
    expect(description?.split('. ').length).toBeGreaterThanOrEqual(2);
    expect(media?.every(({ url }) => URL.canParse(url))).toBe(true);
    for (const variant of variants) {
      expect(variant.options?.map((choice) => choice.name)).toEqual(options?.map((option) => option.name));
      expect(variant.prices.every(({ amount }) => amount % 100 === 99)).toBe(true);
      expect(variant.weightGrams).toBeGreaterThan(0);
    }
  }
});

test('the first products are the same however many there are', () => {
  const fewer = planShop({ tenant: 'demo', products: 6001, orders: 0, users: 1, seed: 3, now: NOW, accounts: true });
  const more = planShop({ tenant: 'demo', products: 6002, orders: 0, users: 1, seed: 3, now: NOW, accounts: true });
  expect(fewer.productAt(7).name).toBe(more.productAt(7).name);
});

test('nothing has happened after the day, and nothing before somebody joined', () => {
  for (const { time, buyer } of placed) {
    expect(buyer.createdAt.getTime()).toBeLessThan(time.placedAt.getTime());
    const dates = [
      time.placedAt,
      time.paidAt,
      time.deliveredAt,
      time.returnedAt,
      time.confirmed?.at,
      time.refund?.settledAt,
    ];
    for (const date of dates) expect(date?.getTime() ?? 0).toBeLessThan(NOW.getTime());
  }
});

test('who has not paid yet has time beyond the day', () => {
  const unpaid = placed.filter(({ time }) => !time.paidAt && !time.closed);
  expect(unpaid.length).toBeGreaterThan(0);
  for (const { time } of unpaid) expect(time.payBy.getTime()).toBeGreaterThan(NOW.getTime() + 24 * 3_600_000);
});

test('names of categories become names of things', () => {
  expect(
    ['Computer Cases', 'Batteries', 'Weight Benches', 'Over-Ear Headphones', 'Chess', '2-in-1s'].map(singular),
  ).toEqual(['Computer Case', 'Battery', 'Weight Bench', 'Over-Ear Headphones', 'Chess', '2-in-1']);
  expect(isPlural('Case for iPhone 5s')).toBe(false);
  expect(inSentence('Case for Samsung Galaxy Note 4')).toBe('case for Samsung Galaxy Note 4');
  expect(slugOf('Cajón & Bongos, 14"')).toBe('cajon-bongos-14');
});
