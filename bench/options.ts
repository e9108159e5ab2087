import { parseArgs } from 'node:util';

export const SECTIONS = ['federated', 'shop', 'live', 'swap'] as const;
export type SectionName = (typeof SECTIONS)[number];

export type Options = {
  readonly sections: readonly SectionName[];
  readonly rounds: number;
  /** Requests a round: of the slowest contender, or of one shop operation. */
  readonly requests: number;
  /** Sizes of the shops. */
  readonly products: readonly number[];
  /** Also those that the federated benchmark has to install first. */
  readonly peers: boolean;
  readonly json: boolean;
  readonly write: boolean;
  readonly help: boolean;
};

export const USAGE = `npm run bench -- [federated] [shop] [live] [swap] [options]

Measures the budgets of docs/performance.md; all of them unless told which. Needs Linux, and some minutes.

  -r, --rounds <n>     rounds, in turns, after one to warm up (default 5)
  -n, --requests <n>   requests a round (default 100; lighter contenders get more)
  -p, --products <n,…> products in the shop, one shop a number (default 1000,100000; the large one takes two minutes to make)
      --peers          federated: also Hive Gateway, graphql-jit alone, HTTP alone, and stock in one process;
                       installs bench/gateway where that is missing (75 MB)
      --json           writes the report as JSON
      --write          writes the tables into docs/performance.md
  -h, --help           this text

Progress is told on stderr, the report on stdout.
`;

export class OptionsError extends Error {
  override name = 'OptionsError';
}

const OPTIONS = {
  rounds: { type: 'string', short: 'r', default: '5' },
  requests: { type: 'string', short: 'n', default: '100' },
  products: { type: 'string', short: 'p', default: '1000,100000' },
  peers: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  write: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

function whole(name: string, text: string, least: number): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= least) return value;
  throw new OptionsError(`--${name} must be a whole number from ${least} on; it was "${text}".`);
}

const isSection = (name: string): name is SectionName => (SECTIONS as readonly string[]).includes(name);

/** @throws OptionsError */
export function readOptions(argv: readonly string[]): Options {
  const read = () => parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true });
  let given: ReturnType<typeof read>;
  try {
    given = read();
  } catch (error) {
    throw new OptionsError((error as Error).message, { cause: error });
  }
  const { values, positionals } = given;
  const unknown = positionals.find((name) => !isSection(name));
  if (unknown !== undefined) throw new OptionsError(`There is no benchmark ${unknown}: ${SECTIONS.join(', ')}.`);
  return {
    ...values,
    sections: positionals.length > 0 ? SECTIONS.filter((name) => positionals.includes(name)) : SECTIONS,
    rounds: whole('rounds', values.rounds, 1),
    requests: whole('requests', values.requests, 10),
    products: values.products.split(',').map((each) => whole('products', each, 100)),
  };
}
