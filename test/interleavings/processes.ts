import type { RoomContext } from '../../platform/subgraph/context';
import { answerOf } from '../../platform/workflows/answer';
import { runSteps, type Durably, type Outcome } from '../../platform/workflows/runSteps';
import type { Saga } from '../../platform/workflows/saga';
import { type Chance, never, type Process } from './chance';

export type AnySaga = Saga<object, object>;

/** A saga that was begun, and what is kept of it while processes come and go. */
type Run = {
  readonly id: string;
  readonly saga: AnySaga;
  readonly input: object;
  readonly newContext: (process: Process) => RoomContext;
  readonly journal: unknown[];
  readonly ended: Promise<Outcome>;
  readonly end: (outcome: Outcome) => void;
  outcome?: Outcome;
};

type Beginning = Pick<Run, 'id' | 'saga' | 'input' | 'newContext'>;

/** Processes that run sagas durably, one after the other: what one leaves when it dies, the next one goes on with. */
export function newProcesses(chance: Chance) {
  const runs = new Map<string, Run>();
  const failures: unknown[] = [];
  let current = 0;

  function processNow(): Process {
    const nr = current;
    const isAlive = () => nr === current;
    return { isAlive, die: () => void (isAlive() && die()) };
  }
  function die(): void {
    current += 1;
    for (const run of runs.values()) if (!run.outcome) goOn(run, true);
  }
  /** What is kept of a saga. Its database is tried until it is there: only death comes between. */
  async function note<T>(process: Process, what: string, act: () => T): Promise<T> {
    for (;;) {
      try {
        return await chance.say(process, what, async () => act(), false);
      } catch {
        if (!process.isAlive()) return never();
      }
    }
  }
  function durably(process: Process, { id, journal }: Run): Durably {
    let at = 0;
    return {
      sagaId: id,
      sleep: async () => {},
      async keep<T>(name: string, work: () => Promise<T>): Promise<T> {
        const position = at++;
        if (position in journal) return journal[position] as T;
        const done = await work();
        await note(process, `note "${name}"`, () => void (journal[position] = done));
        return done;
      },
    };
  }
  function goOn(run: Run, resumed: boolean): void {
    const process = processNow();
    const { saga, newContext } = run;
    runSteps({ saga, newContext: () => newContext(process), resumed, durably: durably(process, run) }, run.input)
      .then((outcome) => note(process, `note the end of ${run.id}`, () => run.end((run.outcome = outcome))))
      .catch((error: unknown) => void failures.push(error));
  }

  /** Begins a saga once for an id; answers how it ends. */
  function begin({ id, ...beginning }: Beginning): Promise<Outcome> {
    const known = runs.get(id);
    if (known) return known.ended;
    let end: Run['end'] = () => {};
    const ended = new Promise<Outcome>((resolve) => (end = resolve));
    const run: Run = { ...beginning, id, journal: [], ended, end };
    runs.set(id, run);
    goOn(run, false);
    return ended;
  }
  const runToItsEnd = async (beginning: Beginning): Promise<object> => answerOf(beginning.saga, await begin(beginning));
  return {
    run: runToItsEnd,
    processNow,
    /** Sagas that cannot be gone on with: a person has to look at them. */
    failures: () => failures,
    outcomes: () => [...runs.values()].map(({ id, outcome }) => ({ id, outcome })),
    isAtRest: () => [...runs.values()].every(({ outcome }) => outcome !== undefined),
    deaths: () => current,
  };
}
export type Processes = ReturnType<typeof newProcesses>;
