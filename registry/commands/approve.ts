import { DAY } from '../../platform/kernel/clock';
import type { Finding } from '../findings/finding';
import { EXIT, type Exit } from '../findings/verdict';
import { PROPOSAL_OPTIONS, readProposal } from '../proposal/read';
import type { Approval, Unsigned } from '../store/store';
import { answer, minute } from './answer';
import { AUTHOR_OPTIONS, authorOf } from './author';
import { needed, WrongUse, type Command, type Ground, type Parsed } from './command';
import { progressOf } from './progress';
import { momentOf } from './times';
import { PROGRAM } from './program';

/** Days: whoever needs longer looks again by then. */
const LONGEST = 90;

/** @throws WrongUse for a time that is over, or too far away */
function expiryOf(parsed: Parsed, now: Date): string {
  const expires = momentOf(needed(parsed, 'expires'), 'expires', now, 1);
  if (expires <= now)
    throw new WrongUse(`--expires is over: it is ${minute(now.toISOString())} by the clock of the registry.`);
  if (expires.getTime() > now.getTime() + LONGEST * DAY)
    throw new WrongUse(`--expires may be ${LONGEST} days away at most.`);
  return expires.toISOString();
}

const shown = ({ change = '', message }: Finding) => `  ${change}\n    ${message}`;

/** @throws WrongUse with the changes that may be approved, where it is none of them */
function findingOf(change: string, findings: readonly Finding[]): Finding & { schema: string } {
  const known = findings.filter((each) => each.change !== undefined);
  const found = known.find((each) => each.change === change);
  if (!found) {
    const open = known.filter(({ severity }) => severity === 'error').map(shown);
    const others = open.length > 0 ? `To be approved are:\n${open.join('\n')}` : 'Nothing in it needs an approval.';
    throw new WrongUse(`The check does not find "${change}". ${others}`);
  }
  const { schema } = found;
  if (schema === undefined) throw new WrongUse(`"${change}" is of no one subgraph's schema, and cannot be approved.`);
  return { ...found, schema };
}

async function run(parsed: Parsed, ground: Ground): Promise<Exit> {
  const [change, ...more] = parsed.positionals;
  if (!change) throw new WrongUse('Say which change is approved: the check names it.');
  if (more.length > 0) throw new WrongUse(`Put the change in quotation marks: "${[change, ...more].join(' ')}".`);
  const [reason] = [needed(parsed, 'reason').trim(), needed(parsed, 'by')];
  if (reason === '') throw new WrongUse('--reason is empty.');
  const store = await ground.store();
  const now = await store.now();
  const expiresAt = expiryOf(parsed, now);
  const proposal = await readProposal({ ...parsed, positionals: [] }, ground);
  const { check } = await import('../check');
  const { findings } = await check(proposal, store, now, progressOf(ground));
  const finding = findingOf(change, findings);
  if (finding.severity !== 'error' && !finding.approved) {
    answer(ground, parsed, { approved: false, finding }, `It needs no approval. ${finding.message}`);
    return EXIT.fine;
  }
  const approved = await authorOf(parsed, ground);
  const approval: Unsigned<Approval> = { change, schema: finding.schema, reason, expiresAt, approved };
  await store.approve(approval);
  answer(
    ground,
    parsed,
    { approved: true, approval },
    `${ground.paint.green('✓')} ${approved.by} approves ${change} until ${minute(expiresAt)}, for the schema ${finding.schema}${finding.subgraph === undefined ? '' : ` of ${finding.subgraph}`} and no other.\nNext: ${PROGRAM} check`,
  );
  return EXIT.fine;
}

export const approve: Command = {
  summary: 'Lets one breaking change of one schema land, in somebody’s name, for a reason, until a day.',
  usage: [
    'CHANGE --by NAME --reason TEXT --expires 2026-12-31|14d [--subgraph NAME --schema FILE] [--config supergraph.yaml]',
  ],
  options: {
    ...PROPOSAL_OPTIONS,
    ...AUTHOR_OPTIONS,
    reason: { type: 'string', value: 'TEXT', meaning: 'Why it may land.' },
    expires: { type: 'string', value: 'TIME', meaning: `Until when; ${LONGEST} days at most.` },
  },
  run,
};
