import { appendFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { asAnnotations } from '../findings/annotations';
import type { Finding } from '../findings/finding';
import { forPeople } from '../findings/human';
import { asMarkdown } from '../findings/markdown';
import { asSarif } from '../findings/sarif';
import { EXIT, exitOf, type Exit } from '../findings/verdict';
import { countsOf, summaryOf } from '../findings/words';
import { textOf, WrongUse, type Ground, type Option, type Parsed } from './command';

/** Options of every command that ends with findings. */
export const REPORT_OPTIONS: Readonly<Record<string, Option>> = {
  github: {
    type: 'boolean',
    meaning: 'Annotations and a job summary for GitHub; by itself where GITHUB_ACTIONS=true.',
  },
  markdown: { type: 'string', value: 'FILE', meaning: 'Writes a summary in Markdown, too.' },
  sarif: { type: 'string', value: 'FILE', meaning: 'Writes the findings as SARIF 2.1.0, too.' },
};
export const REPORT_USAGE = '[--json] [--github] [--markdown FILE] [--sarif FILE]';

async function write(file: string, text: string, { cwd }: Ground): Promise<void> {
  try {
    await writeFile(path.resolve(cwd, file), text);
  } catch (error) {
    throw new WrongUse(`${file} cannot be written: ${(error as Error).message}`, { cause: error });
  }
}

async function writeFiles(findings: readonly Finding[], exit: Exit, parsed: Parsed, ground: Ground): Promise<void> {
  const [markdown, sarif] = [textOf(parsed, 'markdown'), textOf(parsed, 'sarif')];
  if (markdown !== undefined) await write(markdown, asMarkdown(findings, exit), ground);
  if (sarif !== undefined) await write(sarif, asSarif(findings), ground);
  if (parsed.values.github !== true && ground.env.GITHUB_ACTIONS !== 'true') return;
  // A program that reads the answer reads stdout; GitHub reads both.
  const annotate = parsed.json ? ground.tell : ground.write;
  annotate(asAnnotations(findings));
  const { GITHUB_STEP_SUMMARY: summary } = ground.env;
  if (summary) await appendFile(summary, asMarkdown(findings, exit));
}

/**
 * Tells what was found in every way that is asked for. Answers what the command ends with.
 * @param more fields for programs
 * @param next what to do now, a sentence
 */
export async function report(
  findings: readonly Finding[],
  parsed: Parsed,
  ground: Ground,
  { more = {}, next }: { readonly more?: Readonly<Record<string, unknown>>; readonly next: (exit: Exit) => string },
): Promise<Exit> {
  const exit = exitOf(findings);
  const { paint } = ground;
  if (parsed.json) ground.write(`${JSON.stringify({ exit, ...countsOf(findings), ...more, findings }, null, 2)}\n`);
  else {
    const told = forPeople(findings, paint);
    const verdict = exit === EXIT.fine ? paint.green : paint.red;
    ground.write(`${told}${told === '' ? '' : '\n\n'}${verdict(summaryOf(findings, exit))}\n${next(exit)}\n`);
  }
  await writeFiles(findings, exit, parsed, ground);
  return exit;
}
