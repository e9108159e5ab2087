import { setTimeout as pause } from 'node:timers/promises';
import type { Person } from '../story/people';
import { newChance } from './buyers/chance';
import { gather, type Crowd } from './buyers/crowd';
import { openMarket, type Market } from './buyers/market';
import type { Fault, Scene } from './kinds/fault';
import { findTwice } from './reckoning/effects';
import { findLost } from './reckoning/lost';
import { recovery } from './reckoning/probe';
import { endPushes } from './reckoning/pushes';
import { untilQuiet, violationsAtRest } from './reckoning/rest';
import { openTap, type Tap } from './reckoning/tap';
import type { Row } from './report/row';
import type { Target } from './target';

export type Say = (sentence: string) => void;

/** One that has the whole shop, and somebody of our own in it. */
type Stage = Scene & { readonly market: Market; readonly prober: Person; readonly tap: Tap };

const BUYERS = 8;
const WARM_UP = 1_500;
const AFTERMATH = 1_500;

/** What one fault has come to, once all is at rest again. */
async function reckon(stage: Stage, fault: Fault, before: Before, recoveredIn: number): Promise<Row> {
  const { target, crowd, tap } = stage;
  await untilQuiet(target);
  const unreconciled = await crowd.writes.reconcile();
  const violations = await violationsAtRest(target);
  const pushes = await endPushes(target, crowd.followers.splice(0), before.at);
  const done = crowd.operations.slice(before.operations);
  const count = (kind: string) => done.filter((each) => each.kind === kind).length;
  return {
    fault: fault.name,
    tried: done.length,
    acknowledged: count('acknowledged'),
    failed: count('failed'),
    indeterminate: count('indeterminate'),
    unreconciled,
    lost: await findLost(target, crowd.writes),
    contradictions: crowd.writes.contradictions.slice(before.contradictions),
    violations,
    recoveredIn,
    eventsTwice: tap.twice() - before.twice + crowd.bank.repeated() - before.repeated,
    effectsTwice: await findTwice(target),
    pushes,
  };
}

type Before = ReturnType<typeof standOf>;
const standOf = ({ crowd, tap }: { crowd: Crowd; tap: Tap }) => ({
  at: new Date(),
  operations: crowd.operations.length,
  contradictions: crowd.writes.contradictions.length,
  twice: tap.twice(),
  repeated: crowd.bank.repeated(),
});

/** Buyers buy; something goes wrong, and is mended; they are let go on until the shop has recovered. */
async function play(stage: Stage, fault: Fault, say: Say): Promise<Row> {
  const { target, crowd, market, prober } = stage;
  const before = standOf(stage);
  crowd.goOn();
  await pause(WARM_UP);
  say(`${fault.name}.`);
  await fault.strike(stage);
  try {
    await pause(fault.lasts);
  } finally {
    await fault.mend(stage);
  }
  const recoveredIn = await recovery(target.gateways, crowd.client, market, prober);
  await pause(AFTERMATH);
  await crowd.halt();
  return reckon(stage, fault, before, recoveredIn);
}

export type Plan = {
  readonly seed: number;
  readonly faults: readonly Fault[];
  /** After which no further fault is begun. */
  readonly minutes?: number;
};

async function openStage(target: Target, seed: number): Promise<Stage> {
  const market = await openMarket(target.place);
  const crowd = await gather(target, market, seed, BUYERS);
  const prober = await market.shop.buyer('Prober');
  return { target, market, crowd, prober, chance: newChance(seed), tap: openTap(target) };
}

/** Plays faults one after another. @param keep is told of each row */
export async function run(target: Target, plan: Plan, say: Say, keep: (row: Row) => void): Promise<void> {
  const { seed, faults, minutes = Infinity } = plan;
  const deadline = performance.now() + minutes * 60_000;
  const stage = await openStage(target, seed);
  for (const fault of faults) {
    if (performance.now() > deadline) break;
    keep(await play(stage, fault, say));
  }
  await stage.tap.stop();
}
