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

  it.each([
    ['one of its processes was killed', Object.assign(new Error('terminating connection'), { code: '57P02' })],
    ['it ends', Object.assign(new Error('terminating connection'), { code: '57P01' })],
    ['the line is broken', Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' })],
    ['the line was closed', new Error('Connection terminated unexpectedly')],
  ])('given a statement under which the server went away because %s, is UNAVAILABLE', (_why, cause) => {
    const failed = new DrizzleQueryError('select 1', [], cause);
    const error = new GraphQLError(failed.message, { originalError: failed });
    expect(codeOf(error)).toBe('UNAVAILABLE');
    expect(publicError(error, 'r').message).not.toContain('select');
  });

  it('given a statement that failed, is INTERNAL and tells nothing of it', () => {
    const failed = new DrizzleQueryError('select 1', [], new Error('syntax error'));
    const error = new GraphQLError(failed.message, { originalError: failed });
    expect(codeOf(error)).toBe('INTERNAL');
    expect(publicError(error, 'r').message).not.toContain('select');
  });
});
