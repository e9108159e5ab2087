import { EXIT, type Exit } from '../findings/verdict';
import type { Approval, Release, Signed } from '../store/store';
import { answer, minute } from './answer';
import { textOf, WrongUse, type Command, type Ground, type Parsed } from './command';
import { PROGRAM } from './program';

const USUAL = '20';

function limitOf(parsed: Parsed): number {
  const text = textOf(parsed, 'limit') ?? USUAL;
  const limit = Number(text);
  if (!/^\d{1,6}$/.test(text) || limit < 1) throw new WrongUse('--limit must be a whole number from 1.');
  return limit;
}

const signature = ({ by, at, commit }: Signed): string =>
  `by ${by} on ${minute(at)}${commit === undefined ? '' : `, commit ${commit.slice(0, 7)}`}`;

const WORDS = { publish: 'published', rollback: 'rolled back' } as const;

const said = ({ changes }: Release): readonly string[] =>
  changes.length > 0 ? changes : ['Nothing changed for clients.'];

/** Whether an approval still counts, by the clock of the store. */
const isOver = ({ expiresAt }: Approval, now: Date): boolean => Date.parse(expiresAt) <= now.getTime();

const validity = (approval: Approval, now: Date): string =>
  `${isOver(approval, now) ? 'expired on' : 'until'} ${minute(approval.expiresAt)}`;

type Told = { readonly releases: readonly Release[]; readonly approvals: readonly Approval[]; readonly now: Date };

function forPerson({ releases, approvals, now }: Told, live: number, { paint }: Ground): string {
  if (releases.length === 0) return `Nothing has been published yet. Next: ${PROGRAM} publish`;
  const lines = releases.flatMap((release) => [
    `${paint.bold(`Release ${release.number}`)}${release.number === live ? paint.green(' (live)') : ''}  ${WORDS[release.kind]} ${signature(release.published)}`,
    paint.dim(`  version ${release.version}`),
    ...said(release).map((change) => `  - ${change}`),
  ]);
  const approved = approvals.flatMap((approval) => [
    `${approval.change}  ${validity(approval, now)}`,
    `  approved ${signature(approval.approved)}: ${approval.reason}`,
    paint.dim(`  for the schema ${approval.schema}`),
  ]);
  return [...lines, ...(approved.length > 0 ? ['', paint.bold('Approvals'), ...approved] : [])].join('\n');
}

function asMarkdown({ releases, approvals, now }: Told): string {
  const lines = releases.flatMap((release) => [
    `## Release ${release.number} (${release.published.at.slice(0, 10)})`,
    '',
    `Version \`${release.version}\`, ${WORDS[release.kind]} ${signature(release.published)}.`,
    '',
    ...said(release).map((change) => `- ${change}`),
    '',
  ]);
  const approved = approvals.map(
    (approval) =>
      `- \`${approval.change}\` ${validity(approval, now)}, approved ${signature(approval.approved)}: ${approval.reason}`,
  );
  return ['# Changelog', '', ...lines, ...(approved.length > 0 ? ['## Approvals', '', ...approved, ''] : [])]
    .join('\n')
    .trimEnd();
}

async function run(parsed: Parsed, ground: Ground): Promise<Exit> {
  if (parsed.positionals.length > 0) throw new WrongUse(`${parsed.positionals.join(' ')} is not understood here.`);
  const limit = limitOf(parsed);
  const store = await ground.store();
  const [releases, approvals, now] = await Promise.all([store.history(limit), store.approvals(), store.now()]);
  const told: Told = { releases, approvals: approvals.slice(0, limit), now };
  const document = {
    releases,
    approvals: told.approvals.map((approval) => ({ ...approval, expired: isOver(approval, now) })),
  };
  const text = parsed.values.markdown === true ? asMarkdown(told) : forPerson(told, releases[0]?.number ?? 0, ground);
  answer(ground, parsed, document, text);
  return EXIT.fine;
}

export const history: Command = {
  summary: 'What was published: who, when, for which commit, and what changed for clients; with approvals.',
  usage: ['[--limit N] [--markdown]'],
  options: {
    limit: { type: 'string', value: 'N', meaning: `How many releases, the newest first; ${USUAL} if not given.` },
    markdown: { type: 'boolean', meaning: 'As a changelog in Markdown.' },
  },
  run,
};
