import { GraphQLError } from 'graphql';
import type { Blame } from '../errors/blame';
import { errorAt, type ErrorPath } from '../errors/errors';
import type { ResponseKey } from '../places';
import { isTree, type Failure, type Tree } from '../run';
import type { Selection, Value } from './selection';

/** Shaping one response: where it has come to, and the errors so far. */
export type Shaping = {
  readonly path: ResponseKey[];
  readonly errors: GraphQLError[];
  readonly blame: Blame | undefined;
  /** What was found to come later. */
  readonly deferred: DeferredPlace[];
};

/** An object of the response of which a fragment comes later. */
export type DeferredPlace = {
  /** The own label of the fragment. */
  readonly label: string;
  readonly path: ErrorPath;
  readonly object: Tree;
  readonly selection: Selection;
};

/**
 * Accounts for a null or missing value. @param owner the object it is a field of; none for an item of a list
 * @returns whether null may stand there; if not, what is around it becomes null
 */
export function mayBeNull(
  shaping: Shaping,
  key: ResponseKey,
  value: unknown,
  { nonNull, label }: Value,
  owner: Tree | undefined,
  source: string,
): boolean {
  const failure = value === undefined && owner ? shaping.blame?.of(owner, source) : undefined;
  if (failure) tell(shaping, key, failure);
  else if (nonNull && !isExplained(shaping, key, owner))
    report(shaping, key, `Cannot return null for non-nullable field ${label}.`);
  return !nonNull;
}

/** As `mayBeNull`, for a value that its type does not allow; it becomes null. (GraphQL, section 6.4.3) */
export function mayBeInvalid(shaping: Shaping, key: ResponseKey, value: unknown, { nonNull, label }: Value): boolean {
  const failure = isTree(value) ? shaping.blame?.of(value, '__typename') : undefined;
  if (failure) tell(shaping, key, failure);
  else if (!isExplained(shaping, key, undefined)) report(shaping, key, `Invalid value found for field ${label}.`);
  return !nonNull;
}

function tell({ errors, path }: Shaping, key: ResponseKey, failure: Failure): void {
  failure.told = true;
  errors.push(errorAt([...path, key], failure.cause, failure.fetch.room));
}

const report = ({ errors, path }: Shaping, key: ResponseKey, message: string): void =>
  void errors.push(new GraphQLError(message, { path: [...path, key] }));

/**
 * Of each null there is one error (GraphQL, section 6.4.4). It has one already when an error stands at the field, around it or
 * below it, or when it was lost together with a field beside it that has one.
 */
function isExplained({ errors, path }: Shaping, key: ResponseKey, owner: Tree | undefined): boolean {
  const depth = path.length;
  return errors.some((error) => {
    if (!error.path || !agree(error.path, path)) return false;
    const beside = error.path[depth];
    return beside === undefined || beside === key || (owner !== undefined && owner[beside] === undefined);
  });
}

/** Whether one of two paths leads through the other. */
function agree(one: ErrorPath, other: ErrorPath): boolean {
  for (let at = Math.min(one.length, other.length) - 1; at >= 0; at--) if (one[at] !== other[at]) return false;
  return true;
}
