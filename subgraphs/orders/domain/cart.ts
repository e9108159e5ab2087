/** A line of a cart as it is kept. `seenPrice` is the unit price that the buyer was last told, in minor units. */
export type CartLine = {
  readonly id: string;
  readonly variantId: string;
  readonly quantity: number;
  /** Null until the line has been priced for the first time. */
  readonly seenPrice: number | null;
};

export const MAX_LINES = 100;
export const MAX_QUANTITY = 999;
/** In minor units. With tax and shipping on top it still has the twelve digits that an amount may have in any currency. */
export const MAX_CART_VALUE = 100_000_000_000;

/** What is wrong with a change that a client asks for; `path` leads into the input's `lines`. */
export type LineProblem = { code: 'INVALID_INPUT' | 'NOT_FOUND'; path: string[]; message: string };
export type Change = { lines: CartLine[]; problems: LineProblem[] };

const invalid = (path: string[], message: string): LineProblem => ({ code: 'INVALID_INPUT', path, message });
const tooMany = () => invalid([], `A cart takes at most ${MAX_LINES} lines.`);

/** Adds variants: a variant that is in the cart already gets more of it, not a second line. */
export function addLines(
  lines: readonly CartLine[],
  additions: readonly { variantId: string; quantity: number }[],
  newId: () => string,
): Change {
  if (additions.length > MAX_LINES) return { lines: [...lines], problems: [tooMany()] };
  const byVariant = new Map(lines.map((line) => [line.variantId, line]));
  const problems: LineProblem[] = [];
  additions.forEach(({ variantId, quantity }, index) => {
    const line = byVariant.get(variantId) ?? { id: newId(), variantId, quantity: 0, seenPrice: null };
    const sum = line.quantity + quantity;
    if (quantity < 1 || sum > MAX_QUANTITY) {
      problems.push(invalid([String(index), 'quantity'], `A line takes 1 to ${MAX_QUANTITY} units.`));
    } else byVariant.set(variantId, { ...line, quantity: sum });
  });
  if (byVariant.size > MAX_LINES) problems.push(tooMany());
  return { lines: [...byVariant.values()], problems };
}

/** Sets quantities of lines; 0 takes a line out. */
export function updateLines(lines: readonly CartLine[], updates: readonly { id: string; quantity: number }[]): Change {
  if (updates.length > MAX_LINES) return { lines: [...lines], problems: [tooMany()] };
  const byId = new Map(lines.map((line) => [line.id, line]));
  const problems: LineProblem[] = [];
  updates.forEach(({ id, quantity }, index) => {
    const line = byId.get(id);
    if (!line) problems.push({ code: 'NOT_FOUND', path: [String(index), 'id'], message: 'The cart has no such line.' });
    else if (quantity < 0 || quantity > MAX_QUANTITY) {
      problems.push(invalid([String(index), 'quantity'], `A line takes 0 to ${MAX_QUANTITY} units.`));
    } else byId.set(id, { ...line, quantity });
  });
  return { lines: [...byId.values()].filter((line) => line.quantity > 0), problems };
}
