import type { GraphQLError } from 'graphql';
import { blameFor } from '../errors/blame';
import { distinct } from '../errors/errors';
import type { Names } from '../planning/names';
import { lineage, type Run, type Tree } from '../run';
import type { Selection } from './selection';
import type { DeferredPlace, Shaping } from './shaping';

/** A part of a response: the whole of it, or what was deferred of one object. */
export type Part = Pick<DeferredPlace, 'path' | 'object' | 'selection'>;

export type Shape<Shaped> = (data: Tree, selection: Selection, shaping: Shaping) => Shaped;

export type ShapedPart<Shaped> = {
  readonly data: Shaped;
  readonly errors: GraphQLError[];
  readonly deferred: readonly DeferredPlace[];
};

/** Makes a part of what was fetched. What was fetched for it before it was deferred may have failed, too. */
export function shapePart<Shaped>(run: Run, part: Part, names: Names, shape: Shape<Shaped>): ShapedPart<Shaped> {
  const runs = lineage(run);
  const failures = runs.flatMap((each) => each.failures);
  const blame = failures.length > 0 ? blameFor(failures) : undefined;
  const errors = runs.flatMap((each) => (each.errors.length > 0 ? distinct(each, part, each !== run, names) : []));
  const deferred: DeferredPlace[] = [];
  const data = shape(part.object, part.selection, { path: [...part.path], errors, blame, deferred });
  return { data, errors, deferred };
}
