import { share } from '../../../platform/kernel/money';
import type { CouponKind, CouponProblem, CouponTerms } from './coupon';
import { say } from './offer';
import { appliesIn, type PromotionTerms } from './promotion';

export type DiscountLine = { readonly productId: string; readonly quantity: number; readonly unitMinor: number };
export type RunningPromotion = Pick<PromotionTerms, 'name' | 'kind' | 'value' | 'currencyCode'> & {
  readonly id: string;
};
export type UsableCoupon = Pick<CouponTerms, 'name' | 'kind' | 'value' | 'thresholdMinor' | 'currencyCode'> & {
  readonly id: string;
};
export type Discount = {
  readonly label: string;
  readonly minor: number;
  readonly couponId: string | null;
  readonly promotionId: string | null;
};

/** What is bought, and what promotions left of it to be paid. */
type PricedLine = DiscountLine & { readonly restMinor: number };

const percentOf = (minor: number, basisPoints: number, currency: string) =>
  share({ minor, currency }, basisPoints).minor;
const total = (amounts: readonly number[]) => amounts.reduce((sum, amount) => sum + amount, 0);
const subtotalOf = (lines: readonly DiscountLine[]) => total(lines.map((line) => line.unitMinor * line.quantity));

function promotionOff(promotion: RunningPromotion, line: DiscountLine, currency: string): number {
  const { kind, value } = promotion;
  if (!appliesIn(promotion, currency)) return 0;
  if (kind === 'PERCENT_OFF') return percentOf(line.unitMinor * line.quantity, value, currency);
  return Math.min(value, line.unitMinor) * line.quantity;
}

/** Promotions do not add up: on each line the one applies that takes most off, the older of two equal ones. */
function promote(
  lines: readonly DiscountLine[],
  promotionsOf: (productId: string) => readonly RunningPromotion[],
  currency: string,
): { lines: PricedLine[]; discounts: Discount[] } {
  const discounts = new Map<string, Discount>();
  const priced = lines.map((line) => {
    let best: { promotion: RunningPromotion; off: number } | null = null;
    for (const promotion of promotionsOf(line.productId)) {
      const off = promotionOff(promotion, line, currency);
      const better = best === null || off > best.off || (off === best.off && promotion.id < best.promotion.id);
      if (off > 0 && better) best = { promotion, off };
    }
    if (best) {
      const { id, name } = best.promotion;
      const minor = (discounts.get(id)?.minor ?? 0) + best.off;
      discounts.set(id, { label: name, minor, couponId: null, promotionId: id });
    }
    return { ...line, restMinor: line.unitMinor * line.quantity - (best?.off ?? 0) };
  });
  return { lines: priced, discounts: [...discounts.values()] };
}

/** The cheapest unit that is not free, at what promotions left of its price, half a minor unit rounded up. */
function cheapestUnit(lines: readonly PricedLine[]): number {
  const units = lines.map(({ restMinor, quantity }) => Math.floor((2 * restMinor + quantity) / (2 * quantity)));
  return Math.min(...units.filter((unit) => unit > 0));
}

type Off = (coupon: UsableCoupon, lines: readonly PricedLine[], rest: number, currency: string) => number;

/** What each kind takes off of the rest that promotions left. */
const couponOff: { readonly [Kind in CouponKind]: Off } = {
  AMOUNT_OFF: ({ value }, _lines, rest) => Math.min(value, rest),
  CASH: ({ value }, _lines, rest) => Math.min(value, rest),
  PERCENT_OFF: ({ value }, _lines, rest, currency) => percentOf(rest, value, currency),
  GIFT: ({ value }, lines, rest) => Math.min(cheapestUnit(lines), rest, value > 0 ? value : Infinity),
};

function whyNot(
  { currencyCode, thresholdMinor }: UsableCoupon,
  subtotal: number,
  currency: string,
): CouponProblem | null {
  if (currencyCode !== null && currencyCode !== currency) {
    return { code: 'INVALID_INPUT', message: `This coupon is for ${currencyCode}.` };
  }
  if (thresholdMinor !== null && subtotal < thresholdMinor) {
    return {
      code: 'ILLEGAL_STATE',
      message: `This coupon can be used from a subtotal of ${say({ minor: thresholdMinor, currency })} on.`,
    };
  }
  return null;
}

/**
 * What is taken off: promotions by themselves, the coupon from what they leave. The threshold looks at the subtotal
 * before any discount, which is what the buyer sees as the subtotal. No discount is 0, and together they are at most
 * the subtotal.
 */
export function discountsOf(
  lines: readonly DiscountLine[],
  currency: string,
  promotionsOf: (productId: string) => readonly RunningPromotion[],
  coupon: UsableCoupon | null,
): { discounts: Discount[]; couponProblem: CouponProblem | null } {
  const promoted = promote(lines, promotionsOf, currency);
  const { discounts } = promoted;
  if (coupon === null) return { discounts, couponProblem: null };
  const problem = whyNot(coupon, subtotalOf(lines), currency);
  if (problem) return { discounts, couponProblem: problem };
  const rest = total(promoted.lines.map((line) => line.restMinor));
  const minor = couponOff[coupon.kind](coupon, promoted.lines, rest, currency);
  if (minor === 0)
    return {
      discounts,
      couponProblem: { code: 'ILLEGAL_STATE', message: 'There is nothing left that this coupon could take off.' },
    };
  return {
    discounts: [...discounts, { label: coupon.name, minor, couponId: coupon.id, promotionId: null }],
    couponProblem: null,
  };
}
