import DataLoader from 'dataloader';
import type { LoaderFactories, RoomContext } from './context';

export const LOADED_WITH = Symbol('the context that loaders load with');

/** The loaders of one request, once it has told them its context. */
export type RequestLoaders = Record<string, DataLoader<unknown, unknown>> & { [LOADED_WITH]?: RoomContext };

const prototypes = new WeakMap<object, object>();

/** What the loaders of all requests of a room have in common: each is made when a request first asks for it. */
function prototypeOf(factories: LoaderFactories): object {
  const known = prototypes.get(factories);
  if (known) return known;
  const prototype = {};
  for (const [name, make] of Object.entries(factories)) {
    Object.defineProperty(prototype, name, {
      get(this: RequestLoaders) {
        const value = new DataLoader(make(this[LOADED_WITH]), { maxBatchSize: 1000 });
        Object.defineProperty(this, name, { value, enumerable: true });
        return value;
      },
    });
  }
  prototypes.set(factories, prototype);
  return prototype;
}

const NONE: LoaderFactories = {};

export const newLoaders = (factories: LoaderFactories = NONE): RequestLoaders =>
  Object.create(prototypeOf(factories)) as RequestLoaders;

/** What is asked for next is read anew. */
export function forget(loaders: RequestLoaders): void {
  for (const loader of Object.values(loaders)) loader.clearAll();
}
