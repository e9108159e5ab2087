import { StaleReleaseError, StoreRefusal } from './store';

export const staleRelease = (after: number): StaleReleaseError =>
  new StaleReleaseError(
    `Somebody else has published ${after === 0 ? 'the first release' : `after release ${after}`}. Check again, against what is live now.`,
  );

export const unknownVersion = (version: string): StoreRefusal =>
  new StoreRefusal(`There is no version ${version}. Push it first.`);
