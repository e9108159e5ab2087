import type { ExecutionResult } from 'graphql';
import type { Logger } from 'pino';
import type { Withdrawable, Withdrawals } from '../../../platform/redis/withdrawals';
import type { RoomRequest, Transport } from '../../../platform/subgraph/transport';
import { NotAwaited, NotLetIn, NotSent } from '../failures';
import type { HttpTransport } from '../http/http';
import { isRepeatable } from '../repeatable';

/** Milliseconds for which a room that lets in nothing that may be withdrawn is sent nothing of that kind. */
const REST = 1_000;

export type WithdrawingOptions = {
  readonly room: string;
  readonly withdrawals: Withdrawals;
  readonly log: Logger;
};

/** A transport that can take back what it was asked and has not answered. */
export type WithdrawingTransport = Transport & {
  /** Lets those go who wait for what the room has not let in: they may ask elsewhere. */
  withdraw(): void;
};

/**
 * What may not be sent twice is taken back when its line breaks: what the room has not let in by then, it never will, and so it
 * counts as not sent. What it has let in may have been carried out.
 */
export function withdrawing(http: HttpTransport, { room, withdrawals, log }: WithdrawingOptions): WithdrawingTransport {
  const waiting = new Set<() => unknown>();
  let restUntil = -Infinity;

  /** Undefined for what may be sent again anyway, and while nothing could be withdrawn. */
  function begin(request: RoomRequest): Withdrawable | undefined {
    if (!request.document || isRepeatable(request) || performance.now() < restUntil) return undefined;
    return withdrawals.begin();
  }

  const send = (request: RoomRequest, { nonce, withdraw }: Withdrawable) =>
    new Promise<ExecutionResult>((resolve, reject) => {
      let isWithdrawn: Promise<boolean> | undefined;
      function doubt(): Promise<boolean> {
        waiting.delete(doubt);
        return (isWithdrawn ??= withdraw().then((answer) => {
          if (answer) log.info({ room }, 'a mutation was withdrawn: the room has not let it in');
          if (answer) reject(new NotSent(room));
          return answer;
        }));
      }
      waiting.add(doubt);
      http.execute(request, nonce).then(
        async (answer) => {
          waiting.delete(doubt);
          // The refusal of what was just withdrawn is no answer.
          if (!(await isWithdrawn)) resolve(answer);
        },
        async (error: Error) => {
          const isKnown = error instanceof NotSent || error instanceof NotAwaited;
          waiting.delete(doubt);
          if (isKnown || !(await doubt())) reject(error);
        },
      );
    });

  async function carefully(request: RoomRequest, withdrawable: Withdrawable): Promise<ExecutionResult> {
    try {
      return await send(request, withdrawable);
    } catch (error) {
      if (!(error instanceof NotLetIn)) throw error;
      restUntil = performance.now() + REST;
      return http.execute(request);
    }
  }

  return {
    execute(request) {
      const withdrawable = begin(request);
      return withdrawable ? carefully(request, withdrawable) : http.execute(request);
    },
    subscribe: http.subscribe,
    withdraw() {
      for (const doubt of waiting) doubt();
    },
  };
}
