import { parseAll } from '../composition/parse';
import { EXIT, type Exit } from '../findings/verdict';
import { PROPOSAL_OPTIONS, PROPOSAL_USAGE, readProposal } from '../proposal/read';
import { DEFAULTS } from '../proposal/settings';
import type { Command } from './command';
import { report, REPORT_OPTIONS, REPORT_USAGE } from './report';
import { PROGRAM } from './program';

async function run(...[parsed, ground]: Parameters<Command['run']>): Promise<Exit> {
  const { subgraphs, settings = DEFAULTS } = await readProposal(parsed, ground);
  const all = parseAll(subgraphs);
  const next = (exit: Exit) =>
    exit === EXIT.fine ? `Next: ${PROGRAM} check` : 'Next: mend it, or let registry.yaml leave it alone.';
  if ('findings' in all) return report(all.findings, parsed, ground, { next });
  const { lintSubgraphs } = await import('../lint/lint');
  const { knownPolicies } = await import('../lint/baseline');
  const { subgraph } = parsed.values;
  const chosen = subgraph === undefined ? all.subgraphs : all.subgraphs.filter(({ name }) => name === subgraph);
  const findings = lintSubgraphs(chosen, all.subgraphs, settings, await knownPolicies(settings));
  return report(findings, parsed, ground, { next });
}

export const lint: Command = {
  summary: 'Everything in the schemas that the rules do not allow, whether it is new or not.',
  usage: [`${PROPOSAL_USAGE} ${REPORT_USAGE}`],
  options: { ...PROPOSAL_OPTIONS, ...REPORT_OPTIONS },
  run,
};
