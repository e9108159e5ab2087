import { cpus } from 'node:os';
import { format } from 'prettier';
import { problemsOf, type Row } from './row';
import { COLUMNS } from './table';

/** How a run can be had again. */
export type Origin = { readonly seed: number; readonly command: string };

const sum = (rows: readonly Row[], of: (row: Row) => number) => rows.reduce((total, row) => total + of(row), 0);

const TEXT = `# Reliability

What becomes of money, stock and orders when parts of the system fail. \`npm run test:faults\` starts the distributed shape on this machine: seven rooms as services (orders twice), two gateways, Postgres, Redis, and wires of our own between them. Eight buyers browse, search, fill carts, order, pay, are declined, cancel, ask for refunds that staff agrees to, claim coupons and follow their orders live, at both gateways. What they do follows from a seed. Meanwhile something is broken and mended. When all has come to rest, everything that was acknowledged is looked for in the database, the [twelve invariants](../test/faults/invariants.ts) are checked over the schemas of all rooms and the provider's own books, and every client that follows an order has to have seen each of its updates once.

An operation that is not answered, or answered with an error that leaves it open, counts as **indeterminate**: it is sent again with its idempotency key until it is known what became of it. A write that stays unknown fails the run.
`;

const MEANING = `## What the columns say

- **tried**, **acknowledged**, **failed**, **indeterminate**: operations of the buyers, from before the strike until the shop had recovered. Acknowledged are all that were answered, refusals such as a sold-out coupon included; failed had surely no effect.
- **acknowledged and lost**: writes that were acknowledged and are not there, or not as they were told; also what was said to be undone and is there. Must be 0.
- **violations**: broken invariants, and idempotency keys that were given two answers. Must be 0.
- **errors**: failed and indeterminate, of all that were tried. Repetitions count.
- **recovered in**: from the mending until the first order was begun at each gateway that went through, from the search to the payment. A process that is killed is mended by whoever looks after it; the time that it takes to start is in here.
- **events twice**: deliveries beyond the first of one event, on the bus or by webhook; **effects twice** must be 0: bookings, changes of state, shipments, messages, counted sales.
- **pushes**: updates that came to those who follow an order; **came back**: how often they had lost their line and came back with the last cursor, at whichever gateway; **longest push gap**: from a change to its push; **pushes lost** must be 0, and none may come twice.

Which operation meets the fault depends on the moment, so the counts of a seed differ a little from run to run. What must be 0 is 0 in every one, or the run fails.
`;

const FOUND = `## What it has found so far

- A cancellation whose request waited in a payments room that hung: after four attempts the saga gave up and said that nothing of it stays, then the room woke up and cancelled the payment. The order could not be paid any more and stood until its time to pay had passed. Such a step is now tried until it is known what became of it.
- A payment that was opened after its order had been given up, because the opening was late on its way: found when these faults were thought through, and held fast in a test of payments. Stock and coupons knew that case already.
- One copy of two that was stopped held every other request for the 30 seconds that a room may take. Copies are watched now: of 3,300 requests six took longer than a second, 2.3 at most, and none failed.
- Processes that were found by \`ps\` and killed by hand: a Redis and a Postgres of \`npm run start:distributed\` stayed away; they are started again now, on the same ports. A checkout that was taken back answered the same error to its key for ever; the same key begins anew now. Who followed an order for less than five seconds when its room was killed, or while Postgres was away, was sent away; the gateway begins such a subscription anew now. The only copy of a room, when it was stopped, kept a query waiting for more than twice \`ROOM_TIMEOUT\`; once, now. Ctrl-C waited for ever for a process that was stopped; half a minute, now.
- Acknowledged writes that were lost, effects that came twice, pushes that were lost or came twice: none so far.
`;

const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;

/** The report of a run, as Markdown. */
export function documentOf(rows: readonly Row[], { seed, command }: Origin): Promise<string> {
  const table = [
    row(COLUMNS.map(([title]) => title)),
    row(COLUMNS.map((_, at) => (at === 0 ? '---' : '--:'))),
    ...rows.map((each) => row(COLUMNS.map(([, value]) => value(each)))),
  ];
  const wrong = rows.flatMap(problemsOf);
  const total = `Seed ${seed}, ${rows.length} faults, ${sum(rows, ({ tried }) => tried)} operations, of which ${sum(rows, ({ acknowledged }) => acknowledged)} were acknowledged; ${cpus().length} cores, Node ${process.versions.node.split('.')[0]}, everything on one machine. Again: \`${command}\``;
  const verdict =
    wrong.length === 0
      ? 'Nothing was lost, and nothing was wrong.'
      : ['What was wrong:', '', ...wrong.map((each) => `- ${each}`)].join('\n');
  const text = [TEXT, '## A run', '', total, '', ...table, '', verdict, '', MEANING, FOUND].join('\n');
  return format(text, { parser: 'markdown', printWidth: 120, proseWrap: 'preserve' });
}
