import type { Envelope } from '../../platform/identity/envelope';
import type { RoomRequest, Rooms, Transport } from '../../platform/subgraph/transport';
import type { Fields, Trace } from '../context';
import type { CompiledExecutor, PlanOf } from '../execution/compiled/executor';
import type { PlanCounts } from '../execution/compiled/planCounts';
import type { Admit } from '../protection/admission';

/** By what a request came. */
export type Protocol = 'http' | 'sse' | 'websocket';

/** How a request came. */
export type Came = { readonly protocol: Protocol; readonly fields: Fields; readonly method?: string };

/** How a request ended: its answer was sent, or a subscription began. */
export type Ended = {
  readonly protocol: Protocol;
  readonly milliseconds: number;
  /** Of the answer over HTTP. */
  readonly status?: number;
  /** Whether whoever asked did not wait for it. */
  readonly left?: boolean;
};

/** Watches what the gateway does, at its few seams, and changes nothing of it. */
export type Observer = {
  begin?(trace: Trace, came: Came): void;
  end?(trace: Trace, ended: Ended): void;
  rooms?(rooms: Rooms): Rooms;
  admit?(admit: Admit, planOf: PlanOf): Admit;
  executor?(executor: CompiledExecutor, plans: PlanCounts): CompiledExecutor;
  /** Whether an operation is executed for whoever asks alone, and shared with nobody. */
  isAlone?(envelope: Envelope): boolean;
};

type Part = keyof Observer;
const those = <P extends Part>(observers: readonly Observer[], part: P) =>
  observers.flatMap((each) => each[part] ?? []) as NonNullable<Observer[P]>[];

/** Several as one. */
export type Observers = Observer & Required<Pick<Observer, 'rooms' | 'admit' | 'executor' | 'isAlone'>>;

/** Whether a request begins or ends is told only where somebody listens, so that it costs nothing else. */
export function together(observers: readonly Observer[]): Observers {
  const [begins, ends, alone] = [those(observers, 'begin'), those(observers, 'end'), those(observers, 'isAlone')];
  return {
    ...(begins.length > 0 && { begin: (trace, came) => begins.forEach((begin) => begin(trace, came)) }),
    ...(ends.length > 0 && { end: (trace, ended) => ends.forEach((end) => end(trace, ended)) }),
    rooms: (rooms) => those(observers, 'rooms').reduce((inner, around) => around(inner), rooms),
    admit: (admit, planOf) => those(observers, 'admit').reduce((inner, around) => around(inner, planOf), admit),
    executor: (executor, plans) =>
      those(observers, 'executor').reduce((inner, around) => around(inner, plans), executor),
    isAlone: alone.length === 1 && alone[0] ? alone[0] : (envelope) => alone.some((isAlone) => isAlone(envelope)),
  };
}

/** Puts something around every room, once for each. */
export function aroundRooms(rooms: Rooms, around: (transport: Transport, room: string) => Transport): Rooms {
  const known = new Map<string, Transport>();
  return (room) => {
    const found = known.get(room) ?? around(rooms(room), room);
    known.set(room, found);
    return found;
  };
}

/** What came of a fetch: an answer, one with errors, none, or nobody waited for it. */
export type FetchOutcome = 'ok' | 'errors' | 'unavailable' | 'left';

/** @param answer undefined when there was none */
export function fetchOutcome({ signal }: RoomRequest, answer: object | undefined): FetchOutcome {
  if (!answer) return signal?.aborted ? 'left' : 'unavailable';
  return 'errors' in answer && Array.isArray(answer.errors) && answer.errors.length > 0 ? 'errors' : 'ok';
}

/** How many entities a fetch asks for; null when it asks for a root field. */
export function entitiesIn({ variables }: RoomRequest): number | null {
  const representations = variables?.representations;
  return Array.isArray(representations) ? representations.length : null;
}

const OURS = new Set(['INTERNAL', 'UNAVAILABLE']);

/** What came of a request: answered whole; refused, as a whole or in part; failed by our fault; or nobody waited. */
export type Outcome = 'ok' | 'refused' | 'failed' | 'left';

export function outcomeOf({ codes }: Trace, { left, status = 200 }: Ended): Outcome {
  if (left) return 'left';
  if (status >= 500 || [...codes].some((code) => OURS.has(code))) return 'failed';
  return codes.size > 0 || status >= 400 ? 'refused' : 'ok';
}
