import { randomUUID } from 'node:crypto';
import { contract } from './contract';
import type { Caller, HttpAnswer } from './post';

type Variables = Record<string, unknown>;
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test reads whatever its operation selected
type Data = any;

/** An Agora as its clients see it: in this process or in another. */
export type Place = {
  graphql(operation: string, variables?: Variables, caller?: Caller): Promise<HttpAnswer>;
  readonly clock: { now(): Date };
  readonly databaseUrl: string;
};

/** Somebody who sends operations: those of the contract by their names, others as text. */
export type Person = {
  readonly id: string;
  readonly email: string;
  readonly password: string;
  /** With an access token that is good now. */
  caller(): Promise<Caller>;
  /** Signs in anew: the next token knows the newest roles. */
  signIn(): Promise<void>;
  send(operation: string, variables?: Variables): Promise<HttpAnswer>;
  /** The data. @throws AggregateError when there are errors */
  ask(operation: string, variables?: Variables): Promise<Data>;
  /** The payload of a mutation of one root field. @throws AggregateError when there are errors */
  act(operation: string, variables?: Variables): Promise<Data>;
  /** A mutation outside of the contract, by its field: `act` with the document written for it. */
  order(field: string, input: object, selection?: string): Promise<Data>;
};

export const textOf = (operation: string): string => contract.get(operation) ?? operation;

type Session = { accessToken: string; expiresAt: string };
type Account = { id: string; email: string; password: string };

const MARGIN = 5_000;

/** A session that is opened anew when the shop's clock has gone beyond its access token. */
function keepSession(place: Place, tenant: Caller, { email, password }: Account, first: Session) {
  let session = first;
  async function signIn(): Promise<void> {
    const { data } = await place.graphql(textOf('SignIn'), { input: { email, password } }, tenant);
    session = data.signIn.session as Session;
  }
  async function caller(): Promise<Caller> {
    if (place.clock.now().getTime() > Date.parse(session.expiresAt) - MARGIN) await signIn();
    return { ...tenant, token: session.accessToken };
  }
  return { signIn, caller };
}

function person(place: Place, account: Account, session: Pick<Person, 'caller' | 'signIn'>): Person {
  const { caller } = session;
  const send: Person['send'] = async (operation, variables = {}) =>
    place.graphql(textOf(operation), variables, await caller());
  const ask: Person['ask'] = async (operation, variables) => {
    const { data, errors } = await send(operation, variables);
    if (errors) throw new AggregateError(errors, errors.map(({ message }) => message).join('; '));
    return data;
  };
  const act: Person['act'] = async (operation, variables) => Object.values(await ask(operation, variables))[0];
  return {
    ...account,
    ...session,
    send,
    ask,
    act,
    order: (field, input, selection = '') => {
      const type = `${field.charAt(0).toUpperCase()}${field.slice(1)}Input!`;
      const fields = `${selection} userErrors { code field message }`;
      return act(`mutation ($input: ${type}) { ${field}(input: $input) { ${fields} } }`, { input });
    },
  };
}

/** Nobody in particular. */
export const guestOf = (place: Place, tenant: Caller = {}): Person =>
  person(place, { id: '', email: '', password: '' }, { caller: async () => tenant, signIn: async () => {} });

/** Signs somebody up. */
export async function signUp(
  place: Place,
  tenant: Caller = {},
  { name = 'Ada', email = `${name.toLowerCase()}-${randomUUID()}@example.com` } = {},
): Promise<Person> {
  const account = { email, password: 'correct horse 7' };
  const { data, errors } = await place.graphql(textOf('SignUp'), { input: { ...account, displayName: name } }, tenant);
  const session = data?.signUp?.session;
  if (!session) throw new Error(`${email} could not sign up: ${JSON.stringify(errors ?? data.signUp.userErrors)}`);
  const whole = { ...account, id: session.user.id as string };
  return person(place, whole, keepSession(place, tenant, whole, session));
}
