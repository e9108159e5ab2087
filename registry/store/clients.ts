import { StoreRefusal, type ClientOperation } from './store';

const essence = (operations: readonly ClientOperation[]) =>
  JSON.stringify(operations.map(({ id, name, body }) => [id, name, body].join('\0')).toSorted());

/** Whether two lists hold other operations, in whatever order. */
export const differs = (some: readonly ClientOperation[], others: readonly ClientOperation[]): boolean =>
  essence(some) !== essence(others);

export const takenRelease = ({ client, version }: { client: string; version: string }): StoreRefusal =>
  new StoreRefusal(`${client} ${version} is registered with other operations. Give this release another version.`);

export const unknownRelease = (client: string, version: string): StoreRefusal =>
  new StoreRefusal(`There is no client release ${client} ${version}.`);
