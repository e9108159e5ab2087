/** A stretch of one script inside a text, with its place there. */
export type Part = { readonly text: string; readonly start: number; readonly end: number; readonly han: boolean };
/** What stands between blanks, and is written as one: `noise-cancelling`, `XPS-13`, `3.5mm`, `笔记本电脑`. */
export type Chunk = { readonly start: number; readonly end: number; readonly parts: readonly Part[] };

const LETTER = '[\\p{L}\\p{N}\\p{M}]';
// A point or comma between digits belongs to the number.
const PART = `${LETTER}+(?:(?<=\\p{N})[.,](?=\\p{N})${LETTER}+)*`;
const CHUNK = new RegExp(`${PART}(?:[-‐‑–._/'’+&]${PART})*`, 'gu');
const PARTS = new RegExp(PART, 'gu');
const HAN = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー々';
const SCRIPTS = new RegExp(`[${HAN}]+|[^${HAN}]+`, 'gu');
const STARTS_HAN = new RegExp(`^[${HAN}]`, 'u');

const place = (match: RegExpExecArray, offset: number) => {
  const [text] = match;
  const start = offset + match.index;
  return { text, start, end: start + text.length };
};

const partsOf = (chunk: string, offset: number): Part[] =>
  [...chunk.matchAll(PARTS)].flatMap((part) =>
    [...part[0].matchAll(SCRIPTS)].map((script) => ({
      ...place(script, offset + part.index),
      han: STARTS_HAN.test(script[0]),
    })),
  );

/** Reads a text as chunks; whatever is not a letter or a digit only separates them. */
export const chunksOf = (text: string): Chunk[] =>
  [...text.matchAll(CHUNK)].map((match) => {
    const { start, end } = place(match, 0);
    return { start, end, parts: partsOf(match[0], start) };
  });
