import { type Chunk, chunksOf, type Part } from './chunks';
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

const LETTERS_ONLY = /^\p{L}{2,40}$/u;
const NUMBER_RUNS = /\p{N}+(?:[.,]\p{N}+)*|[^\p{N}.,]+/gu;
const MAX_JOINED = 40;

/** How a word of letters stands in the dictionary; codes and numbers do not. */
export function dictionaryWord(text: string): DictionaryWord | null {
  const word = fold(text);
  const shown = text.toLowerCase().normalize('NFC');
  return LETTERS_ONLY.test(word) && shown.length <= MAX_JOINED ? { word, text: shown } : null;
}

/** A word under its terms; places are counted from its own beginning. */
function read(text: string): readonly Token[] {
  const entry = dictionaryWord(text);
  const whole: Token = { start: 0, end: text.length, terms: [termOf(text)], words: entry ? [entry] : [] };
  // `XPS13` and `128GB` are found by `13` and `128` as well.
  const runs = entry ? [] : [...text.matchAll(NUMBER_RUNS)];
  if (runs.length < 2) return [whole];
  return [whole, ...runs.map((run) => ({ start: run.index, end: run.index + run[0].length, terms: [termOf(run[0])] }))];
}

/** Products use the same words over and over; reading one takes longer than remembering it. */
const readings = new Map<string, readonly Token[]>();
const MAX_READINGS = 10_000;

function remembered(text: string): readonly Token[] {
  const known = readings.get(text);
  if (known) return known;
  if (readings.size >= MAX_READINGS) readings.clear();
  const reading = read(text);
  readings.set(text, reading);
  return reading;
}

/** A stretch of a Han run under its characters and its pinyin. */
function hanToken(
  { text, start }: Part,
  syllables: readonly string[],
  from: number,
  to: number,
  isWord: boolean,
): Token {
  const shown = text.slice(from, to);
  const characters = fold(shown);
  const pinyin = syllables.slice(from, to).join('');
  const isEntry = isWord && to - from > 1 && to - from <= MAX_JOINED;
  const words = isEntry ? [characters, pinyin].filter(Boolean).map((word) => ({ word, text: shown })) : [];
  return { start: start + from, end: start + to, terms: pinyin ? [characters, termOf(pinyin)] : [characters], words };
}

type At = (from: number, to: number, isWord: boolean) => Token;

function* eachCharacter(word: string, start: number, at: At): Generator<Token> {
  let from = start;
  for (const character of word) yield at(from, (from += character.length), false);
}

function* insideWord(word: string, start: number, han: HanReader, at: At): Generator<Token> {
  for (const shorter of han.inside(word)) {
    const from = start + word.indexOf(shorter);
    yield at(from, from + shorter.length, true);
  }
  if (Array.from(word).length > 1) yield* eachCharacter(word, start, at);
}

/** A run is found by its words, by what is inside them, and by the pinyin of two neighbours or of all together. */
function* hanTokens(part: Part, han: HanReader): Generator<Token> {
  const { text } = part;
  const spoken = han.syllables(text);
  const syllables = spoken.length === text.length ? spoken : [];
  const at: At = (from, to, isWord) => hanToken(part, syllables, from, to, isWord);
  let before = 0;
  let from = 0;
  const words = han.cut(text);
  for (const word of words) {
    const to = from + word.length;
    yield at(from, to, true);
    yield* insideWord(word, from, han, at);
    if (from > 0) yield at(before, to, false);
    before = from;
    from = to;
  }
  if (words.length > 2 && text.length <= MAX_JOINED) yield at(0, text.length, false);
}

const isPlain = ({ parts }: Chunk) => parts.every((part) => !part.han);
/** A chunk's parts as one word: `xps13`, `wifi`, `noisecancelling`. Null when there is no point in it. */
export function joined(chunk: Chunk): string | null {
  if (chunk.parts.length < 2 || !isPlain(chunk)) return null;
  const word = fold(chunk.parts.map((part) => part.text).join(''));
  return word.length <= MAX_JOINED ? word : null;
}

const ASCII_END = 128;
function startsWithNumber(text: string): boolean {
  const code = text.charCodeAt(0);
  return code < ASCII_END ? code >= 48 && code <= 57 : /^\p{N}/u.test(text);
}

const NUMBER = /^\p{N}+$/u;
const LETTERS = /^\p{L}+$/u;
/** `XPS 13` and `128 GB` are found as `xps13` and `128gb`. */
function neighbours(left: Chunk, right: Chunk): Token | null {
  const [first, second] = [left.parts[0], right.parts[0]];
  if (!first || !second || left.parts.length + right.parts.length > 2 || right.start !== left.end + 1) return null;
  const endsInNumber = startsWithNumber(second.text);
  // Most neighbours are words, and this is asked of all of them.
  if (!endsInNumber && !startsWithNumber(first.text)) return null;
  const model = endsInNumber && LETTERS.test(first.text);
  const quantity = NUMBER.test(first.text) && LETTERS.test(second.text) && second.text.length <= 3;
  if (first.han || second.han || !(model || quantity)) return null;
  return { start: left.start, end: right.end, terms: [termOf(first.text + second.text)] };
}

/** Is told of a token; its places are counted from `at`. */
type Visit = (token: Token, at: number) => void;

function visitPart(part: Part, han: HanReader, visit: Visit): void {
  if (!part.han) for (const token of remembered(part.text)) visit(token, part.start);
  else for (const token of hanTokens(part, han)) visit(token, 0);
}

/**
 * Visits every place of a text under which it can be found. Nothing is made for a word that is remembered: of twenty
 * products on a page, some thousand words are looked at.
 * @param isOver whether nothing matters that begins at a place or behind it; asked of places that grow
 */
export function visitTokens(text: string, han: HanReader, visit: Visit, isOver?: (place: number) => boolean): void {
  let left: Chunk | null = null;
  for (const chunk of chunksOf(text)) {
    // A pair of neighbours begins with the left one.
    if (left && isOver?.(left.start)) return;
    for (const part of chunk.parts) visitPart(part, han, visit);
    const whole = joined(chunk);
    if (whole) visit({ start: chunk.start, end: chunk.end, terms: [stem(whole)] }, 0);
    const pair = left && neighbours(left, chunk);
    if (pair) visit(pair, 0);
    left = chunk;
  }
}
