import type { ExecutionResult } from 'graphql';
import type { Envelope } from '../../../platform/identity/envelope';
import type { LiveResult, Operation } from '../executor';
import { mapLive } from '../live';
import { response, type Compiled } from './compile';
import { takeRoot, variablesOf, type Fetch } from './steps/fetch';
import { newRun } from './run';
import { shapeData } from './response/shapeData';

/** Subscribes at the room that owns the field. Each event is the answer of the first fetch; the rest of the plan follows. */
export async function subscribeTo(
  compiled: Compiled,
  { variables: given }: Operation,
  envelope: Envelope,
): Promise<LiveResult | ExecutionResult> {
  const { primary, ground } = compiled;
  if (!primary) throw new Error('The planner answered no subscription.');
  const { room, query, document, operationName } = primary;
  const variables = variablesOf(primary, given);
  const events = await ground.rooms(room).subscribe({ query, document, operationName, variables, envelope });
  if (!(Symbol.asyncIterator in events)) return events;
  return mapLive(events, { map: (event) => answer(compiled, primary, event, given, envelope) });
}

async function answer(
  { ground, step, finish }: Compiled,
  primary: Fetch,
  event: ExecutionResult,
  variables: Operation['variables'],
  envelope: Envelope,
): Promise<ExecutionResult> {
  const run = newRun(variables, envelope);
  takeRoot(primary, ground, run, event, [run.data]);
  await step(run);
  return response(finish(run, shapeData));
}
