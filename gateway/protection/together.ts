import type { ExecutionResult } from 'graphql';
import type { Increment, LaterPart } from '../execution/executor';
import type { FinishParts } from './admission';

type Tree = Record<string, unknown>;
type Extensions = ExecutionResult['extensions'];

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null;

/** Fields that stand in both, such as those of a list that two fragments select, are laid together in their turn. */
function lay(onto: Tree, from: Tree): void {
  for (const [name, value] of Object.entries(from)) {
    const known = onto[name];
    if (isTree(known) && isTree(value)) lay(known, value);
    else onto[name] = value;
  }
}

function layAt(data: unknown, { path, data: more }: Increment): void {
  const place = path.reduce<unknown>((value, key) => (isTree(value) ? value[key] : undefined), data);
  if (isTree(place) && isTree(more)) lay(place, more);
}

/** Tells with the last part what is known only of the whole answer. @param tell makes the extensions of the whole */
export function toldAtTheEnd(tell: (whole: ExecutionResult) => Extensions): FinishParts {
  let whole: ExecutionResult = {};
  return {
    first(result) {
      whole = { data: structuredClone(result.data) };
      return result;
    },
    later(part: LaterPart) {
      for (const each of part.incremental ?? []) layAt(whole.data, structuredClone(each));
      return part.hasNext ? part : { ...part, extensions: tell({ ...whole, extensions: part.extensions }) };
    },
  };
}
