import type { ConditionNode, FetchNode, PlanNode } from '@apollo/query-planner';
import { alikeIn, inPairs, pathsOf } from './alike';
import { compileDefer, opening } from '../deferring/blocks';
import { valueOf, type Defaults } from '../conditions';
import { fetchByContext, fetchEntities } from './entities';
import { describeFetch, fetchRoot, type Ground } from './fetch';
import { meeting } from './meeting';
import { pathOf, ROOT, type Path } from '../places';
import type { Step } from '../run';

const nothing: Step = async () => {};

/** What a part of a plan is compiled with. */
type Part = {
  readonly ground: Ground;
  readonly defaults: Defaults;
  /** What is done once for several nodes. */
  readonly together: Map<PlanNode, Step>;
};

/** Makes one function of a plan, so that no request walks the plan itself. */
export function compilePlan(node: PlanNode | undefined, ground: Ground, defaults: Defaults, paths = ROOT): Step {
  if (!node) return nothing;
  const part: Part = { ground, defaults, together: new Map() };
  const plan = inPairs(node);
  for (const { nodes, joined } of alikeIn(plan)) {
    const step = meeting(nodes.length, compileNode(joined, part, paths));
    for (const each of nodes) part.together.set(each, step);
  }
  return compileNode(plan, part, paths);
}

function compileNode(node: PlanNode, part: Part, paths: readonly Path[]): Step {
  const { ground, defaults, together } = part;
  const inner = (each: PlanNode) => together.get(each) ?? compileNode(each, part, paths);
  // Other steps wait for the whole of it.
  const apart = (each: PlanNode | undefined) => compilePlan(each, ground, defaults, paths);
  switch (node.kind) {
    case 'Sequence':
      return inOrder(stepsOf(node, part, paths));
    case 'Parallel':
      return atOnce(node.nodes.map(inner));
    case 'Flatten':
      return compileNode(node.node, part, below(paths, pathsOf(node).map(pathOf)));
    case 'Condition':
      return compileCondition(node, apart, ground, defaults);
    case 'Fetch':
      return opening(node.id, compileFetch(node, paths, ground));
    case 'Defer':
      return compileDefer(node, apart);
    default:
      return neverPlanned(node);
  }
}

/** Of a sequence in pairs, as far as it is not done together with another. */
function stepsOf(node: PlanNode, part: Part, paths: readonly Path[]): Step[] {
  const together = part.together.get(node);
  if (together) return [together];
  if (node.kind !== 'Sequence') return [compileNode(node, part, paths)];
  const [first, after] = node.nodes as [PlanNode, PlanNode];
  return [compilePlan(first, part.ground, part.defaults, paths), ...stepsOf(after, part, paths)];
}

const below = (outer: readonly Path[], inner: readonly Path[]): Path[] =>
  outer.flatMap((before) => inner.map((path) => [...before, ...path]));

function neverPlanned(node: never): never {
  throw new Error(`The planner answered what is not known: ${JSON.stringify(node)}`);
}

type Inner = (node: PlanNode | undefined) => Step;

function compileFetch(node: FetchNode, paths: readonly Path[], ground: Ground): Step {
  const fetch = describeFetch(node, paths, ground);
  if (fetch.readContext) return (run) => fetchByContext(fetch, ground, run);
  return fetch.represent ? (run) => fetchEntities(fetch, ground, run) : (run) => fetchRoot(fetch, ground, run);
}

function inOrder(steps: readonly Step[]): Step {
  if (steps.length === 1) return steps[0] as Step;
  return async (run) => {
    for (const step of steps) await step(run);
  };
}

function atOnce(steps: readonly Step[]): Step {
  if (steps.length === 1) return steps[0] as Step;
  return async (run) => {
    await Promise.all(steps.map((step) => step(run)));
  };
}

/** `@skip` and `@include` around a whole fetch. */
function compileCondition(node: ConditionNode, inner: Inner, { names }: Ground, defaults: Defaults): Step {
  const { condition, ifClause, elseClause } = node;
  const variable = names.variableOfClient(condition);
  const then = inner(ifClause);
  const otherwise = inner(elseClause);
  return (run) => (valueOf(variable, run.variables, defaults) === true ? then(run) : otherwise(run));
}
