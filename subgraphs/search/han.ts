import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { HanReader } from './domain/tokens';

const load = createRequire(__filename);

/**
 * Chinese words by jieba, pinyin by pinyin-pro. Their dictionaries take 70 MB and a fifth of a second: they are read when the
 * first Chinese text comes, and never in a shop that has none.
 */
function open(): HanReader {
  const { Jieba } = load('@node-rs/jieba') as typeof import('@node-rs/jieba');
  const { pinyin } = load('pinyin-pro') as typeof import('pinyin-pro');
  const jieba = Jieba.withDict(readFileSync(load.resolve('@node-rs/jieba/dict.txt')));
  return {
    cut: (run) => jieba.cut(run, true),
    inside: (word) => (word.length > 2 ? jieba.cutForSearch(word, true).filter((shorter) => shorter !== word) : []),
    syllables(run) {
      // Kana has no pinyin, and a run that mixes them is Japanese.
      if (!/^\p{Script=Han}+$/u.test(run)) return [];
      return pinyin(run, { toneType: 'none', type: 'array', v: true });
    },
  };
}

let opened: HanReader | undefined;
const reader = () => (opened ??= open());

export const han: HanReader = {
  cut: (run) => reader().cut(run),
  inside: (word) => reader().inside(word),
  syllables: (run) => reader().syllables(run),
};
