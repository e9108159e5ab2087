import { told } from '../../store/folder/errors';
import { StoreRefusal, StoreUnreachableError } from '../../store/store';

const error = (code: string) => Object.assign(new Error(`${code}: it said`), { code });

test.each([
  ['EACCES', /may not be used like that by this user/],
  ['EROFS', /may not be used like that by this user/],
  ['ENOSPC', /no space left\. Free some/],
  ['EMFILE', /cannot be used at the moment\. Try again/],
])('given %s, then the registry is out of reach, with what to do', (code, said) => {
  const found = told(error(code), 'registry/published');
  expect(found).toBeInstanceOf(StoreUnreachableError);
  expect((found as Error).message).toMatch(said);
  expect((found as Error).message).toContain(`${code}: it said`);
});

test('given a name that no file can have, then it is refused', () => {
  expect(told(error('ENAMETOOLONG'), 'registry/published')).toBeInstanceOf(StoreRefusal);
});

test('given an error that nobody foresaw, then it stays what it is', () => {
  const unknown = error('EWHAT');
  expect(told(unknown, 'registry/published')).toBe(unknown);
});
