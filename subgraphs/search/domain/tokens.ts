import { chunksOf, type Chunk, type Part } from './chunks';
import { fold } from './fold';
import { stem } from './stem';

/** Reads text that is written without blanks. */
export type HanReader = {
  /** The words of a run in order; together they are the run. */
  cut(run: string): readonly string[];
  /** Shorter words inside a word. */
  inside(word: string): readonly string[];
  /** Its pinyin without tones, one syllable a character; empty where there is none. */
  syllables(run: string): readonly string[];
};

/** A word for the dictionary: what is typed for it (`cafe`, `bijiben`) and how it is shown (`café`, `笔记本`). */
export type DictionaryWord = { readonly word: string; readonly text: string };

/** A place in a text and the terms under which it is found. */
export type Token = {
  readonly start: number;
  readonly end: number;
  readonly terms: readonly string[];
  readonly words?: readonly DictionaryWord[];
};

export const termOf = (word: string): string => stem(fold(word));

const LETTERS_ONLY = /^\p{L}{3,40}$/u;
const NUMBER_RUNS = /\p{N}+(?:[.,]\p{N}+)*|[^\p{N}.,]+/gu;
const MAX_JOINED = 40;

/** How a word of letters stands in the dictionary; codes and numbers do not. */
export function dictionaryWord(text: string): DictionaryWord | null {
  const word = fold(text);
  return LETTERS_ONLY.test(word) ? { word, text: text.toLowerCase().normalize('NFC') } : null;
}

function* plainTokens({ text, start, end }: Part): Generator<Token> {
  const entry = dictionaryWord(text);
  yield { start, end, terms: [termOf(text)], words: entry ? [entry] : [] };
  // `XPS13` and `128GB` are found by `13` and `128` as well.
  const runs = [...text.matchAll(NUMBER_RUNS)];
  if (runs.length < 2) return;
  for (const run of runs) yield { start: start + run.index, end: start + run.index + run[0].length, terms: [termOf(run[0])] };
}

/** A stretch of a Han run under its characters and its pinyin. */
function hanToken({ text, start }: Part, syllables: readonly string[], from: number, to: number, isWord: boolean): Token {
  const characters = text.slice(from, to);
  const pinyin = syllables.slice(from, to).join('');
  const words = isWord && to - from > 1 ? [characters, pinyin].filter(Boolean).map((word) => ({ word, text: characters })) : [];
  return { start: start + from, end: start + to, terms: pinyin ? [characters, termOf(pinyin)] : [characters], words };
}

function* characters(word: string, start: number, token: (from: number, to: number, isWord: boolean) => Token): Generator<Token> {
  let from = start;
  for (const character of word) yield token(from, (from += character.length), false);
}

function* hanTokens(part: Part, han: HanReader): Generator<Token> {
  const { text } = part;
  const spoken = han.syllables(text);
  const syllables = spoken.length === text.length ? spoken : [];
  const token = (from: number, to: number, isWord: boolean) => hanToken(part, syllables, from, to, isWord);
  let from = 0;
  const words = han.cut(text);
  for (const word of words) {
    const to = from + word.length;
    yield token(from, to, true);
    for (const shorter of han.inside(word)) yield token(from + word.indexOf(shorter), from + word.indexOf(shorter) + shorter.length, true);
    if ([...word].length > 1) yield* characters(word, from, token);
    from = to;
  }
  if (words.length > 1 && text.length <= MAX_JOINED) yield token(0, text.length, false);
}

const isPlain = ({ parts }: Chunk) => parts.every((part) => !part.han);
/** A chunk's parts as one word: `xps13`, `wifi`, `noisecancelling`. Null when there is no point in it. */
export function joined(chunk: Chunk): string | null {
  if (chunk.parts.length < 2 || !isPlain(chunk)) return null;
  const word = fold(chunk.parts.map((part) => part.text).join(''));
  return word.length <= MAX_JOINED ? word : null;
}

const NUMBER = /^\p{N}+$/u;
const LETTERS = /^\p{L}+$/u;
/** `XPS 13` and `128 GB` are found as `xps13` and `128gb`. */
function neighbours(left: Chunk, right: Chunk): Token | null {
  const [first, second] = [left.parts[0], right.parts[0]];
  if (!first || !second || left.parts.length + right.parts.length > 2 || right.start !== left.end + 1) return null;
  const model = LETTERS.test(first.text) && /^\p{N}/u.test(second.text);
  const quantity = NUMBER.test(first.text) && LETTERS.test(second.text) && second.text.length <= 3;
  if (first.han || second.han || !(model || quantity)) return null;
  return { start: left.start, end: right.end, terms: [termOf(first.text + second.text)] };
}

/** Every place of a text under which it can be found. */
export function* tokensOf(text: string, han: HanReader): Generator<Token> {
  let left: Chunk | null = null;
  for (const chunk of chunksOf(text)) {
    for (const part of chunk.parts) yield* part.han ? hanTokens(part, han) : plainTokens(part);
    const whole = joined(chunk);
    if (whole) yield { start: chunk.start, end: chunk.end, terms: [stem(whole)] };
    const pair = left && neighbours(left, chunk);
    if (pair) yield pair;
    left = chunk;
  }
}
