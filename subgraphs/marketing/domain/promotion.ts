import { isId } from '../../../platform/kernel/ids';
import { invalid } from './problems';
import { parseAmount, parseCurrency, parseName, parsePercent, parsePeriod } from './offer';

export type PromotionKind = 'PERCENT_OFF' | 'AMOUNT_OFF';

/** What staff asks for. */
export type PromotionDraft = {
  readonly name: string;
  readonly kind: PromotionKind;
  readonly value: string;
  readonly productIds: readonly string[];
  readonly startsAt?: Date | null;
  readonly endsAt?: Date | null;
  readonly currencyCode?: string | null;
};

/** A promotion's rules as they are kept; `value` is basis points for PERCENT_OFF, else minor units a unit. */
export type PromotionTerms = {
  readonly name: string;
  readonly kind: PromotionKind;
  readonly value: number;
  readonly currencyCode: string | null;
  readonly startsAt: Date;
  readonly endsAt: Date | null;
};

/** Whether a promotion takes anything off of carts in a currency. */
export const appliesIn = ({ currencyCode }: Pick<PromotionTerms, 'currencyCode'>, currency: string): boolean =>
  currencyCode === null || currencyCode === currency;

const MAX_PRODUCTS = 100;

function parseValue({ kind, value }: PromotionDraft, currency: string): number {
  if (kind === 'PERCENT_OFF') return parsePercent(value, 'value');
  const amount = parseAmount(value, currency, 'value');
  if (amount === 0) throw invalid('value must be more than 0.', 'value');
  return amount;
}

/** @throws Refusal INVALID_INPUT */
export function parsePromotion(
  draft: PromotionDraft,
  now: Date,
  currencies: readonly [string, ...string[]],
): PromotionTerms {
  const currency = parseCurrency(draft.currencyCode ?? null, currencies);
  return {
    name: parseName(draft.name),
    kind: draft.kind,
    value: parseValue(draft, currency),
    currencyCode: draft.kind === 'PERCENT_OFF' ? null : currency,
    ...parsePeriod(draft.startsAt ?? now, draft.endsAt ?? null),
  };
}

/** @throws Refusal INVALID_INPUT */
export function parseProductIds(ids: readonly string[]): string[] {
  const wrong = ids.findIndex((id) => !isId('prd', id));
  if (wrong >= 0) throw invalid('This is not an id of the form prd_….', 'productIds', String(wrong));
  const distinct = [...new Set(ids)];
  if (distinct.length >= 1 && distinct.length <= MAX_PRODUCTS) return distinct;
  throw invalid(`A promotion is for 1 to ${MAX_PRODUCTS} products.`, 'productIds');
}
