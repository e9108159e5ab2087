import type { Checked, Proposal } from '../check';
import { EXIT, exitOf, type Exit } from '../findings/verdict';
import { PROPOSAL_OPTIONS, PROPOSAL_USAGE, readProposal, rulesOf } from '../proposal/read';
import type { Release, Store } from '../store/store';
import { versionIdOf } from '../store/versions';
import { answer } from './answer';
import { AUTHOR_OPTIONS } from './author';
import { WrongUse, type Command, type Ground, type Parsed } from './command';
import { progressOf } from './progress';
import { versionOf } from './push';
import { report, REPORT_OPTIONS, REPORT_USAGE } from './report';
import { PROGRAM } from './program';

/** A version that was pushed, as if it were proposed. @throws WrongUse */
async function pushed(id: string, store: Store, parsed: Parsed, ground: Ground): Promise<Proposal> {
  const options = Object.keys(PROPOSAL_OPTIONS).filter((name) => parsed.values[name] !== undefined);
  if (options.length > 0) throw new WrongUse(`A version has its schemas: leave out --${options.join(', --')}.`);
  const version = await store.version(id);
  if (!version) throw new WrongUse(`There is no version ${id} in ${store.name}. Push it first.`);
  const subgraphs = version.subgraphs.map((each) => ({ ...each, file: `${each.name}.graphql` }));
  return { subgraphs, ...rulesOf(ground) };
}

/** @throws StaleReleaseError when somebody else has published since it was checked */
async function release(proposal: Proposal, checked: Checked, store: Store, parsed: Parsed, ground: Ground) {
  const { supergraph = '', against, changes } = checked;
  const version = await versionOf(proposal, supergraph, parsed, ground);
  await store.push(version);
  return store.publish({ version: version.id, kind: 'publish', published: version.pushed, changes }, against);
}

function already(live: Release, parsed: Parsed, ground: Ground): Exit {
  const text = `Version ${live.version} is live already, as release ${live.number}. Nothing was changed.`;
  answer(ground, parsed, { published: false, already: true, release: live }, text);
  return EXIT.fine;
}

const told = ({ number, version }: Release): string =>
  [
    `Release ${number} is live: version ${version}. Gateways that follow the registry take it up by themselves.`,
    ...(number > 1 ? [`To undo this: ${PROGRAM} rollback ${number - 1}`] : []),
  ].join('\n');

async function run(parsed: Parsed, ground: Ground): Promise<Exit> {
  const [id, ...more] = parsed.positionals;
  if (more.length > 0) throw new WrongUse(`${more.join(' ')} is not understood here.`);
  const store = await ground.store();
  const proposal = id === undefined ? await readProposal(parsed, ground) : await pushed(id, store, parsed, ground);
  const live = await store.live();
  if (live && live.version === versionIdOf(proposal.subgraphs)) return already(live, parsed, ground);
  const { check } = await import('../check');
  const checked = await check(proposal, store, await store.now(), progressOf(ground));
  if (exitOf(checked.findings) !== EXIT.fine)
    return report(checked.findings, parsed, ground, {
      more: { published: false, against: checked.against },
      next: () => 'Nothing was published. Next: make it safe as is said above, and check again.',
    });
  const made = await release(proposal, checked, store, parsed, ground);
  return report(checked.findings, parsed, ground, {
    more: { published: true, release: made },
    next: () => told(made),
  });
}

export const publish: Command = {
  summary: 'Makes a version the live one, if its check holds; without a version, what is proposed here.',
  usage: [`[VERSION] ${REPORT_USAGE}`, `${PROPOSAL_USAGE} ${REPORT_USAGE}`],
  options: { ...PROPOSAL_OPTIONS, ...AUTHOR_OPTIONS, ...REPORT_OPTIONS },
  run,
};
