import type { GraphQLError } from 'graphql';
import type { CompositionSuccess } from '@apollo/composition';
import type { ParsedSubgraph } from './parse';

/** What one package makes of subgraphs. */
export type Opinion = {
  /** The package. */
  readonly by: string;
  readonly supergraph?: string;
  readonly errors: readonly GraphQLError[];
  readonly hints: Readonly<CompositionSuccess['hints']>;
  /** Why it has come to no end: a fault of its own, and not of the subgraphs. */
  readonly failure?: string;
};

const serviceOf = ({ name, url, document }: ParsedSubgraph) => ({ name, url, typeDefs: document });

/** A package that throws has no opinion. */
async function opinionOf(by: string, compose: () => Promise<Omit<Opinion, 'by'>>): Promise<Opinion> {
  try {
    return { by, ...(await compose()) };
  } catch (error) {
    return { by, errors: [], hints: [], failure: (error as Error).message };
  }
}

export const byApollo = (subgraphs: readonly ParsedSubgraph[]): Promise<Opinion> =>
  opinionOf('@apollo/composition', async () => {
    const { composeServices } = await import('@apollo/composition');
    const { supergraphSdl, errors = [], hints = [] } = composeServices(subgraphs.map(serviceOf));
    return { supergraph: supergraphSdl, errors, hints };
  });

export const byGuild = (subgraphs: readonly ParsedSubgraph[]): Promise<Opinion> =>
  opinionOf('@theguild/federation-composition', async () => {
    const { composeServices } = await import('@theguild/federation-composition');
    const { supergraphSdl, errors = [] } = composeServices(subgraphs.map(serviceOf));
    return { supergraph: supergraphSdl, errors, hints: [] };
  });
