import type { DocumentNode } from 'graphql';
import type { ClientOperation } from '../store/store';

/** An operation as it was read, and where it stands. */
export type ReadOperation = ClientOperation & {
  readonly file: string;
  /** Where it was read from a document: its parts know their lines. */
  readonly document?: DocumentNode;
};

/** Operations cannot be read. Its message is a sentence that names the file. */
export class OperationsError extends Error {
  override name = 'OperationsError';
}
