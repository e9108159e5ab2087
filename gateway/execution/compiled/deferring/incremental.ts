import { GraphQLError, type ExecutionResult } from 'graphql';
import type { Envelope } from '../../../../platform/identity/envelope';
import type { Increment, LaterPart, Operation, Parts } from '../../executor';
import { untold } from '../errors/blame';
import { beginBlock, innerRun, newIncremental, type Block, type Incremental } from './blocks';
import { response, type Compiled } from '../compile';
import type { Deferring } from './deferrals';
import { newRun, type Run } from '../run';
import { shapeData } from '../response/shapeData';
import type { DeferredPlace } from '../response/shaping';

type Labels = Deferring['labels'];

/** An object that something is still to come for. */
type Awaited = { readonly place: DeferredPlace; readonly block: Block };

/** What is the planner's to defer, and was not: it was fetched with what is around it. */
const fetchedBefore = (label: string, outer: Run): Block => beginBlock(label, innerRun(outer), async () => {});

const awaited = (places: readonly DeferredPlace[], { blocks }: Incremental, outer: Run): Awaited[] =>
  places.map((place) => ({ place, block: blocks.get(place.label) ?? fetchedBefore(place.label, outer) }));

function increment({ path, label }: DeferredPlace, labels: Labels, result: ExecutionResult): Increment {
  const named = labels.get(label);
  return { ...result, path, ...(named !== undefined && { label: named }) };
}

const failed = ({ path }: DeferredPlace, cause: unknown): ExecutionResult => ({
  data: null,
  errors: [
    new GraphQLError(cause instanceof Error ? cause.message : String(cause), {
      path,
      originalError: cause instanceof Error ? cause : undefined,
    }),
  ],
});

/** Makes what one deferred fragment brings to all its objects. */
export function incrementer(compiled: Compiled, labels: Labels, incremental: Incremental) {
  const { names } = compiled.ground;

  /** @returns what comes now, and what it defers in its turn */
  function take({ run, failure }: Block, places: readonly DeferredPlace[]): [Increment[], Awaited[]] {
    if (failure !== undefined) return [places.map((place) => increment(place, labels, failed(place, failure))), []];
    const shaped = places.map((place) => compiled.finishPart(run, place, shapeData));
    // What no object tells of is told with the last of them.
    const placeless = run.errors.filter(({ path }) => !path);
    shaped.at(-1)?.errors.push(...placeless, ...untold(run, names));
    return [
      shaped.map((each, at) => increment(places[at] as DeferredPlace, labels, response(each))),
      shaped.flatMap(({ deferred }) => awaited(deferred, incremental, run)),
    ];
  }
  return take;
}

const gone = ({ signal }: Incremental): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });

/** What comes later, each time as much as there is. Nobody waits for what is not told when the client has gone. */
async function* later(
  first: Awaited[],
  take: ReturnType<typeof incrementer>,
  incremental: Incremental,
): AsyncGenerator<LaterPart, void, void> {
  const left = gone(incremental);
  let open = first;
  while (open.length > 0) {
    await Promise.race([left, ...new Set(open.map(({ block }) => block.ended))]);
    if (incremental.signal.aborted) return;
    const increments: Increment[] = [];
    for (let ready = open.find(({ block }) => block.isOver); ready; ready = open.find(({ block }) => block.isOver)) {
      const { block } = ready;
      const [now, next] = take(
        block,
        open.filter((each) => each.block === block).map(({ place }) => place),
      );
      increments.push(...now);
      open = [...open.filter((each) => each.block !== block), ...next];
    }
    yield { incremental: increments, hasNext: open.length > 0 };
  }
}

/** Answers first what is not deferred. */
export async function executeDeferring(
  compiled: Compiled,
  labels: Labels,
  { variables }: Operation,
  envelope: Envelope,
  signal: AbortSignal,
): Promise<Parts> {
  const incremental = newIncremental(signal);
  const run: Run = { ...newRun(variables, envelope), incremental };
  await compiled.step(run);
  const { deferred, ...shaped } = compiled.finish(run, shapeData);
  const first = response(shaped);
  if (deferred.length === 0) return { first };
  const take = incrementer(compiled, labels, incremental);
  return { first, later: later(awaited(deferred, incremental, run), take, incremental) };
}
