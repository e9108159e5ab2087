import type { Finding } from '../../findings/finding';
import { openStore } from '../../store/open';
import { StoreRefusal, type SubgraphSchema } from '../../store/store';
import type { Failure, Outcome, Task } from './apart';

process.env.APOLLO_TELEMETRY_DISABLED ??= 'true';

async function compose(subgraphs: readonly SubgraphSchema[]): Promise<Outcome> {
  const [{ composeServices }, { parse }] = await Promise.all([import('@apollo/composition'), import('graphql')]);
  const services = subgraphs.map(({ name, url, sdl }) => ({ name, url, typeDefs: parse(sdl) }));
  const { supergraphSdl, errors } = composeServices(services);
  return errors ? { errors: errors.map(({ message }) => message) } : { supergraph: supergraphSdl };
}

/** Rules of style are the repository's own; what breaks somebody is not. */
const isForbidding = ({ severity, kind }: Finding): boolean => severity === 'error' && kind !== 'LINT';

const sentenceOf = ({ message, hits }: Finding): string => {
  const clients = new Set(hits.map(({ client, version }) => `${client} ${version}`.trim()));
  return clients.size === 0 ? message : `${message} It is used by ${[...clients].slice(0, 5).join(', ')}.`;
};

/** A version of the store is held against what is live there. */
async function check(id: string): Promise<Outcome> {
  const store = await openStore(process.env);
  try {
    const version = await store.version(id);
    if (!version) return {};
    const subgraphs = version.subgraphs.map((each) => ({ ...each, file: `${each.name}.graphql`, moves: true }));
    const checks = await import('../../check');
    const { findings } = await checks.check({ subgraphs }, store, await store.now());
    const errors = findings.filter(isForbidding).map(sentenceOf);
    return errors.length > 0 ? { errors } : {};
  } finally {
    await store.close();
  }
}

async function outcomeOf(task: Task): Promise<Outcome | Failure> {
  try {
    return await ('compose' in task ? compose(task.compose) : check(task.check));
  } catch (error) {
    const { message } = error as Error;
    const isTold = 'compose' in task || error instanceof StoreRefusal;
    return isTold ? { errors: [message] } : { failure: message };
  }
}

process.once('disconnect', () => process.exit(0));
process.once('message', (task: Task) => {
  void outcomeOf(task).then((outcome) => process.send?.(outcome, () => process.disconnect()));
});
