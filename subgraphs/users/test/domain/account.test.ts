import { normaliseEmail, passwordProblem } from '../../domain/account';

describe('an e-mail address', () => {
  it.each([
    ['Buyer@Agora.Test', 'buyer@agora.test'],
    [' someone+tag@example.co.uk ', 'someone+tag@example.co.uk'],
    ['пользователь@пример.рф', 'пользователь@пример.рф'],
  ])('%p is kept as %p', (text, kept) => expect(normaliseEmail(text)).toBe(kept));

  it.each(['', 'nobody', 'a@b', 'two@at@signs.example', 'with space@example.com', `${'a'.repeat(250)}@example.com`])(
    '%p is refused',
    (text) => expect(normaliseEmail(text)).toBeNull(),
  );
});

describe('a password', () => {
  it('needs eight characters', () => expect(passwordProblem('1234567')).toMatch('at least 8'));
  it('has at most two hundred', () => expect(passwordProblem('x'.repeat(201))).toMatch('at most 200'));
  it('may be anything in between', () => expect(passwordProblem('пароль🔑 12')).toBeNull());
});
