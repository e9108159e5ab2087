import { endAll } from './measure/processes';
import { OptionsError, readOptions, USAGE, type Options, type SectionName } from './options';
import { holds, ofBudget, written, type Section } from './report';
import { writeDocument } from './document';

type Say = (what: string) => void;

// Loaded when asked for: each brings along what it compares.
const MEASURES: Record<SectionName, () => Promise<(options: Options, say: Say) => Promise<Section>>> = {
  federated: async () => (await import('./federated/measure')).measureFederated,
  shop: async () => (await import('./shop/measure')).measureShop,
  live: async () => (await import('./live/measure')).measureLive,
  swap: async () => (await import('./swap/measure')).measureSwap,
};

const began = performance.now();
const sayFor =
  (section: SectionName): Say =>
  (what) =>
    void process.stderr.write(
      `${((performance.now() - began) / 1000).toFixed(0).padStart(5)} s  ${section}: ${what}\n`,
    );

const asJson = (sections: readonly Section[]) =>
  sections.map((section) => ({
    ...section,
    findings: section.findings.map((finding) => ({ ...finding, ratio: ofBudget(finding), holds: holds(finding) })),
  }));

async function measure(options: Options): Promise<void> {
  const sections: Section[] = [];
  for (const name of options.sections) {
    const run = await MEASURES[name]();
    sections.push(await run(options, sayFor(name)));
    await endAll();
    if (!options.json) process.stdout.write(`\n# ${name}\n\n${written(sections.at(-1) as Section)}\n`);
  }
  if (options.json) process.stdout.write(`${JSON.stringify(asJson(sections), null, 2)}\n`);
  if (options.write) await writeDocument(sections);
}

const INTERRUPTED = 130;

function fail(error: unknown): void {
  // What is asked while all is being closed fails, and nobody wants to know.
  if (process.exitCode === INTERRUPTED) return;
  process.stderr.write(`${error instanceof OptionsError ? error.message : (error as Error).stack}\n`);
  process.exitCode = 1;
}

async function main(): Promise<void> {
  try {
    const options = readOptions(process.argv.slice(2));
    if (options.help) return void process.stdout.write(USAGE);
    if (process.platform !== 'linux') throw new OptionsError('CPU time is read from /proc: this needs Linux.');
    await measure(options);
  } catch (error) {
    fail(error);
  } finally {
    await endAll();
  }
}

function interrupted(): void {
  process.exitCode = INTERRUPTED;
  void endAll().then(() => process.exit());
}
process.once('SIGINT', interrupted).once('SIGTERM', interrupted);

void main();
