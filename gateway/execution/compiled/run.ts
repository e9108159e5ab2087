import type { GraphQLError } from 'graphql';
import type { Envelope } from '../../../platform/identity/envelope';
import type { Leaving } from '../../../platform/kernel/leaving';
import type { Operation } from '../executor';
import type { Incremental } from './deferring/blocks';
import type { Fetch } from './steps/fetch';
import type { Party } from './steps/meeting';

/** An object of the response while it grows: its keys are the response names that the rooms were asked with. */
export type Tree = { [key: string]: unknown };

/** A fetch that brought nothing at all, and why. */
export type Failure = {
  readonly fetch: Fetch;
  readonly cause: unknown;
  /** The objects that it should have filled. */
  readonly targets: readonly Tree[];
  /** Whether an error of the response tells of it already. */
  told: boolean;
};

/** All that one request changes while its plan runs. */
export type Run = {
  readonly variables: Operation['variables'];
  readonly envelope: Envelope;
  /** Aborted when nobody waits for the answer any more. */
  readonly signal: Leaving | undefined;
  readonly data: Tree;
  /** What rooms answered, with paths in the client's response. */
  readonly errors: GraphQLError[];
  readonly failures: Failure[];
  /** By the step for which they wait for each other. */
  readonly parties: Map<Step, Party>;
  /** Of a deferred block: the run that it is a part of, with the same data. */
  readonly outer?: Run;
  /** What runs beside what is answered first. */
  readonly incremental?: Incremental;
};

/** One node of a plan, ready to run. */
export type Step = (run: Run) => Promise<void>;

export const newRun = (variables: Operation['variables'], envelope: Envelope, signal?: Leaving): Run => ({
  variables,
  envelope,
  signal,
  data: {},
  errors: [],
  failures: [],
  parties: new Map(),
});

/** The run of a part, and those around it. */
export const lineage = (run: Run): readonly Run[] => (run.outer ? [run, ...lineage(run.outer)] : [run]);

export const hasErrors = ({ errors, failures, outer }: Run): boolean =>
  errors.length > 0 || failures.length > 0 || (outer !== undefined && hasErrors(outer));

export const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
