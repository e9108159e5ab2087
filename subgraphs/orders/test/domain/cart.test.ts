import { addLines, type CartLine, MAX_LINES, updateLines } from '../../domain/cart';

const newIds = () => {
  let count = 0;
  return () => `cln_${++count}`;
};
const line = (variantId: string, quantity: number, id = `cln_${variantId}`): CartLine => ({
  id,
  variantId,
  quantity,
  seenPrice: 100,
});

describe('adding to a cart', () => {
  it('raises the quantity of a variant that is in it already', () => {
    const { lines, problems } = addLines(
      [line('a', 1)],
      [
        { variantId: 'a', quantity: 2 },
        { variantId: 'b', quantity: 1 },
      ],
      newIds(),
    );
    expect(problems).toEqual([]);
    expect(lines).toEqual([line('a', 3), { id: 'cln_1', variantId: 'b', quantity: 1, seenPrice: null }]);
  });

  it('joins two lines of one variant', () => {
    const { lines } = addLines(
      [],
      [
        { variantId: 'a', quantity: 1 },
        { variantId: 'a', quantity: 1 },
      ],
      newIds(),
    );
    expect(lines).toMatchObject([{ variantId: 'a', quantity: 2 }]);
  });

  it.each([0, -1, 1000, 2_147_483_647])('refuses the quantity %i, and says where it stands', (quantity) => {
    const { problems } = addLines(
      [],
      [
        { variantId: 'a', quantity: 1 },
        { variantId: 'b', quantity },
      ],
      newIds(),
    );
    expect(problems).toMatchObject([{ code: 'INVALID_INPUT', path: ['1', 'quantity'] }]);
  });

  it('refuses a sum of quantities that is too large', () => {
    expect(addLines([line('a', 999)], [{ variantId: 'a', quantity: 1 }], newIds()).problems).toHaveLength(1);
  });

  it('refuses more lines than a cart takes', () => {
    const full = Array.from({ length: MAX_LINES }, (_, index) => line(String(index), 1));
    expect(addLines(full, [{ variantId: 'new', quantity: 1 }], newIds()).problems).toMatchObject([{ path: [] }]);
    expect(
      addLines(
        [],
        Array.from({ length: 101 }, () => ({ variantId: 'a', quantity: 1 })),
        newIds(),
      ).problems,
    ).toHaveLength(1);
  });
});

describe('changing a cart', () => {
  it('sets quantities, and takes a line out at 0', () => {
    const { lines } = updateLines(
      [line('a', 1), line('b', 1)],
      [
        { id: 'cln_a', quantity: 5 },
        { id: 'cln_b', quantity: 0 },
      ],
    );
    expect(lines).toEqual([line('a', 5)]);
  });

  it('refuses a line that the cart has not, and a quantity that no line has', () => {
    const { problems } = updateLines(
      [line('a', 1)],
      [
        { id: 'cln_x', quantity: 1 },
        { id: 'cln_a', quantity: -1 },
      ],
    );
    expect(problems).toMatchObject([
      { code: 'NOT_FOUND', path: ['0', 'id'] },
      { code: 'INVALID_INPUT', path: ['1', 'quantity'] },
    ]);
  });
});
