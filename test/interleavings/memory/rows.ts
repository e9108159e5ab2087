import type { EventMessage } from '../../../platform/events/event';

/** What is modelled of a repository: with the types that it has. */
export type Modelled<Factory extends (...args: never[]) => object, Name extends keyof ReturnType<Factory>> = Pick<
  ReturnType<Factory>,
  Name
>;

export const emptyRows = () => ({
  outbox: [] as EventMessage[],
  heard: new Set<string>(),
  answers: new Map<string, unknown>(),
});
