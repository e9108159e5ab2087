import { parseArgs } from 'node:util';
import { newSeed } from './buyers/crowd';

export type Options = {
  readonly seed: number;
  /** After which no further fault is begun; all are played when it is not given. */
  readonly minutes?: number;
  readonly short: boolean;
  /** Whether docs/reliability.md is written. */
  readonly report: boolean;
  /** Only faults whose name holds this. */
  readonly only?: string;
};

/** A mistake on the command line; the message says what may stand there. */
export class OptionsError extends Error {
  override name = 'SettingsError';
}

function numberIn(text: string | undefined, name: string, least: number): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (!Number.isFinite(value) || value < least) throw new OptionsError(`--${name} must be a number from ${least} on.`);
  return value;
}

/** @throws OptionsError */
export function readOptions(args: readonly string[]): Options {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { seed: text, minutes: text, only: text, short: flag, report: flag },
    });
    return {
      seed: numberIn(values.seed, 'seed', 0) ?? newSeed(),
      minutes: numberIn(values.minutes, 'minutes', 0.1),
      short: values.short,
      report: values.report,
      only: values.only,
    };
  } catch (error) {
    throw new OptionsError(`${(error as Error).message} Say: npm run test:faults -- --minutes 3 --seed 7 --report`);
  }
}
