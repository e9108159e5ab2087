import { EXIT, type Exit } from '../findings/verdict';
import { PROPOSAL_OPTIONS, PROPOSAL_USAGE, readProposal } from '../proposal/read';
import type { Command } from './command';
import { progressOf } from './progress';
import { report, REPORT_OPTIONS, REPORT_USAGE } from './report';
import { PROGRAM } from './program';

const NEXT: Partial<Record<Exit, string>> = {
  [EXIT.fine]: `Next: ${PROGRAM} publish`,
  [EXIT.composition]: 'Next: mend what does not compose, and check again.',
  [EXIT.lint]: 'Next: mend it, or let registry.yaml leave it alone, and check again.',
};
const APPROVE = `Next: make it safe as is said above, or let somebody approve it: ${PROGRAM} approve --help`;

async function run(...[parsed, ground]: Parameters<Command['run']>): Promise<Exit> {
  const proposal = await readProposal(parsed, ground);
  const store = await ground.store();
  const { check } = await import('../check');
  const { findings, against, changes } = await check(proposal, store, await store.now(), progressOf(ground));
  return report(findings, parsed, ground, {
    more: { store: store.name, against, changes },
    next: (exit) => NEXT[exit] ?? APPROVE,
  });
}

export const check: Command = {
  summary: 'Whether a change may land: does it compose, whom does it break, does it keep the rules, what does it cost.',
  usage: [`${PROPOSAL_USAGE} ${REPORT_USAGE}`],
  options: { ...PROPOSAL_OPTIONS, ...REPORT_OPTIONS },
  run,
};
