import { parseArgs } from 'node:util';
import { EXIT, type Exit } from '../findings/verdict';
import { StaleReleaseError, StoreRefusal, StoreUnreachableError } from '../store/store';
import { WrongUse, type Command, type Commands, type Ground, type Parsed } from './command';
import { helpOf, optionsOf, overview, usageOf } from './help';
import { commands } from './index';

/** @throws WrongUse */
function parse(command: Command, argv: readonly string[]): Parsed & { readonly help: boolean } {
  try {
    const { values, positionals } = parseArgs({ args: [...argv], options: optionsOf(command), allowPositionals: true });
    return { values, positionals, json: values.json === true, help: values.help === true };
  } catch (error) {
    throw new WrongUse((error as Error).message, { cause: error });
  }
}

/** What a person is told of an error that was foreseen, and what the command ends with. Throws every other. */
function refusal(error: unknown): readonly [string, Exit] {
  if (error instanceof WrongUse) return [error.message, EXIT.wrongUse];
  if (error instanceof StoreUnreachableError) return [error.message, EXIT.unreachable];
  if (error instanceof StoreRefusal || error instanceof StaleReleaseError) return [error.message, EXIT.breaking];
  throw error;
}

async function runNamed(name: string, command: Command, argv: readonly string[], ground: Ground): Promise<Exit> {
  const { paint } = ground;
  try {
    const parsed = parse(command, argv);
    if (parsed.help) {
      ground.write(helpOf(name, command));
      return EXIT.fine;
    }
    return await command.run(parsed, ground);
  } catch (error) {
    const [sentence, exit] = refusal(error);
    if (argv.includes('--json')) ground.write(`${JSON.stringify({ error: sentence, exit })}\n`);
    const usage = exit === EXIT.wrongUse ? `\nUsage:\n${usageOf(name, command)}\n` : '';
    ground.tell(`${paint.red(sentence)}\n${usage}`);
    return exit;
  }
}

/** Runs what a command line says. Answers what the process is to end with. */
export async function run(
  [name, ...argv]: readonly string[],
  ground: Ground,
  table: Commands = commands,
): Promise<Exit> {
  if (name === '--help' || name === '-h' || name === 'help') {
    ground.write(await overview(table));
    return EXIT.fine;
  }
  const load = name !== undefined && Object.hasOwn(table, name) ? table[name] : undefined;
  if (name === undefined || !load) {
    const said = name === undefined ? 'Say what to do.' : `There is no command "${name}".`;
    ground.tell(`${ground.paint.red(said)}\n\n${await overview(table)}`);
    return EXIT.wrongUse;
  }
  return runNamed(name, await load(), argv, ground);
}
