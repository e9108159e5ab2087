import type { ServerResponse } from 'node:http';
import type { ExecutionResult, GraphQLError } from 'graphql';
import { AgoraError, unavailable } from '../../platform/kernel/errors';
import type { RequestContext } from '../context';
import type { HttpOperation } from './httpOperation';
import { outbox } from './outbox';
import type { LiveOptions } from './session';
import { textPipe, type TextStream } from './textPipe';

/** How a protocol writes what happens. Forms are made once for all clients, so they are no closures. */
export type StreamForm = {
  readonly begin: string;
  readonly event: (text: string) => string;
  readonly beat: string;
  /** The end, for the errors where there are any. */
  readonly end: (errors: readonly GraphQLError[]) => string;
  /** What is told when this process ends under it. */
  readonly leaving: readonly GraphQLError[];
  /** Milliseconds between two beats. */
  readonly rhythm: number;
};

/** @throws RATE_LIMITED when there is no room, and then takes none */
function takePlaces(
  { envelope: { identity, tenant }, trace }: RequestContext,
  { addresses, users }: Pick<LiveOptions, 'addresses' | 'users'>,
): () => void {
  const refused = (whose: string) => new AgoraError('RATE_LIMITED', `Too many sockets and streams of one ${whose}.`);
  const ofAddress = addresses(trace.address ?? '');
  if (!ofAddress) throw refused('address');
  if (identity.kind !== 'user') return ofAddress;
  const ofUser = users(`${tenant}/${identity.id}`);
  if (ofUser) return () => (ofAddress(), ofUser());
  ofAddress();
  throw refused('user');
}

/** Opens streams over HTTP and keeps count of them. Each ends with its access token or with this process. */
export function httpStreams(options: LiveOptions) {
  const { subscribe, mask, limits, clock, tally } = options;
  const open = new Set<() => void>();

  function timers(form: StreamForm, { expiresAt }: RequestContext, send: (beat: string) => void, end: () => void) {
    const left = expiresAt && expiresAt.getTime() - clock.now().getTime();
    const expiry = left === null ? undefined : setTimeout(end, Math.min(left, 2 ** 31 - 1)).unref();
    const beat = setInterval(() => send(form.beat), form.rhythm).unref();
    return () => (clearTimeout(expiry), clearInterval(beat));
  }

  /** Answers the stream, or the errors that the subscription is refused with. @throws when there is no room */
  async function start(
    { operations, request, context }: HttpOperation,
    response: ServerResponse,
    form: StreamForm,
  ): Promise<TextStream | ExecutionResult> {
    if (open.size >= limits.streams) throw unavailable('Too many streams are open. Try again later.');
    const leavePlaces = takePlaces(context, options);
    let left = () => {};
    let stop = () => {};
    const pipe = textPipe(() => {
      way.close();
      stop();
      left();
      open.delete(leave);
      leavePlaces();
    });
    // Whoever takes nothing for so long is not told either: there is no code for it in HTTP.
    const giveUp = () => void pipe.stream.return().then(() => response.destroy());
    const way = outbox(pipe.wire, limits.slow, giveUp, tally);
    const finish = (errors: readonly GraphQLError[] = []) => {
      way.send('', form.end(errors.length > 0 ? mask(errors, context.envelope.requestId) : errors));
      void endWhenEmpty();
    };
    const leave = () => finish(form.leaving);
    const endWhenEmpty = async () => {
      for (let relief = way.relief(); relief; relief = way.relief()) await relief;
      pipe.end();
    };
    way.send('', form.begin);
    const joined = await subscribe(operations, request, context, {
      next: (event) => way.send('event', event.written(form.event), event.isState),
      end: finish,
      relief: way.relief,
    });
    if (typeof joined !== 'function') {
      await pipe.stream.return();
      return joined;
    }
    left = joined;
    stop = timers(form, context, (beat) => way.send('beat', beat, true), finish);
    open.add(leave);
    // The client may have gone while the room was asked.
    if (response.destroyed) await pipe.stream.return();
    return pipe.stream;
  }

  return { start, count: () => open.size, stop: () => [...open].forEach((leave) => leave()) };
}
export type HttpStreams = ReturnType<typeof httpStreams>;
