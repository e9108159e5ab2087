import { type HanReader, type Token, visitTokens } from './tokens';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);

type Range = { start: number; end: number };

/** About two lines on a phone. */
const MAX_FRAGMENT = 160;
const LEAD = 40;

function isAmong(token: Token, terms: ReadonlySet<string>): boolean {
  for (const term of token.terms) if (terms.has(term)) return true;
  return false;
}

/** The places of tokens that match, as far as one fragment can show them. */
function matchesIn(text: string, terms: ReadonlySet<string>, han: HanReader): Range[] {
  const found: Range[] = [];
  let end = Infinity;
  const note = (token: Token, at: number) => {
    if (!isAmong(token, terms)) return;
    const match = { start: at + token.start, end: at + token.end };
    // What overlaps with the first match belongs to it.
    if (found.length === 0) end = match.end;
    else if (match.start < end) end = Math.max(end, match.end);
    found.push(match);
  };
  visitTokens(text, han, note, (place) => place > end + MAX_FRAGMENT);
  return found;
}

function rangesIn(text: string, terms: ReadonlySet<string>, han: HanReader): Range[] {
  const found = matchesIn(text, terms, han);
  const ranges: Range[] = [];
  for (const { start, end } of found.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = ranges.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else ranges.push({ start, end });
  }
  return ranges;
}

const splitsPair = (text: string, at: number) => /^[\uDC00-\uDFFF]/.test(text.slice(at, at + 1));

/** The stretch of a long text that shows the first match, cut at blanks where there are any. */
function windowOf(text: string, match: Range): Range {
  const lead = match.start - LEAD;
  const blank = lead > 0 ? text.indexOf(' ', lead) : -1;
  const start = lead <= 0 ? 0 : blank !== -1 && blank < match.start ? blank + 1 : match.start;
  const latest = Math.max(match.end, start + MAX_FRAGMENT);
  if (latest >= text.length) return { start, end: text.length };
  const lastBlank = text.lastIndexOf(' ', latest);
  const end = lastBlank > match.end ? lastBlank : latest;
  return { start, end: splitsPair(text, end) ? end - 1 : end };
}

/** A text with its matches in `<em>`, all else escaped for HTML; null when nothing in it matches. */
export function highlight(text: string, terms: ReadonlySet<string>, han: HanReader): string | null {
  const ranges = rangesIn(text, terms, han);
  const [first] = ranges;
  if (!first) return null;
  const shown = windowOf(text, first);
  let fragment = shown.start > 0 ? '…' : '';
  let at = shown.start;
  for (const { start, end } of ranges.filter((range) => range.end <= shown.end)) {
    fragment += `${escapeHtml(text.slice(at, start))}<em>${escapeHtml(text.slice(start, end))}</em>`;
    at = end;
  }
  return fragment + escapeHtml(text.slice(at, shown.end)) + (shown.end < text.length ? '…' : '');
}
