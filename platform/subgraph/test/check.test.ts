import { anyone } from '../../identity/policies';
import { event } from '../../events/event';
import { shelf } from '../../test/shelf/subgraph';
import { checkDefinition } from '../check';
import { buildRoomSchema } from '../schema';

const { schema } = buildRoomSchema(shelf);
const check = (change: object) => checkDefinition({ ...shelf, ...change }, schema);

describe('a room', () => {
  it('starts when it is whole', () => expect(() => check({})).not.toThrow());

  it('is refused when a root field has no policy, and told where to add it', () => {
    const { secret: _, ...rest } = shelf.policies.Query ?? {};
    expect(() => check({ policies: { ...shelf.policies, Query: rest } })).toThrow(
      'Query.secret has no policy. Add it to subgraphs/users/policies.ts.',
    );
  });

  it('is refused when a policy names a field that is not there', () =>
    expect(() => check({ policies: { ...shelf.policies, Query: { ...shelf.policies.Query, gone: anyone } } })).toThrow(
      'Query.gone, which is not in the schema',
    ));

  it('is refused when it publishes an event without a contract', () =>
    expect(() => check({ publishes: [event()('users.user-vanished.v1', 'Nobody knows.')] })).toThrow(
      'users.user-vanished.v1, which has no contract',
    ));

  it("is refused when it publishes another room's event", () =>
    expect(() => check({ publishes: [event()('orders.order-paid.v1', '')] })).toThrow('belongs to orders'));

  it('is refused when it listens to an event without a contract', () =>
    expect(() => check({ on: { 'orders.order-vanished.v1': () => {} } })).toThrow(
      'orders.order-vanished.v1, which has no contract',
    ));

  it("is refused when a job bears another room's name", () =>
    expect(() => check({ jobs: [{ name: 'orders.sweep' }] })).toThrow('"orders.sweep" must begin with "users."'));

  it('is told everything at once', () =>
    expect(() => check({ policies: {} })).toThrow(
      /Query\.book[^]*Query\.secret[^]*Mutation\.lendBook[^]*Subscription\.bookChanged/,
    ));
});
