import { anchor, table } from '../markdown';

describe('a table', () => {
  it('given a cell with a bar, when written, then the bar does not split it', () => {
    expect(table(['Type'], [['string | null']])).toContain('| string \\| null |');
  });

  it('given a cell of two lines, when written, then it stands on one', () => {
    expect(table(['Note'], [['one\n  two']])).toContain('| one two |');
  });
});

it('given a heading, when linked, then its anchor is the one that GitHub makes', () => {
  expect(anchor('orders.order-paid.v1')).toBe('ordersorder-paidv1');
});
