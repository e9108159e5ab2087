import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import type { SubgraphSchema } from '../../store/store';
import type { Outcome } from './composer';

/** Composes what its parent sends, once. */
function compose(subgraphs: readonly SubgraphSchema[]): Outcome {
  try {
    const services = subgraphs.map(({ name, url, sdl }) => ({ name, url, typeDefs: parse(sdl) }));
    const { supergraphSdl, errors } = composeServices(services);
    return errors ? { errors: errors.map(({ message }) => message) } : { supergraph: supergraphSdl };
  } catch (error) {
    return { errors: [(error as Error).message] };
  }
}

process.once('disconnect', () => process.exit(0));
process.once('message', (subgraphs: readonly SubgraphSchema[]) => {
  process.send?.(compose(subgraphs), () => process.disconnect());
});
