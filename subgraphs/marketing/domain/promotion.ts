import { countProblems, inputAmount, inputId, inputText, invalid, refuseAll } from '../../../platform/kernel/input';
import { LONGEST_NAME, parseCurrency, parsePercent, parsePeriod } from './offer';

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
  const amount = inputAmount(value, currency, 'value').minor;
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
    name: inputText(draft.name, LONGEST_NAME, 'name'),
    kind: draft.kind,
    value: parseValue(draft, currency),
    currencyCode: draft.kind === 'PERCENT_OFF' ? null : currency,
    ...parsePeriod(draft.startsAt ?? now, draft.endsAt ?? null),
  };
}

/** @throws Refusal INVALID_INPUT */
export function parseProductIds(ids: readonly string[]): string[] {
  const distinct = [...new Set(ids.map((id, index) => inputId('prd', id, 'productIds', index)))];
  refuseAll(countProblems(distinct, ['productIds'], 1, MAX_PRODUCTS));
  return distinct;
}
