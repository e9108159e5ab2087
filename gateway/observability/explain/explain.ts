import { prettyFormatQueryPlan } from '@apollo/query-planner';
import { OperationTypeNode, type ExecutionResult } from 'graphql';
import type { Envelope } from '../../../platform/identity/envelope';
import type { RequestContext } from '../../context';
import type { PlanOf } from '../../execution/compiled/executor';
import type { Operation } from '../../execution/executor';
import { oneAfterOther, type Admit, type Finish } from '../../protection/admission';
import type { Cost } from '../../protection/demand/demand';
import { aroundRooms, type Observer } from '../observer';
import { newRecording, recorded, sinceBegin, type ExplainedFetch, type Recording } from './recording';
import type { Statements } from './statements';

/**
 * What `extensions.explain` of an answer tells staff who ask for it by the header `agora-explain: on`: how it came about.
 * Values of variables are never in it, nor the text of SQL.
 */
export type Explanation = {
  /** As Apollo's tools write plans, nothing deferred. Where a progressive `@override` leaves it to chance, that of another draw. */
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

/** Adds the explanation to what is told beside an answer. */
type Explain = (extensions: ExecutionResult['extensions']) => ExecutionResult['extensions'];

const explainWith =
  (recording: Recording, plan: string, { tellsCost }: RequestContext): Explain =>
  (told) => {
    const { cost = null, ...extensions } = (told ?? {}) as { cost?: Cost | null };
    const { fetches } = recording;
    const explain: Explanation = { plan, milliseconds: sinceBegin(recording), fetches, cost };
    return { ...extensions, ...(tellsCost && { cost }), explain };
  };

/** Of an answer in parts, the last tells it. */
const explaining = (explain: Explain): Finish => ({
  whole: (result) => ({ ...result, extensions: explain(result.extensions) }),
  inParts: () => ({
    first: (result) => result,
    later: (part) => (part.hasNext ? part : { ...part, extensions: explain(part.extensions) }),
  }),
});

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
    const finish = explaining(explainWith(recording, plan, context));
    return {
      operation: admitted.operation,
      finish: admitted.finish ? oneAfterOther(admitted.finish, finish) : finish,
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
