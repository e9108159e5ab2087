import { Client } from 'pg';
import type { Envelope } from '../../../platform/identity/envelope';
import { demoTenant } from '../../../platform/identity/tenants';
import { newId } from '../../../platform/kernel/ids';
import { serviceEnvelope } from '../../../platform/subgraph/room';
import { buyer, service, staff, startTestHouse, statementsOf, type TestHouse } from '../../../test/story/house';
import type { Context } from '../context';
import { parseProductIds, parsePromotion, type PromotionDraft } from '../domain/promotion';
import { marketing } from '../subgraph';

type Who = Partial<Envelope>;
export const COUPON =
  'id name kind issue value threshold { amount currencyCode } currencyCode total remaining perUserLimit validDays startsAt endsAt';
export const USER_COUPON = 'id code status claimedAt expiresAt coupon { id name remaining }';
const ERRORS = 'userErrors { code field message }';

export const idOf = (who: Who): string => (who.identity?.kind === 'user' ? who.identity.id : '');
export const orderId = () => newId('ord', new Date());
export const productId = () => newId('prd', new Date());

/** Coupons and their people, as a test speaks of them. */
export async function startStory() {
  const house = await startTestHouse([marketing]);
  const manager = staff();
  let keys = 0;
  const ask = async (query: string, variables: Record<string, unknown> = {}, who: Who = {}) =>
    house.execute('marketing', query, variables, who);
  const mutate = async (name: string, input: object, selection: string, who: Who) => {
    const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input!`;
    const answer = await ask(
      `mutation ($input: ${type}) { ${name}(input: $input) { ${selection} ${ERRORS} } }`,
      { input },
      who,
    );
    if (answer.errors) throw new AggregateError(answer.errors, answer.errors.map((error) => error.message).join('; '));
    return answer.data[name];
  };
  const refuses = async (answer: Promise<{ userErrors: { code: string }[] }>) =>
    (await answer).userErrors.map((error) => error.code);

  return {
    house,
    ask,
    mutate,
    refuses,
    createCoupon: (input: object, who: Who = manager) =>
      mutate(
        'createCoupon',
        { name: 'Ten off', kind: 'CASH', value: '10', total: 100, ...input },
        `coupon { ${COUPON} }`,
        who,
      ),
    async coupon(input: object = {}, who: Who = manager): Promise<string> {
      const { coupon, userErrors } = await this.createCoupon(input, who);
      if (!coupon) throw new Error(JSON.stringify(userErrors));
      return coupon.id;
    },
    claim: (couponId: string, who: Who, idempotencyKey = `key ${++keys}`) =>
      mutate('claimCoupon', { couponId, idempotencyKey }, `userCoupon { ${USER_COUPON} }`, who),
    /** A buyer who holds a coupon, with its code. */
    async held(input: object = {}): Promise<{ who: Who; userId: string; code: string; id: string; couponId: string }> {
      const who = buyer();
      const couponId = await this.coupon(input);
      const { userCoupon } = await this.claim(couponId, who);
      return { who, userId: idOf(who), code: userCoupon.code, id: userCoupon.id, couponId };
    },
    codes: (couponId: string, count: number, extra: object = {}) =>
      mutate('createExchangeCodes', { couponId, count, ...extra }, 'codes', manager),
    exchange: (code: string, who: Who, idempotencyKey = `key ${++keys}`) =>
      mutate('exchangeCoupon', { code, idempotencyKey }, `userCoupon { ${USER_COUPON} }`, who),
    redeem: (input: { orderId: string; userId: string; code: string }, tenant = 'demo') =>
      mutate('redeemCoupon', input, `userCoupon { ${USER_COUPON} }`, { ...service('orders'), tenant }),
    giveBack: (order: string) =>
      mutate('returnCoupon', { orderId: order }, `userCoupon { ${USER_COUPON} }`, service('orders')),
    async quote(input: object, tenant = 'demo') {
      const query = `query ($input: QuoteDiscountsInput!) { quoteDiscounts(input: $input) {
        discounts { label amount { amount currencyCode } couponId promotionId } couponProblem { code message } } }`;
      const answer = await ask(query, { input: { currencyCode: 'USD', ...input } }, { ...service('orders'), tenant });
      return answer.data.quoteDiscounts;
    },
    createPromotion: (input: object, who: Who = manager) =>
      mutate(
        'createPromotion',
        { name: 'Sale', kind: 'PERCENT_OFF', value: '10', ...input },
        'promotion { id name kind value currencyCode startsAt endsAt products { id } }',
        who,
      ),
    /** A promotion of products that no catalog was asked about: rooms meet in test/journeys. */
    async promotion(
      input: Partial<Omit<PromotionDraft, 'startsAt' | 'endsAt'>> & { startsAt?: string; endsAt?: string },
    ) {
      const {
        repositories,
        now,
        newId: next,
      } = house.room('marketing').contextFor({
        ...serviceEnvelope('marketing', demoTenant, 'test'),
      }) as unknown as Context;
      const at = (instant?: string) => (instant === undefined ? null : new Date(instant));
      const { startsAt, endsAt, productIds = [], ...terms } = input;
      const draft = { name: 'Sale', kind: 'PERCENT_OFF' as const, value: '10', productIds, ...terms };
      const parsed = parsePromotion(
        { ...draft, startsAt: at(startsAt), endsAt: at(endsAt) },
        now(),
        demoTenant.currencies,
      );
      const id = next('prm');
      await repositories.promotions.insert(id, parsed, parseProductIds(productIds), now());
      const [promotion] = await this.entities('Promotion', [id], 'id name value currencyCode products { id }', manager);
      return { promotion };
    },
    endPromotion: (promotionId: string) => mutate('endPromotion', { promotionId }, 'promotion { id endsAt }', manager),
    /** What another room's entity asks of this one. */
    async entities(typename: string, ids: string[], selection: string, who: Who = {}) {
      const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on ${typename} { ${selection} } } }`;
      const answer = await ask(query, { representations: ids.map((id) => ({ __typename: typename, id })) }, who);
      if (answer.errors)
        throw new AggregateError(answer.errors, answer.errors.map((error) => error.message).join('; '));
      return answer.data._entities;
    },
    /** Past the code and past row-level security, as the owner of the database. */
    async sql(statement: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
      const client = new Client({ connectionString: house.databaseUrl });
      await client.connect();
      try {
        return (await client.query(statement, values)).rows;
      } finally {
        await client.end();
      }
    },
    /** The states that an entity went through, as the log of the room tells. */
    async history(entityId: string) {
      const log = 'select to_state from marketing.transitions where entity_id = $1 order by position';
      return (await this.sql(log, [entityId])).map((row) => row.to_state);
    },
    statements: (work: () => Promise<unknown>) => statementsOf(house, work),
  };
}
export type Story = Awaited<ReturnType<typeof startStory>>;
export const stop = (story: { house: TestHouse } | undefined) => story?.house.stop();
