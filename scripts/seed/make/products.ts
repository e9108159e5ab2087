import { DAY, MINUTE } from '../../../platform/kernel/clock';
import type { SeedProduct } from '../../../subgraphs/catalog/data/seed';
import { idsFrom } from '../ids';
import { randomOf, type Random } from '../random';
import type { Leaf } from './categories';
import { inSentence, isPlural, slugOf, withArticle } from './naming';
import { chooseOptions, makeVariants } from './variants';

const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
/** As many different models as there are: two letters and three digits. */
const MODELS = LETTERS.length ** 2 * 1000;
export const MOST_PRODUCTS = 500_000;

/** A name of letters and digits that no other product has. @param index below MOST_PRODUCTS */
function modelOf(index: number): string {
  // The step shares no factor with the number of models, so that it comes to each of them once.
  const model = (index * 7919 + 4711) % MODELS;
  const letter = (at: number) => LETTERS.charAt(at % LETTERS.length);
  return `${letter(Math.floor(model / 1000))}${letter(Math.floor(model / 1000 / LETTERS.length))}-${String(model % 1000).padStart(3, '0')}`;
}

const FOR_WHOM = [
  'for every day',
  'for families',
  'for small homes',
  'for beginners and professionals alike',
  'that does more than it costs',
  'made to last',
  'that is easy to live with',
  'for people who look twice before they buy',
] as const;

type Named = { brand: string; series: string; model: string; spec: string; noun: string };

function nameOf(random: Random, { vocabulary, shelf, nouns }: Leaf, model: string): Named {
  const noun = random.pick(nouns);
  const spec = random.pick(shelf.specs ?? ['']);
  const repeats = noun.toLowerCase().includes(spec.toLowerCase());
  return {
    brand: random.pick(vocabulary.brands),
    series: random.pick(vocabulary.series),
    model,
    spec: repeats ? '' : spec,
    noun,
  };
}

function describe(random: Random, { vocabulary, shelf }: Leaf, { brand, series, model, spec, noun }: Named): string {
  const thing = `${inSentence(spec)} ${inSentence(noun)}`.trim();
  const audience = random.pick(FOR_WHOM);
  const lead = isPlural(noun)
    ? `The ${series} ${model} by ${brand} are ${thing} ${audience.replace('does more than it costs', 'do more than they cost').replace('that is', 'that are')}.`
    : `The ${series} ${model} by ${brand} is ${withArticle(thing)} ${audience}.`;
  const own = Object.entries(vocabulary.about ?? {}).flatMap(([pattern, said]) =>
    new RegExp(pattern).test(noun) ? said : [],
  );
  const specific = random.sample(own, 1);
  const features = random.sample(shelf.features, specific.length > 0 ? 1 : random.int(1, 2));
  const common = random.chance(0.6) ? [random.pick(vocabulary.features)] : [];
  return [lead, ...specific, ...features, ...common].join(' ');
}

const VIEWS = ['front', 'side', 'in use'] as const;

const mediaOf = (random: Random, slug: string, name: string) =>
  VIEWS.slice(0, random.int(1, VIEWS.length)).map((view, index) => ({
    url: `https://images.agora.test/products/${slug}/${index + 1}.jpg`,
    alt: `${name}, ${view}`,
  }));

/** Products were added over two years. */
const OLDEST = 720;

function begin(seed: string, index: number, leaves: readonly Leaf[]) {
  const random = randomOf(`${seed}/product/${index}`);
  return { random, leaf: random.pick(leaves) };
}

/** Where the product at an index stands; for counting, without making it. */
export const leafOfProduct = (seed: string, index: number, leaves: readonly Leaf[]): Leaf =>
  begin(seed, index, leaves).leaf;

/** The product at an index; made from it alone, so that no other has to be made before. */
export function makeProduct(seed: string, index: number, leaves: readonly Leaf[], now: Date): SeedProduct {
  const { random, leaf } = begin(seed, index, leaves);
  const newId = idsFrom(random);
  const at = new Date(now.getTime() - random.int(DAY / MINUTE, (OLDEST * DAY) / MINUTE) * MINUTE);
  const named = nameOf(random, leaf, modelOf(index));
  const { brand, series, model, spec, noun } = named;
  const name = [brand, series, model, spec, noun].filter(Boolean).join(' ');
  const slug = slugOf(`${brand} ${series} ${model} ${noun}`);
  const id = newId('prd', at);
  const choices = chooseOptions(random, leaf.shelf);
  return {
    id,
    slug,
    name,
    description: describe(random, leaf, named),
    category: leaf.category,
    media: mediaOf(random, slug, name),
    options: choices.map(({ name: option, values }) => ({ name: option, values: [...values] })),
    revision: 1,
    ratingSum: 0,
    ratingCount: 0,
    createdAt: at,
    updatedAt: at,
    archivedAt: null,
    variants: makeVariants(random, newId, { productId: id, name, model, shelf: leaf.shelf, choices, at }),
  };
}
