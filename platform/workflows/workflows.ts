import { AsyncLocalStorage, AsyncResource } from 'node:async_hooks';
import { DBOS } from '@dbos-inc/dbos-sdk';
import type { Logger } from 'pino';
import type { OnStatement } from '../data/tenantPool';
import type { Envelope } from '../identity/envelope';
import type { RoomContext } from '../subgraph/context';
import { answerOf } from './answer';
import { startEngine, type Engine } from './engine';
import type { Executor, ExecutorName } from './executor';
import { fenced } from './fenced';
import type { Job } from './jobs';
import { runSteps, type Durably, type Outcome } from './runSteps';
import type { Saga } from './saga';
import { createSchedule } from './schedule';

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

// Around a saga that is begun here. One that DBOS runs outside of it was left by a process that has died.
const beginning = new AsyncLocalStorage<true>();

const startWorkflow = (workflow: Workflow, workflowID: string, input: Input) =>
  outside.runInAsyncScope(() => beginning.run(true, () => DBOS.startWorkflow(workflow, { workflowID })(input)));

async function outcomeOf(workflow: Workflow, workflowID: string, input: Input): Promise<Outcome> {
  const handle = await startWorkflow(workflow, workflowID, input);
  return outside.runInAsyncScope(() => handle.getResult({ pollingIntervalMs: 100 }));
}

// Shops may know things by the same id.
const workflowIdOf = ({ name }: { name: string }, { tenant }: Envelope, id: string) => `${name}/${tenant}/${id}`;

const onDbos = (sagaId: string): Durably => ({
  sagaId,
  keep: (name, work) => DBOS.runStep(work, { name }),
  sleep: (milliseconds) => DBOS.sleepms(milliseconds),
});

export type WorkflowsOptions = {
  readonly log: Logger;
  /** Whether jobs run on their schedules. */
  readonly schedule: boolean;
  readonly onStatement?: OnStatement;
  readonly executor?: ExecutorName;
};

/** All rooms in one process. */
const WHOLE_HOUSE: ExecutorName = { application: 'agora', prefix: 'local' };

/**
 * Sagas and jobs of all rooms of this process, on DBOS: a process singleton, so rooms are registered first and then
 * started together.
 */
export function createWorkflows({ log, schedule, onStatement, executor: name = WHOLE_HOUSE }: WorkflowsOptions) {
  const timetable = createSchedule();
  const workflows = new Map<string, Workflow>();
  let engine: Engine | undefined;
  let executor: Executor | undefined;

  if (schedule) timetable.keepTidy();

  function register(room: WorkflowRoom): void {
    for (const saga of room.sagas) {
      const run: Workflow = ({ envelope, input }) => {
        const resumed = beginning.getStore() === undefined;
        const durably = onDbos(DBOS.workflowID as string);
        const guarded = fenced(saga, (executor as Executor).fence(durably.sagaId));
        return runSteps({ saga: guarded, newContext: () => room.contextFor(envelope), resumed, durably }, input);
      };
      workflows.set(saga.name, DBOS.registerWorkflow(run, { name: saga.name }));
    }
    if (!schedule) return;
    for (const job of room.jobs) timetable.every(job.schedule, job.name, () => room.runJob(job));
  }

  function named(saga: { name: string }): Workflow {
    const workflow = workflows.get(saga.name);
    if (!workflow) throw new Error(`The saga ${saga.name} is not declared by a room of this process.`);
    return workflow;
  }

  const begin: BeginSaga = async (saga, id, envelope, input) =>
    void (await startWorkflow(named(saga), workflowIdOf(saga, envelope, id), { envelope, input }));

  // Who asks for a saga that runs here already waits for the same promise; DBOS would have them poll the database.
  const running = new Map<string, Promise<Outcome>>();

  const run: RunSaga = async (saga, id, envelope, input) => {
    const workflow = named(saga);
    const workflowID = workflowIdOf(saga, envelope, id);
    const known = running.get(workflowID);
    const answer =
      known ?? outcomeOf(workflow, workflowID, { envelope, input }).finally(() => running.delete(workflowID));
    if (!known) running.set(workflowID, answer);
    const outcome = await answer;
    return answerOf(saga, outcome) as never;
  };

  return {
    register,
    run,
    begin,
    /** @param url database that keeps the workflows, in its schema `dbos` */
    async start(url: string): Promise<void> {
      const names = [...workflows.keys(), ...timetable.names];
      engine = await startEngine({ url, name, names, log, onStatement }, (opened) => (executor = opened));
    },
    /** What is under way is left to the next executor, or to another that is there. */
    stop: async () => engine?.stop(),
  };
}
export type Workflows = ReturnType<typeof createWorkflows>;
