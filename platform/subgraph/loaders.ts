import DataLoader from 'dataloader';
import type { LoaderFactories, LoaderFactory, RoomContext } from './context';
import { lazyFields, MADE_OF } from './lazyFields';

/** The loaders of one request, once they have its context to load with. */
export type RequestLoaders = Record<string, DataLoader<unknown, unknown>> & { [MADE_OF]?: RoomContext };

type Maker = (context: RoomContext) => DataLoader<unknown, unknown>;
const makers = new WeakMap<LoaderFactories, Record<string, Maker>>();

const makerOf =
  (make: LoaderFactory): Maker =>
  (context) =>
    new DataLoader(make(context), { maxBatchSize: 1000 });

function makersOf(factories: LoaderFactories): Record<string, Maker> {
  const known = makers.get(factories);
  if (known) return known;
  const made = Object.fromEntries(Object.entries(factories).map(([name, make]) => [name, makerOf(make)]));
  makers.set(factories, made);
  return made;
}

const NONE: LoaderFactories = {};

export const newLoaders = (factories: LoaderFactories = NONE): RequestLoaders =>
  Object.create(lazyFields(makersOf(factories))) as RequestLoaders;

/** What is asked for next is read anew. */
export function forget(loaders: RequestLoaders): void {
  for (const loader of Object.values(loaders)) loader.clearAll();
}
