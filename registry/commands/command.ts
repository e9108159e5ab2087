import type { Exit } from '../findings/verdict';
import type { Store } from '../store/store';
import type { Paint } from './paint';

/** An option as `node:util`'s parseArgs takes it, and as the help shows it. A boolean one has no `value`. */
export type Option = {
  readonly type: 'string' | 'boolean';
  readonly multiple?: boolean;
  /** What stands for the value in the help: `FILE`. */
  readonly value?: string;
  readonly meaning: string;
};

export type Parsed = {
  readonly values: Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>;
  readonly positionals: readonly string[];
  /** Whether a program reads the answer: then it is one JSON document on stdout, and nothing else is. */
  readonly json: boolean;
};

/** What a command stands on. Nothing else of the process is its business. */
export type Ground = {
  /** Opened at the first call, closed by whoever runs the command. @throws StoreUnreachableError */
  store(): Promise<Store>;
  now(): Date;
  /** Relative paths start here. */
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  readonly input: NodeJS.ReadableStream;
  /** The answer, on stdout. */
  write(text: string): void;
  /** What is for a person who waits, on stderr. */
  tell(text: string): void;
  readonly paint: Paint;
};

export type Command = {
  /** One sentence for the list of commands. */
  readonly summary: string;
  /** What follows the command's name, a line for each way to use it. */
  readonly usage: readonly string[];
  readonly options: Readonly<Record<string, Option>>;
  readonly run: (parsed: Parsed, ground: Ground) => Promise<Exit>;
};

/** By name. Each is loaded when it is run: what one needs is not another's time to start. */
export type Commands = Readonly<Record<string, () => Promise<Command>>>;

/** The command was not given what it needs. Its message is a sentence; the usage follows it. */
export class WrongUse extends Error {
  override name = 'WrongUse';
}

/** The value of a string option; undefined where it is not given. */
export function textOf({ values }: Parsed, name: string): string | undefined {
  const value = values[name];
  if (value === '') throw new WrongUse(`--${name} is empty.`);
  return typeof value === 'string' ? value : undefined;
}

/** @throws WrongUse where it is not given */
export function needed(parsed: Parsed, name: string): string {
  const value = textOf(parsed, name);
  if (value === undefined) throw new WrongUse(`--${name} is needed.`);
  return value;
}
