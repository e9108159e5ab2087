import { WireError, type RegistryError } from '../../platform/delivery/wire';
import { StaleReleaseError, StoreRefusal, StoreUnreachableError } from '../store/store';

/** Every code that an answer of the service may have, and the status that goes with it. */
export const STATUS = {
  BAD_REQUEST: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  NOTHING_PUBLISHED: 404,
  STALE_RELEASE: 409,
  TOO_LARGE: 413,
  REFUSED: 422,
  INTERNAL: 500,
  UNAVAILABLE: 503,
} as const;
export type ErrorCode = keyof typeof STATUS;

/** What is told as it is. */
export class ServiceError extends Error {
  override name = 'ServiceError';
  constructor(
    readonly code: ErrorCode,
    message: string,
  ) {
    super(message);
  }
}

const TOO_LARGE = 'The body of the request is larger than this address takes.';

/** Of errors that fastify makes, such as for JSON that is none. */
function ofFastify(error: Error): ServiceError | null {
  const { statusCode = 500 } = error as { statusCode?: number };
  if (statusCode === 413) return new ServiceError('TOO_LARGE', TOO_LARGE);
  return statusCode < 500 ? new ServiceError('BAD_REQUEST', error.message) : null;
}

/** What is told of an error; null for one that nobody foresaw. */
export function toldOf(error: unknown): ServiceError | null {
  if (error instanceof ServiceError) return error;
  if (error instanceof WireError) return new ServiceError('BAD_REQUEST', error.message);
  if (error instanceof StaleReleaseError) return new ServiceError('STALE_RELEASE', error.message);
  if (error instanceof StoreRefusal) return new ServiceError('REFUSED', error.message);
  if (error instanceof StoreUnreachableError)
    return new ServiceError('UNAVAILABLE', 'The store of the registry does not answer at the moment. Try again.');
  return error instanceof Error ? ofFastify(error) : null;
}

export const bodyOf = ({ code, message }: Pick<ServiceError, 'code' | 'message'>): RegistryError => ({
  error: { code, message },
});
