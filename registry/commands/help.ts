import type { Command, Commands, Option } from './command';
import { PROGRAM } from './program';

const COMMON: Readonly<Record<string, Option>> = {
  json: { type: 'boolean', meaning: 'The answer as one JSON document.' },
  help: { type: 'boolean', meaning: 'This.' },
};

const ENDS = `Ends with 0 when all is fine, 1 for a breaking change, 2 for what does not compose, 3 for lint, 4 when an operation of a
client breaks, 5 when the registry is out of reach, 64 when it was asked for wrongly.`;

/** Left column as wide as its widest text. */
function columns(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(0, ...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`).join('\n');
}

export const optionsOf = ({ options }: Command): Readonly<Record<string, Option>> => ({ ...options, ...COMMON });

export const usageOf = (name: string, { usage }: Command): string =>
  usage.map((each) => `  ${PROGRAM} ${name} ${each}`.trimEnd()).join('\n');

export function helpOf(name: string, command: Command): string {
  const options = Object.entries(optionsOf(command)).map(
    ([option, { value, meaning }]) => [`--${option}${value ? ` ${value}` : ''}`, meaning] as const,
  );
  return `${command.summary}\n\nUsage:\n${usageOf(name, command)}\n\nOptions:\n${columns(options)}\n\n${ENDS}\n`;
}

/** All commands, a line each. */
export async function overview(commands: Commands): Promise<string> {
  const rows = await Promise.all(
    Object.entries(commands).map(async ([name, load]) => [name, (await load()).summary] as const),
  );
  return `The schema registry: a change that would break a client never lands.\n\n${columns(rows)}\n\nMore about each: ${PROGRAM} COMMAND --help\n\n${ENDS}\n`;
}
