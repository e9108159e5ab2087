import { DrizzleQueryError } from 'drizzle-orm';
import { serializeError } from '../log';

describe('an error in the log', () => {
  it('given a statement that failed, tells the statement and the reason, and none of its values', () => {
    const reason = Object.assign(new Error('duplicate key'), { code: '23505' });
    const logged = JSON.stringify(serializeError(new DrizzleQueryError('insert into users', ['ada@example'], reason)));
    expect(logged).toContain('insert into users');
    expect(logged).toContain('23505');
    expect(logged).not.toContain('ada@example');
  });
});
