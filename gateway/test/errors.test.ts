import { DrizzleQueryError } from 'drizzle-orm';
import { GraphQLError } from 'graphql';
import { unavailable } from '../../platform/kernel/errors';
import { codeOf, publicError } from '../protection/errors';

describe('an error for a client', () => {
  it('given a statement that got no connection, is UNAVAILABLE', () => {
    const failed = new DrizzleQueryError('select 1', [], unavailable('The database does not answer.'));
    const error = new GraphQLError('', { originalError: failed, path: ['products'] });
    expect(codeOf(error)).toBe('UNAVAILABLE');
    expect(publicError(error, 'r').message).toBe('The database does not answer.');
  });

  it('given a statement that failed, is INTERNAL and tells nothing of it', () => {
    const failed = new DrizzleQueryError('select 1', [], new Error('syntax error'));
    const error = new GraphQLError(failed.message, { originalError: failed });
    expect(codeOf(error)).toBe('INTERNAL');
    expect(publicError(error, 'r').message).not.toContain('select');
  });
});
