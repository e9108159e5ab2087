import { AsyncResource } from 'node:async_hooks';
import { DBOS } from '@dbos-inc/dbos-sdk';
import type { Logger } from 'pino';
import type { Envelope } from '../identity/envelope';
import { Refusal, unavailable, type UserError } from '../kernel/errors';
import type { RoomContext } from '../subgraph/context';
import type { Job } from './jobs';
import type { Saga, Step } from './saga';

type Outcome = { ok: object } | { refused: UserError[] } | { failed: string };
type Input = { envelope: Envelope; input: object };

/** Runs a saga once for an id, whoever asks and however often; answers when it has ended. */
export type RunSaga = <In extends object, State extends object>(
  saga: Saga<In, State>,
  id: string,
  envelope: Envelope,
  input: In,
) => Promise<In & State>;

/** Begins a saga once for an id, and answers as soon as it is sure to run. How it ends is known to its steps alone. */
export type BeginSaga = <In extends object, State extends object>(
  saga: Saga<In, State>,
  id: string,
  envelope: Envelope,
  input: In,
) => Promise<void>;

const RETRY = { retriesAllowed: true, intervalSeconds: 0.2, backoffRate: 2 };
const DO = { ...RETRY, maxAttempts: 4 };
// About half an hour in all: whatever is down then needs a person, and reservations expire by themselves.
const MUST_SUCCEED = { ...RETRY, maxAttempts: 13 };

/** Refusals are an answer, not a failure: they must not be tried again. */
const asOutcome = (work: Promise<object | void>): Promise<Outcome> =>
  work.then(
    (added) => ({ ok: added ?? {} }),
    (error: unknown) => {
      if (error instanceof Refusal) return { refused: error.userErrors };
      throw error;
    },
  );

async function undo(steps: Step[], context: RoomContext, state: object): Promise<void> {
  for (const { name, undo: takeBack } of steps.toReversed()) {
    if (!takeBack) continue;
    await DBOS.runStep(async () => void (await takeBack(context, state as never)), {
      name: `undo ${name}`,
      ...MUST_SUCCEED,
    });
  }
}

/** The saga as a durable workflow: what each step answered is kept, so that a restart goes on where it was. */
async function runSteps(saga: Saga<object, object>, context: RoomContext, input: object): Promise<Outcome> {
  let state: object = { ...input, sagaId: DBOS.workflowID };
  const begun: Step[] = [];
  for (const step of saga.steps) {
    let outcome: Outcome;
    const pause = step.pause?.(state as never) ?? 0;
    if (pause > 0) await DBOS.sleepms(pause);
    begun.push(step);
    try {
      const pastReturn = begun.at(-2)?.final ?? false;
      const work = () => asOutcome(step.run(context, state as never));
      outcome = await DBOS.runStep(work, { name: step.name, ...(pastReturn ? MUST_SUCCEED : DO) });
    } catch (error) {
      // Nobody knows whether the step took effect, so it is undone as well.
      context.log.error({ err: error, saga: saga.name, step: step.name }, 'a saga step failed; undoing');
      outcome = { failed: step.name };
    }
    if (!('ok' in outcome)) {
      await undo('failed' in outcome ? begun : begun.slice(0, -1), context, state);
      return outcome;
    }
    state = { ...state, ...outcome.ok };
  }
  return { ok: state };
}

export type WorkflowRoom = {
  readonly sagas: readonly Saga<object, object>[];
  readonly jobs: readonly Job[];
  /** The context of the room for what was asked by `envelope`; the room acts for itself when there is none. */
  contextFor(envelope: Envelope): RoomContext;
  /** Runs a job for every tenant. */
  runJob(job: Job): Promise<void>;
};

type Workflow = (input: Input) => Promise<Outcome>;

// DBOS starts no workflow from inside a step, and a job runs in one. A job's saga is no part of it: it begins outside.
const outside = new AsyncResource('agora.sagas');
const launch = (workflow: Workflow, workflowID: string, input: Input) =>
  outside.runInAsyncScope(() => DBOS.startWorkflow(workflow, { workflowID })(input));

async function outcomeOf(workflow: Workflow, workflowID: string, input: Input): Promise<Outcome> {
  const handle = await launch(workflow, workflowID, input);
  return outside.runInAsyncScope(() => handle.getResult({ pollingIntervalMs: 100 }));
}

/**
 * Sagas and jobs of all rooms of this process, on DBOS: a process singleton, so rooms are registered first and then
 * started together.
 */
export function createWorkflows(log: Logger) {
  const workflows = new Map<string, Workflow>();
  let stopping = false;

  function register(room: WorkflowRoom, schedule: boolean): void {
    for (const saga of room.sagas) {
      const run: Workflow = ({ envelope, input }) => runSteps(saga, room.contextFor(envelope), input);
      workflows.set(saga.name, DBOS.registerWorkflow(run, { name: saga.name }));
    }
    if (!schedule) return;
    for (const job of room.jobs) {
      const tick = DBOS.registerWorkflow(
        async (_due: Date, _at: Date) => DBOS.runStep(() => room.runJob(job), { name: 'run' }),
        { name: job.name },
      );
      DBOS.registerScheduled(tick, { name: job.name, crontab: job.schedule });
    }
  }

  function named(saga: { name: string }): Workflow {
    const workflow = workflows.get(saga.name);
    if (!workflow) throw new Error(`The saga ${saga.name} is not declared by a room of this process.`);
    return workflow;
  }

  const begin: BeginSaga = async (saga, id, envelope, input) =>
    void (await launch(named(saga), `${saga.name}/${id}`, { envelope, input }));

  // Who asks for a saga that runs here already waits for the same promise; DBOS would have them poll the database.
  const running = new Map<string, Promise<Outcome>>();

  const run: RunSaga = async (saga, id, envelope, input) => {
    const workflow = named(saga);
    const workflowID = `${saga.name}/${id}`;
    const known = running.get(workflowID);
    const answer =
      known ?? outcomeOf(workflow, workflowID, { envelope, input }).finally(() => running.delete(workflowID));
    if (!known) running.set(workflowID, answer);
    const outcome = await answer;
    if ('refused' in outcome) throw new Refusal(outcome.refused);
    if ('failed' in outcome) throw unavailable('It could not be done just now, and nothing of it stays. Try again.');
    return outcome.ok as never;
  };

  return {
    register,
    run,
    begin,
    /** @param url database that keeps the workflows, in its schema `dbos` */
    async start(url: string): Promise<void> {
      DBOS.setConfig({
        name: 'agora',
        systemDatabaseUrl: url,
        systemDatabaseSchemaName: 'dbos',
        // Fixed: a workflow begun before an update is recovered after it. A saga whose steps change takes a new name.
        applicationVersion: 'agora',
        runAdminServer: false,
        systemDatabasePoolSize: 8,
        logger: quiet(log, () => stopping),
      });
      await DBOS.launch();
    },
    stop() {
      stopping = true;
      return DBOS.shutdown();
    },
  };
}
export type Workflows = ReturnType<typeof createWorkflows>;

// DBOS tells every start and recovery at level info; only what needs somebody's eye goes to the log. While it stops, it warns
// of connections that Postgres ends before they are closed.
const quiet = (log: Logger, stopping: () => boolean) => ({
  info: (message: unknown) => log.debug({ dbos: message }),
  debug: () => {},
  warn: (message: unknown) => log[stopping() ? 'debug' : 'warn']({ dbos: message }),
  error: (message: unknown) => log.error({ dbos: message }),
});
