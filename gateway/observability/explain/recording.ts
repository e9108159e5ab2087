import type { ExecutionResult } from 'graphql';
import type { RoomRequest, Transport } from '../../../platform/subgraph/transport';
import { entitiesIn, fetchOutcome, type FetchOutcome } from '../observer';
import type { Statements } from './statements';

/** One question to one room, as it went. */
export type ExplainedFetch = {
  readonly room: string;
  /** What the question is called in the plan; null where the client's operation has no name. */
  readonly operation: string | null;
  /** Milliseconds from the operation's begin. */
  readonly startedAt: number;
  readonly milliseconds: number;
  /** Of the answer as JSON; null when there was none. */
  readonly bytes: number | null;
  /** How many entities were asked for; null for a root field. */
  readonly entities: number | null;
  /** SQL statements that the room sent to answer; null where it runs in another process. */
  readonly statements: number | null;
  readonly outcome: FetchOutcome;
};

/** What is noted of one operation while it runs. */
export type Recording = { readonly begunAt: number; readonly fetches: ExplainedFetch[] };

export const newRecording = (): Recording => ({ begunAt: performance.now(), fetches: [] });

const rounded = (milliseconds: number): number => Math.round(milliseconds * 100) / 100;
export const sinceBegin = ({ begunAt }: Recording): number => rounded(performance.now() - begunAt);

const bytesOf = (answer: ExecutionResult): number => Buffer.byteLength(JSON.stringify(answer));

/** Asks a room, and notes how that went. @throws as the room does */
export async function recorded(
  recording: Recording,
  room: string,
  transport: Transport,
  request: RoomRequest,
  statements: Statements | undefined,
): Promise<ExecutionResult> {
  const tally = { statements: 0 };
  const startedAt = sinceBegin(recording);
  const ask = () => transport.execute(request);
  let answer: ExecutionResult | undefined;
  try {
    return (answer = await (statements ? statements.counting(tally, ask) : ask()));
  } finally {
    recording.fetches.push({
      room,
      operation: request.operationName ?? null,
      startedAt,
      milliseconds: rounded(sinceBegin(recording) - startedAt),
      bytes: answer ? bytesOf(answer) : null,
      entities: entitiesIn(request),
      statements: statements ? tally.statements : null,
      outcome: fetchOutcome(request, answer),
    });
  }
}
