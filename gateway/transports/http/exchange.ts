import type { Dispatcher } from 'undici';
import type { ExecutionResult } from 'graphql';
import type { Leaving } from '../../../platform/kernel/leaving';
import { NOT_TOLD, TURNED_AWAY } from '../../../platform/service/answer';
import { parseAnswer } from './answer';
import { NotLetIn, TurnedAway } from '../failures';

type Controller = Dispatcher.DispatchController;

const BYTE_ORDER_MARK = 0xfeff;

function textOf(chunks: readonly Buffer[]): string {
  const text = (chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)).toString();
  return text.charCodeAt(0) === BYTE_ORDER_MARK ? text.slice(1) : text;
}

/**
 * One request and its answer, as undici hands over what comes: without a stream between, which would cost more than the answer.
 * A class, since there is one for every fetch: its functions are not made anew.
 */
export class Exchange implements Dispatcher.DispatchHandler {
  private status = 0;
  private turnedAway: unknown;
  private readonly chunks: Buffer[] = [];
  private controller: Controller | undefined;

  /** @param signal aborted when nobody waits for the answer any more */
  constructor(
    private readonly room: string,
    private readonly resolve: (answer: ExecutionResult) => void,
    private readonly reject: (failure: Error) => void,
    private readonly signal: Leaving | undefined,
  ) {
    signal?.addEventListener('abort', this);
  }

  /** Nobody waits any more. The connection is closed: that is how the room learns of it. */
  handleEvent(): void {
    const reason = this.signal?.reason as Error;
    this.controller?.abort(reason);
    this.reject(reason);
  }

  onRequestStart(controller: Controller): void {
    this.controller = controller;
    // It has waited for a connection.
    if (this.signal?.aborted) controller.abort(this.signal.reason as Error);
  }

  onResponseStart(_controller: Controller, status: number, headers: Readonly<Record<string, unknown>>): void {
    this.status = status;
    if (status === 503) this.turnedAway = headers[TURNED_AWAY];
  }

  onResponseData(_controller: Controller, chunk: Buffer): void {
    this.chunks.push(chunk);
  }

  onResponseEnd(): void {
    this.signal?.removeEventListener('abort', this);
    if (this.turnedAway === NOT_TOLD) return this.reject(new NotLetIn(this.room));
    if (this.turnedAway !== undefined) return this.reject(new TurnedAway(this.room));
    try {
      this.resolve(parseAnswer(this.status, textOf(this.chunks)));
    } catch (error) {
      this.reject(error as Error);
    }
  }

  onResponseError(_controller: Controller, error: Error): void {
    this.signal?.removeEventListener('abort', this);
    this.reject(error);
  }
}
