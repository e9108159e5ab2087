import type { AnySubgraph } from '../../../platform/subgraph/definition';
import { anyone, signedIn } from '../../../platform/identity/policies';
import { machine } from '../../../platform/machine/machine';
import { saga, step } from '../../../platform/workflows/saga';
import { errorsPage } from '../pages/errors';
import { eventsPage } from '../pages/events';
import { jobsPage } from '../pages/jobs';
import { policiesPage } from '../pages/policies';
import { sagasPage } from '../pages/sagas';
import { schemaPage } from '../pages/schema';
import { statesPage } from '../pages/states';

const OrderPaid = { type: 'orders.order-paid.v1', description: 'An order is paid.' };
const contracts = new Map([[OrderPaid.type, OrderPaid]]);
const room = (name: string, more: object = {}) => ({ name, policies: {}, ...more }) as AnySubgraph;
const done = async () => {};

describe('the event catalogue', () => {
  it('given a room that publishes and one that hears, when written, then both are named', () => {
    const rooms = [room('orders', { publishes: [OrderPaid] }), room('catalog', { on: { [OrderPaid.type]: done } })];
    expect(eventsPage(rooms, contracts, new Map())).toContain('- Published by: orders\n- Heard by: catalog');
  });

  it('given a room that hears another, when written, then an arrow leads to it', () => {
    const rooms = [room('catalog', { on: { [OrderPaid.type]: done } })];
    expect(eventsPage(rooms, contracts, new Map())).toContain('flowchart LR\n  orders --> catalog');
  });

  it('given an event that no room publishes, when written, then it says so', () => {
    expect(eventsPage([], contracts, new Map())).toContain('nobody (it belongs to orders)');
  });
});

it('given a machine, when drawn, then it begins at its first state and ends at its final ones', () => {
  const light = machine({ initial: 'OFF', states: { OFF: { press: 'ON' }, ON: {} } });
  expect(statesPage([{ room: 'hall', name: 'light', machine: light }])).toContain(
    '  [*] --> OFF\n  OFF --> ON: press\n  ON --> [*]',
  );
});

it('given policies, when written, then queries come first and fields stand by name', () => {
  const policies = { Mutation: { pay: signedIn }, Query: { order: signedIn, me: anyone } };
  const rows = policiesPage([room('orders', { policies })]).match(/^\| `(Query|Mutation)\..*$/gm);
  expect(rows).toEqual([
    '| `Query.me` | anyone |',
    '| `Query.order` | a signed-in user |',
    '| `Mutation.pay` | a signed-in user |',
  ]);
});

it('given a saga, when written, then each step tells its way back', () => {
  const buy = saga('orders.buy', [step('reserve', done, { undo: done }), step('open', done, { final: true })]);
  const text = sagasPage([room('orders', { sagas: [buy] })]);
  expect(text).toContain('| 1 | reserve | undone |\n| 2 | open | none: final |');
});

it('given a step that pauses, when written, then it says so', () => {
  const wait = saga('orders.wait', [step('close', done, { final: true, pause: () => 1000 })]);
  expect(sagasPage([room('orders', { sagas: [wait] })])).toContain('| 1 | close, after a pause | none: final |');
});

it('given jobs of two rooms, when written, then they stand by name', () => {
  const job = (name: string) => ({ name, description: 'Works.', schedule: '0 * * * * *' });
  const text = jobsPage([room('users', { jobs: [job('users.b')] }), room('orders', { jobs: [job('orders.a')] })]);
  expect(text.indexOf('orders.a')).toBeLessThan(text.indexOf('users.b'));
});

it('given a room’s error codes, when written, then each has its description', () => {
  const typeDefs = 'enum OrdersErrorCode { "None is left." OUT_OF_STOCK } enum Status { OPEN }';
  const text = errorsPage([{ name: 'orders', typeDefs }]);
  expect(text).toContain('| `OUT_OF_STOCK` | None is left. |');
  expect(text).not.toContain('OPEN');
});

describe('the schema reference', () => {
  it('given a field with an argument, when written, then the argument follows it with its default', () => {
    const typeDefs = '"Reads." type Query { "An order." order("Its id." id: ID! = "ord_1"): Order }';
    expect(schemaPage({ name: 'orders', typeDefs })).toContain(
      '| `order` | `Order` | An order. |\n| `order(id:)` | `ID!` | Its id. Default: `"ord_1"`. |',
    );
  });

  it('given root types and others, when written, then the root types come first', () => {
    const typeDefs = 'type Apple { a: Int } type Mutation { m: Int } type Query { q: Int }';
    const headings = schemaPage({ name: 'orders', typeDefs }).match(/^## .*$/gm);
    expect(headings).toEqual(['## Query', '## Mutation', '## type Apple']);
  });

  it('given a field for staff, when written, then its mark is shown', () => {
    const typeDefs = 'type Query { "All." users: Int @tag(name: "staff") }';
    expect(schemaPage({ name: 'users', typeDefs })).toContain('| All. `@tag(name: "staff")` |');
  });
});
