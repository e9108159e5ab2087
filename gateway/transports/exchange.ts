import type { Dispatcher } from 'undici';
import type { ExecutionResult } from 'graphql';
import { parseAnswer } from './answer';

type Controller = Dispatcher.DispatchController;
type Resolve = (answer: ExecutionResult) => void;
type Reject = (error: Error) => void;

const BYTE_ORDER_MARK = 0xfeff;

function textOf(chunks: readonly Buffer[]): string {
  const text = (chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)).toString();
  return text.charCodeAt(0) === BYTE_ORDER_MARK ? text.slice(1) : text;
}

// Each signal has one listener, however many parts of an operation are under way: signals are slow to listen to, and from the
// eleventh listener on Node takes it for a leak.
const awaited = new WeakMap<AbortSignal, Set<Exchange>>();

function awaitedBy(signal: AbortSignal): Set<Exchange> {
  const known = awaited.get(signal);
  if (known) return known;
  const exchanges = new Set<Exchange>();
  awaited.set(signal, exchanges);
  const giveUp = () => exchanges.forEach((exchange) => exchange.giveUp(signal.reason as Error));
  signal.addEventListener('abort', giveUp, { once: true });
  return exchanges;
}

/**
 * One request and its answer, as undici hands over what comes: without a stream between, which would cost more than the answer.
 * A class, since there is one for every fetch: its functions are not made anew.
 */
export class Exchange implements Dispatcher.DispatchHandler {
  private status = 0;
  private readonly chunks: Buffer[] = [];
  private controller: Controller | undefined;
  private readonly company: Set<Exchange> | undefined;

  /** @param signal aborted when nobody waits for the answer any more */
  constructor(
    private readonly resolve: Resolve,
    private readonly reject: Reject,
    private readonly signal: AbortSignal | undefined,
  ) {
    this.company = signal && awaitedBy(signal).add(this);
  }

  /** The connection is closed: that is how the room learns of it. */
  giveUp(reason: Error): void {
    this.controller?.abort(reason);
    this.onResponseError(undefined, reason);
  }

  onRequestStart(controller: Controller): void {
    this.controller = controller;
    // It has waited for a connection.
    if (this.signal?.aborted) controller.abort(this.signal.reason as Error);
  }

  onResponseStart(_controller: Controller, status: number): void {
    this.status = status;
  }

  onResponseData(_controller: Controller, chunk: Buffer): void {
    this.chunks.push(chunk);
  }

  onResponseEnd(): void {
    this.company?.delete(this);
    try {
      this.resolve(parseAnswer(this.status, textOf(this.chunks)));
    } catch (error) {
      this.reject(error as Error);
    }
  }

  onResponseError(_controller: Controller | undefined, error: Error): void {
    this.company?.delete(this);
    this.reject(error);
  }
}
