import path from 'node:path';
import { parseArgs } from 'node:util';
import { OptionsError } from '../options';

export const SHAPES = ['one', 'distributed'] as const;
export type ShapeName = (typeof SHAPES)[number];

export type Options = {
  readonly products: number;
  readonly orders: number;
  /** Concurrent clients, a run each. */
  readonly clients: readonly number[];
  /** Seconds that are measured of each run. */
  readonly seconds: number;
  /** Seconds that clients think between two requests, on average, where they are no machines: a run more each, of the most clients. */
  readonly think: readonly number[];
  readonly shapes: readonly ShapeName[];
  /** Where loaded shops are kept, to be used again. */
  readonly data: string;
  readonly json: boolean;
  readonly write: boolean;
  readonly help: boolean;
};

export const USAGE = `npm run bench:scale -- [options]

Many clients at once on a large shop: throughput, latency, errors, CPU, connections, memory. Needs Linux. The large shop takes
some minutes and 20 GB to load, and is kept.

      --products <n>    products of the large shop (default 100000)
      --orders <n>      its orders (default 1000000)
      --clients <n,…>   concurrent clients, a run each (default 1,10,100,1000)
      --seconds <n>     seconds of a run (default 30)
      --think <n,…>     seconds that clients think between requests, a run more each of the most clients (default 3,7; 0 for none)
      --shape <which>   one, distributed or both (default both)
      --data <folder>   where loaded shops are kept (default .agora-scale)
      --quick           a small shop, few clients, short runs: whether it works
      --json            writes what was measured as JSON
      --write           writes the tables into docs/scale.md
  -h, --help            this text

Progress is told on stderr, the report on stdout.
`;

const OPTIONS = {
  products: { type: 'string' },
  orders: { type: 'string' },
  clients: { type: 'string' },
  seconds: { type: 'string' },
  think: { type: 'string', default: '3,7' },
  shape: { type: 'string', default: 'both' },
  data: { type: 'string', default: '.agora-scale' },
  quick: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  write: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

const USUAL = { products: '100000', orders: '1000000', clients: '1,10,100,1000', seconds: '30' };
const QUICK = { products: '1000', orders: '2000', clients: '1,10,50', seconds: '5' };

function whole(name: string, text: string, least: number): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= least) return value;
  throw new OptionsError(`--${name} must be a whole number from ${least} on; it was "${text}".`);
}

function shapesOf(text: string): readonly ShapeName[] {
  if (text === 'both') return SHAPES;
  const shape = SHAPES.find((each) => each === text);
  if (shape) return [shape];
  throw new OptionsError(`--shape must be one, distributed or both; it was "${text}".`);
}

function read(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: OPTIONS }).values;
  } catch (error) {
    throw new OptionsError((error as Error).message, { cause: error });
  }
}

/** @throws OptionsError */
export function readOptions(argv: readonly string[]): Options {
  const values = read(argv);
  const given = { ...(values.quick ? QUICK : USUAL), ...values };
  return {
    products: whole('products', given.products, 500),
    orders: whole('orders', given.orders, 500),
    clients: given.clients.split(',').map((each) => whole('clients', each, 1)),
    seconds: whole('seconds', given.seconds, 1),
    think: given.think
      .split(',')
      .map((each) => whole('think', each, 0))
      .filter((each) => each > 0),
    shapes: shapesOf(given.shape),
    data: path.resolve(given.data),
    json: given.json,
    write: given.write,
    help: given.help,
  };
}
