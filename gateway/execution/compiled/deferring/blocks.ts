import type { DeferNode, PlanNode } from '@apollo/query-planner';
import { isOwn } from './deepened';
import type { Run, Step } from '../run';

/** A deferred block of a plan while it runs. */
export type Block = {
  readonly run: Run;
  /** Never rejects. */
  readonly ended: Promise<void>;
  isOver: boolean;
  /** What kept it from being run to its end. */
  failure?: unknown;
};

type Gate = { readonly passed: Promise<void>; readonly open: () => void };

/** What one request runs beside what it answers first. */
export type Incremental = {
  /** Aborted when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
  /** By their own labels. */
  readonly blocks: Map<string, Block>;
  /** Of the fetches that blocks depend on, by their ids in the plan. */
  readonly gates: Map<string, Gate>;
  /** When the plan around a block has run: what has not been fetched by then never will be. */
  readonly around: Promise<unknown>;
};

export const newIncremental = (signal: AbortSignal): Incremental => ({
  signal,
  blocks: new Map(),
  gates: new Map(),
  around: Promise.resolve(),
});

function gateOf({ gates }: Incremental, id: string): Gate {
  const known = gates.get(id);
  if (known) return known;
  let open = () => {};
  const passed = new Promise<void>((resolve) => (open = resolve));
  const gate = { passed, open };
  gates.set(id, gate);
  return gate;
}

/** A fetch that blocks depend on. */
export function opening(id: string | undefined, step: Step): Step {
  if (id === undefined) return step;
  return async (run) => {
    try {
      await step(run);
    } finally {
      if (run.incremental) gateOf(run.incremental, id).open();
    }
  };
}

export function beginBlock(label: string, run: Run, work: (run: Run) => Promise<void>): Block {
  const block = { run, isOver: false, ended: Promise.resolve() } as Block & { ended: Promise<void> };
  block.ended = work(run)
    .catch((cause: unknown) => void (block.failure = cause))
    .then(() => void (block.isOver = true));
  run.incremental?.blocks.set(label, block);
  return block;
}

/** The same request with errors of its own. */
export const innerRun = (outer: Run): Run => ({ ...outer, errors: [], failures: [], outer });

/** Runs what is answered first; each deferred block begins by itself when what it depends on has been fetched. */
export function compileDefer(node: DeferNode, inner: (node: PlanNode | undefined) => Step): Step {
  const primary = inner(node.primary.node);
  const blocks = node.deferred.map(({ label = '', depends, queryPath, node: each }) => ({
    label,
    ids: depends.map(({ id }) => id),
    isRoot: queryPath.length === 0,
    step: inner(each),
  }));
  return async (run) => {
    const { incremental } = run;
    if (!incremental) throw new Error('What is deferred can only be answered in parts.');
    const first = primary(run);
    const steps = [first];
    const around = Promise.allSettled([incremental.around, first]);
    for (const { label, ids, isRoot, step } of blocks) {
      const ready =
        ids.length > 0 ? Promise.all(ids.map((id) => gateOf(incremental, id).passed)) : isRoot ? undefined : around;
      // A fetch that a condition leaves out opens no gate.
      const begin = async (own: Run) => {
        if (ready) await Promise.race([ready, around]);
        await step(own);
      };
      if (isOwn(label)) steps.push(begin({ ...run, incremental: { ...incremental, around } }));
      else beginBlock(label, { ...innerRun(run), incremental: { ...incremental, around } }, begin);
    }
    await Promise.all(steps);
  };
}
