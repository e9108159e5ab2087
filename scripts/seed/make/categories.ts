import type { SeedCategory } from '../../../subgraphs/catalog/data/seed';
import tree from '../data/categories.json';
import type { NewId } from '../ids';
import { vocabularyOf } from '../vocabulary';
import type { Shelf, Vocabulary } from '../vocabulary/vocabulary';
import { singular, slugOf } from './naming';

/** A category that products stand in, with the words for them. */
export type Leaf = {
  category: SeedCategory;
  name: string;
  shelf: Shelf;
  nouns: readonly string[];
  vocabulary: Vocabulary;
};
export type Categories = { rows: SeedCategory[]; leaves: Leaf[] };

type Place = { department: string; section: string; leaf: string; rank: [number, number, number] };

/** So many products are in a category, about: enough that there is something to choose from, and to recommend. */
const PRODUCTS_A_LEAF = 6;
const FEWEST_LEAVES = 12;

/** All leaves, the foremost first: the first of every department, then the second of every department, and so on. */
function placesByRank(): Place[] {
  const places = tree.flatMap((department, departmentAt) =>
    department.children.flatMap((section, sectionAt) =>
      section.children.map((leaf, leafAt): Place => ({
        department: department.name,
        section: section.name,
        leaf,
        rank: [leafAt, sectionAt, departmentAt],
      })),
    ),
  );
  return places.toSorted(({ rank: a }, { rank: b }) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]);
}

function leafOf({ department, section, leaf }: Place, category: SeedCategory): Leaf {
  const vocabulary = vocabularyOf(department);
  const common = vocabulary.sections[section];
  if (!common) throw new Error(`There are no words for ${department} / ${section}.`);
  const own = common.leaves?.[leaf];
  const shelf = { ...common, ...own, features: [...(own?.features ?? []), ...common.features] };
  const nouns = (shelf.nouns ?? [singular(leaf)]).map((noun) => noun.replace('{leaf}', leaf));
  return { category, name: leaf, shelf, nouns, vocabulary };
}

/** Makes rows as they are first asked for, each under a slug of its own. */
function register(newId: NewId, at: Date) {
  const rows = new Map<string, SeedCategory>();
  const slugs = new Set<string>();
  const slugFor = (name: string, parent: SeedCategory | null) => {
    const plain = slugOf(name);
    const slug = slugs.has(plain) && parent ? `${parent.slug}-${plain}` : plain;
    slugs.add(slug);
    return slug;
  };
  const place = (name: string, parent: SeedCategory | null): SeedCategory => {
    const key = `${parent?.id ?? ''}/${name}`;
    const known = rows.get(key);
    if (known) return known;
    const ancestorIds = parent ? [...parent.ancestorIds, parent.id] : [];
    const siblings = [...rows.values()].filter(({ parentId }) => parentId === (parent?.id ?? null));
    const row = {
      id: newId('cat', at),
      ancestorIds,
      parentId: parent?.id ?? null,
      depth: ancestorIds.length + 1,
      slug: slugFor(name, parent),
      name,
      position: siblings.length,
      productCount: 0,
    };
    rows.set(key, row);
    return row;
  };
  return { place, all: () => [...rows.values()] };
}

/** The part of the tree that a shop of so many products fills. */
export function makeCategories(products: number, newId: NewId, at: Date): Categories {
  const places = placesByRank();
  const count = Math.min(places.length, Math.max(FEWEST_LEAVES, Math.round(products / PRODUCTS_A_LEAF)));
  const { place, all } = register(newId, at);
  const leaves = places.slice(0, count).map((each) => {
    const section = place(each.section, place(each.department, null));
    return leafOf(each, place(each.leaf, section));
  });
  return { rows: all(), leaves };
}
