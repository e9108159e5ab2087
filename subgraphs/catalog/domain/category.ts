import { problem, type Problem, rangeProblems, refuseAll, textProblems } from '../../../platform/kernel/input';
import { slugProblems } from './problems';

/** Departments, sections, categories. */
export const MOST_LEVELS = 3;

export type CategoryInput = { slug: string; name: string; parentSlug?: string | null; position?: number | null };
export type Place = { parentId: string | null; ancestorIds: string[]; depth: number };
type Lineage = { id: string; ancestorIds: string[]; depth: number };

function* categoryProblems({ slug, name, position }: CategoryInput): Generator<Problem> {
  yield* slugProblems(slug, ['slug']);
  yield* textProblems(name, ['name'], 200);
  yield* rangeProblems(position ?? 0, ['position'], -1_000_000, 1_000_000);
}

/** @throws Refusal with everything that is wrong with it */
export function draftCategory(input: CategoryInput): { slug: string; name: string; position: number } {
  refuseAll(categoryProblems(input));
  return { slug: input.slug, name: input.name.trim(), position: input.position ?? 0 };
}

/** @throws Refusal when the parent is on the lowest level */
export function placeUnder(parent: Lineage | null): Place {
  if (!parent) return { parentId: null, ancestorIds: [], depth: 1 };
  if (parent.depth >= MOST_LEVELS)
    refuseAll([problem(['parentSlug'], `There are ${MOST_LEVELS} levels of categories.`)]);
  return { parentId: parent.id, ancestorIds: [...parent.ancestorIds, parent.id], depth: parent.depth + 1 };
}

/** What a product keeps of its category, so that every subtree is one equality. */
export function shelfOf({ id, ancestorIds }: Lineage): {
  categoryId: string;
  departmentId: string;
  sectionId: string | null;
} {
  const lineage = [...ancestorIds, id];
  return { categoryId: id, departmentId: lineage[0] ?? id, sectionId: lineage[1] ?? null };
}

/** A category's place as lists know it: that of each one below it begins with it. */
export const shelfPath = ({ id, ancestorIds }: Pick<Lineage, 'id' | 'ancestorIds'>): string =>
  [...ancestorIds, id].join('/');

const lineageOf = (category: Lineage | null): string[] => (category ? [...category.ancestorIds, category.id] : []);

/** What a product's move from one category to another adds to the counts of those and of the ones above them. */
export function countChanges(from: Lineage | null, to: Lineage | null): Map<string, number> {
  const [left, entered] = [lineageOf(from), lineageOf(to)];
  const out = left.filter((id) => !entered.includes(id)).map((id) => [id, -1] as const);
  const into = entered.filter((id) => !left.includes(id)).map((id) => [id, 1] as const);
  return new Map([...out, ...into]);
}
