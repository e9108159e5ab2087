import { CloseCode } from 'graphql-ws';
import { forbidden } from '../../platform/kernel/errors';
import { newTrace, requestIdOf, type RequestContext } from '../context';
import { begin, closeWith, fieldsOf, type Connection, type LiveOptions } from './session';
import { rightsOf } from './sharing/key';

type Payload = Record<string, unknown> | undefined;

const isSamePerson = (a: RequestContext, b: RequestContext): boolean => {
  const [one, other] = [a.envelope, b.envelope];
  if (one.tenant !== other.tenant || one.identity.kind !== 'user' || other.identity.kind !== 'user') return false;
  return one.identity.id === other.identity.id;
};

/** What runs was begun with rights that the new token does not give, or with fewer: the client begins it again. */
function endAll(connection: Connection): void {
  const told = forbidden('Your rights have changed. Subscribe again.');
  for (const end of connection.extra.live) end([told]);
}

/**
 * A ping may carry `{ "authorization": "Bearer …" }`: a new token for whoever asks already. The protocol allows any payload in
 * a ping, and no second `connection_init`. (PROTOCOL.md of graphql-ws, "Ping")
 * @returns the payload of the pong
 */
export async function answerPing(connection: Connection, payload: Payload, options: LiveOptions): Promise<Payload> {
  const { extra } = connection;
  const { authorization } = payload ?? {};
  const { session } = extra;
  if (!session || typeof authorization !== 'string') return payload;
  const fields = { ...fieldsOf(connection), authorization };
  try {
    const next = await options.settle(fields, requestIdOf(fields), newTrace(extra.address));
    if (!isSamePerson(session, next)) throw forbidden('The new access token is of somebody else.');
    begin(extra, next, options.clock);
    if (rightsOf(session) !== rightsOf(next)) endAll(connection);
    return { renewed: true, expiresAt: next.expiresAt?.toISOString() };
  } catch {
    closeWith(extra.socket, CloseCode.Forbidden, 'The new access token is not valid here.');
    return undefined;
  }
}
