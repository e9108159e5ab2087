/** One line that a table can hold. */
const cell = (text: string): string => text.replaceAll(/\s+/g, ' ').replaceAll('|', '\\|').trim();

const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;

export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');

export const code = (text: string): string => `\`${text}\``;

export const mermaid = (lines: readonly string[]): string => ['```mermaid', ...lines, '```'].join('\n');

/** Parts one below the other; what is empty leaves no gap. */
export const blocks = (parts: readonly string[]): string => parts.filter((part) => part !== '').join('\n\n');

/** The anchor that a heading gets where Markdown is shown: as GitHub makes them. */
export const anchor = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\w\- ]/g, '')
    .replaceAll(' ', '-');

const NOTICE = '<!-- Generated from the declarations by `npm run docs`. Do not edit. -->';

/** A page of the reference. */
export const page = (title: string, introduction: string, parts: readonly string[]): string =>
  `${blocks([NOTICE, `# ${title}`, introduction, ...parts])}\n`;

export const byName = <T>(nameOf: (item: T) => string) => {
  return (a: T, b: T): number => (nameOf(a) < nameOf(b) ? -1 : nameOf(a) > nameOf(b) ? 1 : 0);
};
