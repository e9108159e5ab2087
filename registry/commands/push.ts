import type { Proposal } from '../check';
import { EXIT, type Exit } from '../findings/verdict';
import { PROPOSAL_OPTIONS, PROPOSAL_USAGE, readProposal } from '../proposal/read';
import type { Store, Unsigned, Version } from '../store/store';
import { versionIdOf } from '../store/versions';
import { answer } from './answer';
import { AUTHOR_OPTIONS, authorOf } from './author';
import type { Command, Ground, Parsed } from './command';
import { report, REPORT_OPTIONS, REPORT_USAGE } from './report';
import { PROGRAM } from './program';

/** What a proposal is as a version. */
export async function versionOf(
  { subgraphs }: Proposal,
  supergraph: string,
  parsed: Parsed,
  ground: Ground,
): Promise<Unsigned<Version>> {
  const kept = subgraphs.map(({ name, url, sdl }) => ({ name, url, sdl }));
  return { id: versionIdOf(kept), subgraphs: kept, supergraph, pushed: await authorOf(parsed, ground) };
}

async function composed({ subgraphs }: Proposal) {
  const [{ parseAll }, { composeBoth }] = await Promise.all([
    import('../composition/parse'),
    import('../composition/compose'),
  ]);
  const parsed = parseAll(subgraphs);
  return 'findings' in parsed ? parsed : composeBoth(parsed.subgraphs, parsed.subgraphs);
}

async function keep(store: Store, version: Unsigned<Version>): Promise<boolean> {
  const isKnown = (await store.version(version.id)) !== null;
  await store.push(version);
  return isKnown;
}

async function run(parsed: Parsed, ground: Ground): Promise<Exit> {
  const proposal = await readProposal(parsed, ground);
  const result = await composed(proposal);
  const supergraph = 'supergraph' in result ? result.supergraph : undefined;
  if (supergraph === undefined)
    return report(result.findings, parsed, ground, {
      more: { pushed: false },
      next: () => 'Nothing was pushed. Next: mend what does not compose, and push again.',
    });
  const version = await versionOf(proposal, supergraph, parsed, ground);
  const isKnown = await keep(await ground.store(), version);
  const { id, subgraphs } = version;
  answer(
    ground,
    parsed,
    { pushed: true, version: id, known: isKnown, subgraphs: subgraphs.map(({ name }) => name) },
    `${ground.paint.green('✓')} ${isKnown ? 'The registry has this version already' : 'Pushed'}: ${id}\nNext: ${PROGRAM} publish ${id}`,
  );
  return EXIT.fine;
}

export const push: Command = {
  summary: 'Keeps schemas that compose as a version, under the hash of what is in it. Nothing becomes live.',
  usage: [`${PROPOSAL_USAGE} ${REPORT_USAGE}`],
  options: { ...PROPOSAL_OPTIONS, ...AUTHOR_OPTIONS, ...REPORT_OPTIONS },
  run,
};
