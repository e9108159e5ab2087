import type { Finding } from './findings/finding';
import type { Store, SubgraphSchema } from './store/store';

/** What somebody would like to publish, and the file that each subgraph was read from. */
export type Proposal = {
  readonly subgraphs: readonly (SubgraphSchema & { readonly file: string })[];
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

/** Holds a proposal against what is live: composition, clients, rules and cost. Changes nothing. */
export type Check = (proposal: Proposal, store: Store, now: Date) => Promise<Checked>;
