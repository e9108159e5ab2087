import type { ExecutionResult } from 'graphql';
import type { Variables } from './inputs';
import type { Price, Priced } from './price';

/** What an operation costs at most, if lists are as long as is said of them. */
export function estimatedCost({ base, fields }: Price, variables: Variables): number {
  const sum = (each: readonly Priced[]): number =>
    each.reduce((total, { isAsked, count, weight, inputs, below }) => {
      if (!isAsked(variables)) return total;
      return total + count(variables) * (weight + sum(below)) + inputs(variables);
    }, 0);
  return base + sum(fields);
}

type Answered = { weight: number; inputs: number; below: Priced[] };

/** A field that several fragments select is answered once. */
function together(selections: readonly Priced[], variables: Variables): Map<string, Answered> {
  const answered = new Map<string, Answered>();
  for (const { name, weight, inputs, below } of selections) {
    const known = answered.get(name);
    if (!known) answered.set(name, { weight, inputs: inputs(variables), below: [...below] });
    else {
      known.weight = Math.max(known.weight, weight);
      known.below.push(...below);
    }
  }
  return answered;
}

/** What an answer cost: the same, with the lists as long as they are. */
export function actualCost({ base, fields }: Price, variables: Variables, { data }: ExecutionResult): number {
  function ofValues(value: unknown, { weight, below }: Answered): number {
    const objects = [value].flat(Infinity).filter((each) => each !== null && each !== undefined);
    if (below.length === 0) return objects.length * weight;
    const inner = together(below, variables);
    return objects.reduce((sum: number, each) => sum + weight + ofObject(each as Record<string, unknown>, inner), 0);
  }

  const ofObject = (object: Record<string, unknown>, answered: Map<string, Answered>): number =>
    [...answered].reduce(
      (sum, [name, field]) => (name in object ? sum + field.inputs + ofValues(object[name], field) : sum),
      0,
    );

  return base + (data ? ofObject(data, together(fields, variables)) : 0);
}
