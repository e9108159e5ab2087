import { endAll } from './measure/processes';
import { readOptions, USAGE, type Options, type SectionName } from './options';
import { holds, ofBudget, written, type Section } from './report';
import { writeDocument } from './document';
import { runBench, tell } from './run';

type Say = (what: string) => void;

// Loaded when asked for: each brings along what it compares.
const MEASURES: Record<SectionName, () => Promise<(options: Options, say: Say) => Promise<Section>>> = {
  federated: async () => (await import('./federated/measure')).measureFederated,
  shop: async () => (await import('./shop/measure')).measureShop,
  live: async () => (await import('./live/measure')).measureLive,
  swap: async () => (await import('./swap/measure')).measureSwap,
};

const asJson = (sections: readonly Section[]) =>
  sections.map((section) => ({
    ...section,
    findings: section.findings.map((finding) => ({ ...finding, ratio: ofBudget(finding), holds: holds(finding) })),
  }));

async function measure(options: Options): Promise<void> {
  const sections: Section[] = [];
  for (const name of options.sections) {
    const run = await MEASURES[name]();
    sections.push(await run(options, (what) => tell(`${name}: ${what}`)));
    await endAll();
    if (!options.json) process.stdout.write(`\n# ${name}\n\n${written(sections.at(-1) as Section)}\n`);
  }
  if (options.json) process.stdout.write(`${JSON.stringify(asJson(sections), null, 2)}\n`);
  if (options.write) await writeDocument(sections);
}

runBench(readOptions, USAGE, measure);
