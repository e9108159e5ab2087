import { parseValue, valueFromASTUntyped } from 'graphql';
import type { Ask } from './case';

type Line = (ask: Draft, rest: string) => void;
type Draft = { -readonly [Name in keyof Ask]: Ask[Name] } & { query: string };

const literal = (text: string) => valueFromASTUntyped(parseValue(text));
const words = (text: string) => text.split(/\s+/).filter(Boolean);

/** What a line of the table says, by its first word. All other lines are the operation. */
const LINES: Record<string, Line> = {
  '=': (ask, rest) => (ask.data = literal(rest)),
  event: (ask, rest) => (ask.events = [...(ask.events ?? []), literal(rest)]),
  with: (ask, rest) => (ask.variables = literal(rest) as Record<string, unknown>),
  errors: (ask, rest) => (ask.errors = rest === 'some' ? 'some' : words(rest)),
  asked: (ask, rest) => (ask.asked = words(rest).toSorted()),
  down: (ask, rest) => (ask.down = words(rest)),
  alone: (ask, rest) => (ask.alone = rest),
  stock: (ask, rest) => (ask.stock = rest),
  ours: (ask, rest) => (ask.ours = rest),
};

function readAsk(text: string): Ask {
  const [it = '', ...lines] = text.trim().split('\n');
  const ask: Draft = { it, query: '' };
  for (const line of lines.map((each) => each.trim())) {
    const [, word = '', rest = ''] = /^(\S+)\s*(.*)$/s.exec(line) ?? [];
    const read = LINES[word];
    if (read) read(ask, rest);
    else ask.query += `${line}\n`;
  }
  return ask;
}

/**
 * Reads a table of operations. An entry begins with `*` and says what it shows; then come the operation and, each on its line:
 * `= data` in GraphQL's notation of values, `with variables`, `errors` with their paths or `some`, `asked` rooms, `down` rooms,
 * `event data` of a subscription, and `alone`, `stock` and `ours` with the reason why those answer something else.
 */
export const readAsks = (table: string): Ask[] =>
  table
    .split(/^\s*\* /m)
    .slice(1)
    .map(readAsk);
