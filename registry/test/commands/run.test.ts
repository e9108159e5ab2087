import { Readable } from 'node:stream';
import type { Command, Commands, Ground } from '../../commands/command';
import { needed } from '../../commands/command';
import { paintFor } from '../../commands/paint';
import { run } from '../../commands/run';
import { StoreRefusal, StoreUnreachableError } from '../../store/store';

function groundOf() {
  const said = { out: '', err: '' };
  const ground: Ground = {
    store: async () => {
      throw new StoreUnreachableError('The registry does not answer. Start it.');
    },
    now: () => new Date('2026-11-20T12:00:00Z'),
    cwd: '.',
    env: {},
    input: Readable.from([]),
    write: (text) => void (said.out += text),
    tell: (text) => void (said.err += text),
    paint: paintFor({}, {}),
  };
  return { said, ground };
}

const greet: Command = {
  summary: 'Greets.',
  usage: ['--name NAME'],
  options: { name: { type: 'string', value: 'NAME', meaning: 'Who is greeted.' } },
  run: async (parsed, ground) => {
    ground.write(`Hello ${needed(parsed, 'name')}\n`);
    return 0;
  },
};
const reach: Command = { ...greet, run: async (_, ground) => (await ground.store()) && 0 };
const refuse: Command = {
  ...greet,
  run: async () => {
    throw new StoreRefusal('The name is taken.');
  },
};
const table: Commands = { greet: async () => greet, reach: async () => reach, refuse: async () => refuse };

async function ran(...argv: string[]) {
  const { said, ground } = groundOf();
  return { exit: await run(argv, ground, table), ...said };
}

test('given a command with its options, then it is run', async () => {
  expect(await ran('greet', '--name', 'you')).toEqual({ exit: 0, out: 'Hello you\n', err: '' });
});

test.each([
  [['greet'], '--name is needed.'],
  [['greet', '--name', ''], '--name is empty.'],
  [['greet', '--nmae', 'you'], "Unknown option '--nmae'"],
  [['greets'], 'There is no command "greets".'],
  [[], 'Say what to do.'],
])('given wrong use %j, then it ends with 64 and says how to use it', async (argv, sentence) => {
  const { exit, out, err } = await ran(...argv);
  expect(exit).toBe(64);
  expect(out).toBe('');
  expect(err).toContain(sentence);
  expect(err).toContain('greet');
});

test('given wrong use by a program, then it reads of it in one document', async () => {
  const { exit, out } = await ran('greet', '--json');
  expect([exit, JSON.parse(out)]).toEqual([64, { error: '--name is needed.', exit: 64 }]);
});

test('given --help, then the command tells its options', async () => {
  const { exit, out } = await ran('greet', '--help');
  expect(exit).toBe(0);
  expect(out).toContain('--name NAME');
});

test('given a store that does not answer, then it ends with 5 and a sentence, and with one document for a program', async () => {
  expect(await ran('reach')).toEqual({ exit: 5, out: '', err: 'The registry does not answer. Start it.\n' });
  const { out } = await ran('reach', '--json');
  expect(JSON.parse(out)).toEqual({ error: 'The registry does not answer. Start it.', exit: 5 });
});

test('given what a store must refuse, then it ends with 1', async () => {
  expect(await ran('refuse')).toMatchObject({ exit: 1, err: 'The name is taken.\n' });
});

test('colours are for terminals, and NO_COLOR is respected', () => {
  expect(paintFor({ isTTY: true }, {}).red('x')).not.toBe('x');
  expect(paintFor({ isTTY: true }, { NO_COLOR: '1' }).red('x')).toBe('x');
  expect(paintFor({}, {}).red('x')).toBe('x');
});
