import { prettyFormatQueryPlan } from '@apollo/query-planner';
import { OperationTypeNode, type ExecutionResult } from 'graphql';
import type { Envelope } from '../../../platform/identity/envelope';
import type { RequestContext } from '../../context';
import type { PlanOf } from '../../execution/compiled/executor';
import type { Operation } from '../../execution/executor';
import type { Admit } from '../../protection/admission';
import type { Cost } from '../../protection/demand/demand';
import { aroundRooms, type Observer } from '../observer';
import { newRecording, recorded, sinceBegin, type ExplainedFetch, type Recording } from './recording';
import type { Statements } from './statements';

/**
 * What `extensions.explain` of an answer tells staff who ask for it by the header `agora-explain: on`: how it came about.
 * Values of variables are never in it, nor the text of SQL.
 */
export type Explanation = {
  /** As Apollo's tools write plans. Where a progressive `@override` leaves it to chance, that of another draw. */
  readonly plan: string;
  readonly milliseconds: number;
  /** In the order in which they were answered. */
  readonly fetches: readonly ExplainedFetch[];
  /** Null where nothing is charged. */
  readonly cost: Cost | null;
};

/** Subscriptions are shared, and never end: only what is answered once is explained. */
const isExplained = ({ definition }: Operation, { explains }: RequestContext): boolean =>
  explains === true && definition.operation !== OperationTypeNode.SUBSCRIPTION;

function withExplanation(
  result: ExecutionResult,
  recording: Recording,
  plan: string,
  { tellsCost }: RequestContext,
): ExecutionResult {
  const { cost = null, ...extensions } = (result.extensions ?? {}) as { cost?: Cost | null };
  const { fetches } = recording;
  const explain: Explanation = { plan, milliseconds: sinceBegin(recording), fetches, cost };
  return { ...result, extensions: { ...extensions, ...(tellsCost && { cost }), explain } };
}

/** @param statements of the rooms, where they run in this process */
export function explainer(statements?: Statements): Observer {
  const recordings = new WeakMap<Envelope, Recording>();
  // As long as nobody has asked, nobody pays for looking.
  let isAsked = false;
  const recordingOf = (envelope: Envelope) => (isAsked ? recordings.get(envelope) : undefined);

  async function explained(operation: Operation, context: RequestContext, admit: Admit, planOf: PlanOf) {
    const admitted = await admit(operation, { ...context, tellsCost: true });
    const plan = prettyFormatQueryPlan(planOf(admitted.operation));
    const recording = newRecording();
    recordings.set(context.envelope, recording);
    isAsked = true;
    return {
      operation: admitted.operation,
      finish: (result: ExecutionResult) =>
        withExplanation(admitted.finish?.(result) ?? result, recording, plan, context),
    };
  }

  return {
    isAlone: (envelope) => recordingOf(envelope) !== undefined,
    rooms: (rooms) =>
      aroundRooms(rooms, (transport, room) => ({
        execute(request) {
          const recording = recordingOf(request.envelope);
          return recording ? recorded(recording, room, transport, request, statements) : transport.execute(request);
        },
        subscribe: (request) => transport.subscribe(request),
      })),
    admit: (admit, planOf) => (operation, context) =>
      isExplained(operation, context) ? explained(operation, context, admit, planOf) : admit(operation, context),
  };
}
