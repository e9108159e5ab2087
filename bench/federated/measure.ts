import { loadavg } from 'node:os';
import { isDeepStrictEqual } from 'node:util';
import { installPeers } from '../gateway/install';
import { alternate } from '../measure/rounds';
import type { Options } from '../options';
import { figure, type Section } from '../report';
import { CONCURRENCY, startContenders, type Contender, type Contenders, type Measured } from './contenders';
import { findings, ratios, table } from './findings';
import { HEATS, LINEUP, takesPart, type Name } from './lineup';
import { ask, type Size } from './operations';

const SIZES: readonly Size[] = ['small', 'large'];

/** @throws Error naming who answers otherwise than the first */
export function mustBeAlike(answers: Readonly<Record<string, unknown>>, question: string): void {
  const [first, ...others] = Object.entries(answers);
  const other = others.find(([, answer]) => !isDeepStrictEqual(answer, first?.[1]));
  if (other) throw new Error(`${other[0]} answers ${question} otherwise than ${first?.[0]}.`);
}

async function mustAgree(contenders: Contenders): Promise<void> {
  for (const size of SIZES)
    for (const nth of [0, 1, 2, 501, 998, 999]) {
      const answers: Record<string, unknown> = {};
      for (const [name, { answer }] of contenders) answers[LINEUP[name].who] = JSON.parse(await answer(ask[size](nth)));
      mustBeAlike(answers, `the ${size} query no. ${nth}`);
    }
}

type Say = (what: string) => void;

/** Whoever is compared takes turns. */
async function compete(contenders: Contenders, size: Size, options: Options, say: Say) {
  const measured = new Map<Name, Measured[]>();
  for (const { what, names } of HEATS) {
    say(`the ${size} query ${what}, ${options.rounds} rounds`);
    const taking = names.filter((name) => takesPart(name, options));
    const heat = await alternate(taking, options.rounds, (name, round) => {
      const requests = options.requests * LINEUP[name].share[size];
      return (contenders.get(name) as Contender).measure(requests, (nth) => ask[size](round * requests + nth));
    });
    for (const name of taking) measured.set(name, heat[name]);
  }
  return measured;
}

/** The same graph from every contender: CPU of all their processes, in turns. */
export async function measureFederated(options: Options, say: Say): Promise<Section> {
  if (options.peers) installPeers(say);
  say('starting the contenders');
  const contenders = await startContenders(options);
  say('comparing their answers');
  await mustAgree(contenders);
  const loads = [loadavg()];
  const small = await compete(contenders, 'small', options, say);
  loads.push(loadavg());
  const large = await compete(contenders, 'large', options, say);
  loads.push(loadavg());
  const results = { small, large };
  const load = loads.map(([minute = 0]) => figure(minute)).join(', ');
  return {
    name: 'federated',
    how: `${options.rounds} rounds in turns after one to warm up, ${CONCURRENCY} requests at a time; medians, and between which values half of the rounds lie. All contenders answered alike. The machine's load before, between and after both queries: ${load}.`,
    findings: findings(results),
    tables: [ratios(results), ...SIZES.map((size) => table(size, results))],
  };
}
