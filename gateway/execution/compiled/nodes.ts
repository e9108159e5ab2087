import type { ConditionNode, FetchNode, PlanNode } from '@apollo/query-planner';
import { joinAlike, pathsOf } from './alike';
import { compileDefer, opening } from './blocks';
import { valueOf, type Defaults } from './conditions';
import { fetchByContext, fetchEntities } from './entities';
import { describeFetch, fetchRoot, type Ground } from './fetch';
import { pathOf, ROOT, type Path } from './places';
import type { Step } from './run';

const nothing: Step = async () => {};

/** Makes one function of a plan, so that no request walks the plan itself. */
export function compileNode(
  node: PlanNode | undefined,
  ground: Ground,
  defaults: Defaults,
  paths: readonly Path[] = ROOT,
): Step {
  if (!node) return nothing;
  const inner = (each: PlanNode | undefined) => compileNode(each, ground, defaults, paths);
  switch (node.kind) {
    case 'Sequence':
      return inOrder(node.nodes.map(inner));
    case 'Parallel':
      return atOnce(joinAlike(node.nodes).map(inner));
    case 'Flatten':
      return compileNode(node.node, ground, defaults, below(paths, pathsOf(node).map(pathOf)));
    case 'Condition':
      return compileCondition(node, inner, ground, defaults);
    case 'Fetch':
      return opening(node.id, compileFetch(node, paths, ground));
    case 'Defer':
      return compileDefer(node, inner);
    default:
      return neverPlanned(node);
  }
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
