import { Refusal } from '../errors';
import { inputAddress, inputAmount, inputId, inputNumber, inputText, optionalText, problem, refuseAll } from '../input';

const problemsOf = (read: () => unknown) => {
  try {
    read();
  } catch (error) {
    return (error as Refusal).userErrors;
  }
  return [];
};

it('given several problems, a form is told all of them at once', () =>
  expect(problemsOf(() => refuseAll([problem(['name'], 'Short.'), problem(['lines', 0], 'Wrong.')]))).toEqual([
    { code: 'INVALID_INPUT', field: ['name'], message: 'Short.' },
    { code: 'INVALID_INPUT', field: ['lines', '0'], message: 'Wrong.' },
  ]));

it('given an id of another kind, names its field', () =>
  expect(problemsOf(() => inputId('ord', 'prd_1', 'lines', 2, 'id'))).toMatchObject([{ field: ['lines', '2', 'id'] }]));

describe('a text', () => {
  it('is kept without the space around it', () => expect(inputText('  too small \n', 9, 'reason')).toBe('too small'));
  it.each(['', '   ', 'x'.repeat(10)])('given %p, is refused', (text) =>
    expect(() => inputText(text, 9, 'reason')).toThrow('Use 1 to 9 characters'),
  );
  it.each([null, undefined, ' '])('that may be left out, given %p, is null', (text) =>
    expect(optionalText(text, 9, 'note')).toBeNull(),
  );
  it('that may be left out is refused when it is too long', () =>
    expect(() => optionalText('x'.repeat(10), 9, 'note')).toThrow('at most 9 characters'));
});

it.each([0, 11, -2_147_483_648])('given %p, a number from 1 to 10 is refused', (value) =>
  expect(() => inputNumber(value, 1, 10, 'count')).toThrow('from 1 to 10'),
);

describe('an amount', () => {
  it.each([
    ['19.9', 'USD', 1990],
    ['0', 'EUR', 0],
    ['500', 'JPY', 500],
  ])('reads %s %s', (amount, currency, minor) =>
    expect(inputAmount(amount, currency, 'price')).toEqual({ minor, currency }),
  );
  it.each([
    ['-1', 'USD'],
    ['1.999', 'USD'],
    ['1.5', 'JPY'],
    ['1234567890123', 'USD'],
  ])('refuses %s %s', (amount, currency) =>
    expect(problemsOf(() => inputAmount(amount, currency, 'price', 'amount'))).toMatchObject([
      { field: ['price', 'amount'] },
    ]),
  );
});

it('given an address, names every field that is wrong', () => {
  const address = { recipient: 'Ada', line1: ' ', city: 'Paris', postalCode: '75001', countryCode: 'XX' };
  expect(problemsOf(() => inputAddress(address, 'shippingAddress')).map(({ field }) => field)).toEqual([
    ['shippingAddress', 'line1'],
    ['shippingAddress', 'countryCode'],
  ]);
});
