import { DAY } from '../platform/kernel/clock';
import type { Graph } from '../gateway/supergraph/supergraph';
import { brokenOperations, unreadableOperation, unservedOperations } from './comparison/broken';
import { compare, PUBLIC, type SchemaChange } from './comparison/changes';
import { liveIn, namesTwice, stepsOf, type Live } from './comparison/live';
import { knownOperations, seenBy } from './comparison/operations';
import { hasChanged, ownership, type Step } from './comparison/owner';
import { stepFindings } from './comparison/steps';
import { trafficOf } from './comparison/traffic';
import { weigh } from './comparison/weigh';
import { composeBoth } from './composition/compose';
import { parseAll } from './composition/parse';
import type { Finding } from './findings/finding';
import { lintChanges } from './lint/baseline';
import { DEFAULTS, type Settings } from './proposal/settings';
import type { ClientRelease, Store, SubgraphSchema } from './store/store';

/** `moves`: that it is served from another address than the live one is meant so. */
export type ProposedSubgraph = SubgraphSchema & { readonly file: string; readonly moves?: boolean };

/** What somebody would like to publish, and the file that each subgraph was read from. */
export type Proposal = {
  readonly subgraphs: readonly ProposedSubgraph[];
  /** What registry.yaml says; where there is none, the defaults. */
  readonly settings?: Settings;
  /** Operations that no client has registered, and that are checked like those: persisted manifests of a repository. */
  readonly operations?: readonly Omit<ClientRelease, 'registered'>[];
};

export type Checked = {
  readonly findings: readonly Finding[];
  /** What they compose to; undefined where they do not. */
  readonly supergraph?: string;
  /** The number of the release that they were held against; 0 for none. */
  readonly against: number;
  /** What changes for clients, a sentence each: for the history. */
  readonly changes: readonly string[];
};

/**
 * Holds a proposal against what is live: composition, clients, rules and cost. Changes nothing.
 * @param now by the clock of the store
 * @param tell hears what is done next
 */
export type Check = (proposal: Proposal, store: Store, now: Date, tell?: (step: string) => void) => Promise<Checked>;

const DAYS_OF_TRAFFIC = 30;
const dayBefore = (now: Date, days: number): string => new Date(now.getTime() - days * DAY).toISOString().slice(0, 10);

const refused = (message: string): Finding => ({
  kind: 'COMPOSITION',
  severity: 'error',
  code: 'INVALID_PROPOSAL',
  message,
  hits: [],
});

/** Those at which composition is not worth trying. */
function impossible(subgraphs: readonly ProposedSubgraph[]): readonly Finding[] {
  if (subgraphs.length === 0) return [refused('There is no subgraph to make a graph of.')];
  const twice = namesTwice(subgraphs);
  return twice === undefined ? [] : [refused(`There are two subgraphs with the name ${twice}.`)];
}

const sentenceOf = ({ message, views }: SchemaChange): string => {
  const isPublic = views.some(({ name }) => name === PUBLIC);
  return `${message.replace(/\.$/, '')}${isPublic ? '' : ` (in ${views.map(({ name }) => name).join(', ')})`}.`;
};

const isForPeople = ({ type }: SchemaChange): boolean => type.includes('_DESCRIPTION_');

/** Nobody can be broken by a first release, and what it has of problems is where its owners begin. */
function firstRelease(steps: readonly Step[], findings: readonly Finding[]): Pick<Checked, 'findings' | 'changes'> {
  const message = `This is the first release: ${steps.length} subgraph${steps.length === 1 ? '' : 's'}.`;
  const first: Finding = { kind: 'CHANGE', severity: 'notice', code: 'FIRST_RELEASE', message, hits: [] };
  const softened = findings.map((each) => (each.kind === 'LINT' ? { ...each, severity: 'warning' as const } : each));
  return { findings: [first, ...softened], changes: [message] };
}

type Compared = Pick<Checked, 'findings' | 'changes'>;

async function unserved({ apiSchema }: Graph, { store, manifests }: Given): Promise<readonly Finding[]> {
  const { operations, unreadable } = knownOperations(await store.clients(), manifests);
  return [...unservedOperations(apiSchema, operations), ...unreadable.map(unreadableOperation)];
}

/** Holds two graphs against each other, and against whoever uses them. */
async function compareWith(live: Live, after: Graph, steps: readonly Step[], given: Given): Promise<Compared> {
  const { store, now, settings, manifests, tell } = given;
  const { readSupergraph } = await import('../gateway/supergraph/supergraph');
  const { viewsOf } = await import('./contracts/views');
  tell(`comparing with release ${live.release.number}`);
  const before = readSupergraph(live.version.supergraph, { foreign: true });
  const { views, findings: contracts } = viewsOf(before, after, settings.contracts);
  const [changes, clients, recorded, approvals] = await Promise.all([
    compare(views),
    store.clients(),
    store.usage(dayBefore(now, DAYS_OF_TRAFFIC)),
    store.approvals(),
  ]);
  tell('asking who uses what changes');
  const { operations, unreadable } = knownOperations(clients, manifests);
  const seen = views.map((view) => seenBy(view, operations));
  const weighing = { seen, traffic: trafficOf(before.apiSchema, recorded), ownerOf: ownership(steps), approvals, now };
  const weighed = changes.map((change) => weigh(change, weighing));
  const valid = seen[0]!.operations.filter((each) => each.before.length === 0 && each.after.length === 0);
  const { costGrowth } = await import('./cost/growth');
  const isSame = !steps.some(hasChanged);
  if (!isSame) tell('measuring what operations cost');
  return {
    findings: [
      ...contracts,
      ...weighed,
      ...brokenOperations(seen, weighed),
      ...unreadable.map(unreadableOperation),
      ...stepFindings(steps, approvals, now),
      ...(isSame ? [] : costGrowth(before, after, valid)),
    ],
    changes: changes.filter((each) => !isForPeople(each)).map(sentenceOf),
  };
}

type Given = {
  readonly store: Store;
  readonly now: Date;
  readonly settings: Settings;
  readonly manifests: NonNullable<Proposal['operations']>;
  readonly tell: (step: string) => void;
};

export const check: Check = async (proposal, store, now, tell = () => {}) => {
  const { subgraphs, settings = DEFAULTS, operations: manifests = [] } = proposal;
  const live = await liveIn(store);
  const against = live?.release.number ?? 0;
  const failed = (findings: readonly Finding[]): Checked => ({ findings, against, changes: [] });

  const wrong = impossible(subgraphs);
  if (wrong.length > 0) return failed(wrong);
  const parsed = parseAll(subgraphs);
  if ('findings' in parsed) return failed(parsed.findings);

  tell('composing');
  const steps = stepsOf(live, parsed.subgraphs);
  const proposed = steps.filter(hasChanged).flatMap(({ after }) => after ?? []);
  const { supergraph, graph, findings: composed } = await composeBoth(parsed.subgraphs, proposed);
  if (supergraph === undefined || !graph) return failed(composed);

  const given: Given = { store, now, settings, manifests, tell };
  const compared = live ? await compareWith(live, graph, steps, given) : undefined;
  tell('linting');
  const linted = await lintChanges(steps, settings);
  const { findings, changes } = compared
    ? { findings: [...composed, ...compared.findings, ...linted], changes: compared.changes }
    : firstRelease(steps, [...composed, ...(await unserved(graph, given)), ...linted]);
  return { findings, supergraph, against, changes };
};
