import { AgoraError } from '../../platform/kernel/errors';

/** The room has not seen the request, or not let it in, so that even a mutation may be sent again. */
export class NotSent extends AgoraError {
  constructor(room: string, message = `The room ${room} does not answer.`) {
    super('UNAVAILABLE', message);
  }
}

/** A copy of the room that starts or stops has not let it in. */
export class TurnedAway extends NotSent {}

/** A copy of the room lets in only what nobody may withdraw. */
export class NotLetIn extends NotSent {}

/** Nobody waits for the answer any more: it is no matter of the room's. */
export class NotAwaited extends AgoraError {
  constructor() {
    super('UNAVAILABLE', 'Nobody waits for it any more.');
  }
}
