import { isDeepStrictEqual } from 'node:util';
import { cpuSeconds } from '../measure/cpu';
import { put, type Loaded } from '../measure/load';
import { alternate } from '../measure/rounds';
import { median, medianRatio } from '../measure/statistics';
import type { Options } from '../options';
import { spread, type Finding, type Section, type Table } from '../report';
import { answersTo, ONE_PROCESS, OVER_HTTP, startContenders, type Contenders, type Served } from './contenders';
import { ask, type Size } from './operations';

const CONCURRENCY = 8;
const SIZES: readonly Size[] = ['small', 'large'];

/** How many requests each gets for one of the heaviest: a clock of hundredths of a second wants a second of work. */
const SHARE: Record<Size, Record<Served, number>> = {
  small: { stock: 5, agora: 30, monolith: 30, agoraOne: 30 },
  large: { stock: 1, agora: 8, monolith: 8, agoraOne: 8 },
};
const BARE_SHARE: Record<Size, number> = { small: 50, large: 10 };

const NAMES: Record<Served, string> = {
  stock: '@apollo/gateway over Apollo Server rooms',
  agora: 'Agora gateway over its rooms',
  monolith: 'Apollo Server without federation',
  agoraOne: 'Agora with its rooms in one process',
};

/** CPU seconds per 1000 requests. */
type Cost = { readonly cpu: number; readonly gateway: number; readonly rooms: number };
type Measured = Cost & Loaded;
type Asked = { readonly size: Size; readonly requests: number; readonly round: number };

/** @throws Error naming who answers otherwise than the first */
export function mustBeAlike(answers: Readonly<Record<string, unknown>>, question: string): void {
  const [first, ...others] = Object.entries(answers);
  const other = others.find(([, answer]) => !isDeepStrictEqual(answer, first?.[1]));
  if (other) throw new Error(`${other[0]} answers ${question} otherwise than ${first?.[0]}.`);
}

async function mustAgree(contenders: Contenders): Promise<void> {
  for (const size of SIZES)
    for (const nth of [0, 1, 2, 501, 998, 999])
      mustBeAlike(await answersTo(contenders, ask[size](nth)), `the ${size} query no. ${nth}`);
}

async function serve({ served }: Contenders, name: Served, { size, requests, round }: Asked): Promise<Measured> {
  const { url, gateway, rooms } = served[name];
  const used = () => [cpuSeconds(gateway), cpuSeconds(rooms)] as const;
  const from = round * requests;
  const before = used();
  const loaded = await put({ url, requests, concurrency: CONCURRENCY, ask: (nth) => ask[size](from + nth) });
  const after = used();
  const perThousand = (at: 0 | 1) => ((after[at] - before[at]) * 1000) / requests;
  return { ...loaded, gateway: perThousand(0), rooms: perThousand(1), cpu: perThousand(0) + perThousand(1) };
}

type Compared<Name extends string, Value> = Record<Size, Record<Name, Value[]>>;
type Bare = Compared<(typeof ONE_PROCESS)[number], number>;

const serving = (contenders: Contenders, names: readonly Served[], size: Size, { rounds, requests }: Options) =>
  alternate(names, rounds, (name, round) =>
    serve(contenders, name, { size, requests: requests * SHARE[size][name], round }),
  );

const bare = ({ withoutHttp }: Contenders, size: Size, { rounds, requests }: Options) =>
  alternate(ONE_PROCESS, rounds, async (name, round) => {
    const count = requests * BARE_SHARE[size];
    const asks = Array.from({ length: count }, (_, nth) => ask[size](round * count + nth));
    return ((await withoutHttp[name].cost(asks)) * 1000) / count;
  });

const cpuOf = (all: readonly Measured[]) => all.map(({ cpu }) => cpu);

function findings(served: Compared<Served, Measured>, alone: Bare): Finding[] {
  const against = (size: Size, ours: Served, theirs: Served) =>
    medianRatio(cpuOf(served[size][ours]), cpuOf(served[size][theirs]));
  const titles = { small: '4 fetches', large: '16 fetches, 14 KB' };
  return SIZES.flatMap((size): Finding[] => [
    {
      work: `${titles[size]}, over HTTP: CPU`,
      measured: against(size, 'agora', 'stock'),
      budget: 0.1,
      unit: 'of stock',
      peers: size === 'small' ? 'stock: 2.73 CPU-s per 1000' : 'stock: 16.8 CPU-s per 1000',
    },
    {
      work: `${titles[size]}, in one process: CPU`,
      measured: against(size, 'agoraOne', 'monolith'),
      budget: 1,
      unit: 'of the monolith',
    },
    {
      work: `${titles[size]}, in one process, without HTTP: CPU`,
      measured: medianRatio(alone[size].agoraOne, alone[size].monolith),
      budget: 1,
      unit: 'of the monolith',
      peers: `monolith: ${size === 'small' ? 0.108 : 0.73} CPU-s per 1000`,
    },
  ]);
}

function table(size: Size, served: Record<Served, Measured[]>, alone: Bare[Size]): Table {
  const rows = [...OVER_HTTP, ...ONE_PROCESS].map((name) => {
    const of = (key: keyof Measured) => served[name].map((each) => each[key]);
    const columns = [of('cpu'), of('gateway'), of('rooms'), of('perSecond'), of('p50'), of('p99')];
    return [NAMES[name], ...columns.map((values) => (median(values) === 0 ? '–' : spread(values)))];
  });
  const without = ONE_PROCESS.map((name) => [`${NAMES[name]}, no HTTP`, spread(alone[name]), '', '', '', '', '']);
  return {
    title: `The ${size} query`,
    columns: ['who', 'CPU-s per 1000', 'gateway', 'rooms', 'requests/s', 'p50 ms', 'p99 ms'],
    rows: [...rows, ...without],
  };
}

/** The same graph from every contender: CPU of all their processes, in turns. */
export async function measureFederated(options: Options, say: (what: string) => void): Promise<Section> {
  say('starting the contenders');
  const contenders = await startContenders();
  say('comparing their answers');
  await mustAgree(contenders);
  const served = {} as Compared<Served, Measured>;
  const alone = {} as Bare;
  for (const size of SIZES) {
    say(`the ${size} query over HTTP, ${options.rounds} rounds`);
    const http = await serving(contenders, OVER_HTTP, size, options);
    say(`the ${size} query in one process, ${options.rounds} rounds`);
    served[size] = { ...http, ...(await serving(contenders, ONE_PROCESS, size, options)) };
    alone[size] = await bare(contenders, size, options);
  }
  return {
    name: 'federated',
    how: `${options.rounds} rounds in turns after one to warm up, ${CONCURRENCY} requests at a time; medians, and between which values half of the rounds lie. All contenders answered alike.`,
    findings: findings(served, alone),
    tables: SIZES.map((size) => table(size, served[size], alone[size])),
  };
}
