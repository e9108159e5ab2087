import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { anchor } from '../markdown';

const ROOT = path.join(__dirname, '..', '..', '..');
const LINK = /\]\((?!https?:|mailto:)([^)\s]*)\)/g;

const pages = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync(path.join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => path.join('docs', file)),
];

const anchorsOf = (file: string): string[] =>
  (readFileSync(file, 'utf8').match(/^#+ .*$/gm) ?? []).map((heading) => anchor(heading.replace(/^#+ /, '')));

function isBroken(page: string, link: string): boolean {
  const [target = '', heading] = link.split('#');
  const file = target === '' ? path.join(ROOT, page) : path.join(ROOT, path.dirname(page), target);
  return !existsSync(file) || (heading !== undefined && !anchorsOf(file).includes(heading));
}

it.each(pages)('given %s, when its links are followed, then all lead somewhere', (page) => {
  const text = readFileSync(path.join(ROOT, page), 'utf8');
  const links = [...text.matchAll(LINK)].map(([, link = '']) => link);
  expect(links.filter((link) => isBroken(page, link))).toEqual([]);
});
