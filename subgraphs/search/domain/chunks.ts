/** A stretch of one script inside a text, with its place there. */
export type Part = { readonly text: string; readonly start: number; readonly end: number; readonly han: boolean };
/** What stands between blanks, and is written as one: `noise-cancelling`, `XPS-13`, `3.5mm`, `笔记本电脑`. */
export type Chunk = { readonly start: number; readonly end: number; readonly parts: readonly Part[] };

/** Patterns over an alphabet: the one of Unicode says everything, the one of ASCII says it five times as fast. */
function patterns(letter: string, number: string, flags: string) {
  // A point or comma between digits belongs to the number.
  const part = `${letter}+(?:(?<=${number})[.,](?=${number})${letter}+)*`;
  return { chunk: new RegExp(`${part}(?:[-‐‑–_/'’+&.]${part})*`, flags), part: new RegExp(part, flags) };
}
const UNICODE = patterns('[\\p{L}\\p{N}\\p{M}]', '\\p{N}', 'gu');
const ASCII = patterns('[A-Za-z0-9]', '[0-9]', 'g');
// eslint-disable-next-line no-control-regex -- the whole of ASCII
const IS_ASCII = /^[\x00-\x7f]*$/;
const SIMPLE = /^[A-Za-z0-9]+$/;

const HAN = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー々';
const SCRIPTS = new RegExp(`[${HAN}]+|[^${HAN}]+`, 'gu');
const STARTS_HAN = new RegExp(`^[${HAN}]`, 'u');

const place = (match: RegExpExecArray, offset: number) => {
  const [text] = match;
  const start = offset + match.index;
  return { text, start, end: start + text.length };
};

const scriptsOf = (part: Part): Part[] =>
  [...part.text.matchAll(SCRIPTS)].map((script) => ({ ...place(script, part.start), han: STARTS_HAN.test(script[0]) }));

function partsOf(chunk: string, start: number): Part[] {
  if (SIMPLE.test(chunk)) return [{ text: chunk, start, end: start + chunk.length, han: false }];
  const isAscii = IS_ASCII.test(chunk);
  const { part } = isAscii ? ASCII : UNICODE;
  const parts = [...chunk.matchAll(part)].map((match) => ({ ...place(match, start), han: false }));
  return isAscii ? parts : parts.flatMap(scriptsOf);
}

/** Reads a text as chunks; whatever is not a letter or a digit only separates them. */
export function* chunksOf(text: string): Generator<Chunk> {
  const { chunk } = IS_ASCII.test(text) ? ASCII : UNICODE;
  for (const match of text.matchAll(chunk)) {
    const { start, end } = place(match, 0);
    yield { start, end, parts: partsOf(match[0], start) };
  }
}
