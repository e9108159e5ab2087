import { service } from '../../../test/story/house';
import { sanFrancisco, startStory, ownStatementsOf, type Story } from './story';

let story: Story;
beforeAll(async () => void (story = await startStory()));
afterAll(() => story.stop());

const QUOTES = `query ($carts: [_Any!]!, $destination: AddressInput!) { _entities(representations: $carts) { ... on Cart {
  shippingQuotes(destination: $destination) { id carrier { id name } service price { amount currencyCode } minDays maxDays } } } }`;
const cart = (totalWeightGrams: number, currencyCode = 'USD') => ({
  __typename: 'Cart',
  id: 'crt_1',
  totalWeightGrams,
  currencyCode,
});
type Quote = { id: string; service: string; price: { amount: string } };
const askQuotes = (grams: number, destination: object = {}, currency = 'USD', as?: object) =>
  story.ask(QUOTES, { carts: [cart(grams, currency)], destination: { ...sanFrancisco, ...destination } }, as);
const quotes = async (...asked: Parameters<typeof askQuotes>) =>
  (await askQuotes(...asked)).data._entities[0].shippingQuotes as Quote[];
const firstQuote = async () => (await quotes(1200))[0] as Quote;

const PRICE = `query ($quoteId: ID!, $destination: AddressInput!, $grams: Int!, $currency: CurrencyCode!) {
  priceShipping(quoteId: $quoteId, destination: $destination, weightGrams: $grams, currencyCode: $currency) {
    serviceId carrierId price { amount } quotedPrice { amount } minDays maxDays } }`;
const price = async (
  quoteId: string,
  { grams = 1200, destination = {}, currency = 'USD' } = {},
  as: object = service('orders'),
) => {
  const variables = { quoteId, grams, currency, destination: { ...sanFrancisco, ...destination } };
  const answer = await story.ask(PRICE, variables, as);
  return answer.errors ? answer : answer.data.priceShipping;
};

describe('quotes for a cart', () => {
  it('given a destination in a postal split, answers its services, cheapest first, by the started kilogram', async () => {
    expect(await quotes(1200)).toEqual([
      {
        id: expect.any(String),
        carrier: { id: story.carrier.id, name: 'Swift' },
        service: 'Swift standard',
        price: { amount: '5.00', currencyCode: 'USD' },
        minDays: 3,
        maxDays: 5,
      },
      {
        id: expect.any(String),
        carrier: { id: story.carrier.id, name: 'Swift' },
        service: 'Swift express',
        price: { amount: '13.00', currencyCode: 'USD' },
        minDays: 1,
        maxDays: 2,
      },
    ]);
  });

  it.each([
    ['the rest of the country', { postalCode: '10001' }, '7.00'],
    ['the rest of the world', { postalCode: '10115', countryCode: 'DE' }, '36.00'],
    ['small letters and spaces', { postalCode: ' 94-103 ', countryCode: 'us' }, '5.00'],
  ])('given %s, takes the rates of that zone', async (_, destination, amount) => {
    expect((await quotes(1200, destination))[0]?.price.amount).toBe(amount);
  });

  it('given a cart too heavy for a service, leaves that service out', async () => {
    expect((await quotes(5001)).map((quote) => quote.service)).toEqual(['Swift standard']);
    expect(await quotes(20_001)).toEqual([]);
  });

  it('given a currency without rates, or another shop, answers none', async () => {
    expect(await quotes(100, {}, 'EUR')).toEqual([]);
    expect(await quotes(100, {}, 'USD', { tenant: 'other' })).toEqual([]);
  });

  it.each([
    { countryCode: 'ZZ' },
    { countryCode: 'USA' },
    { countryCode: '🇺🇸' },
    { countryCode: '*' },
    { postalCode: '🚚' },
    { postalCode: 'x'.repeat(300) },
  ])('given the destination %j, refuses with INVALID_INPUT', async (destination) => {
    expect((await askQuotes(100, destination)).errors?.[0]?.extensions?.code).toBe('INVALID_INPUT');
  });

  it('asks the database once, also for many carts', async () => {
    const variables = { carts: [cart(1), cart(2), cart(3, 'EUR')], destination: sanFrancisco };
    const statements = await ownStatementsOf(story.house, () => story.ask(QUOTES, variables));
    expect(statements).toHaveLength(1);
  });
});

describe('the price of a quote when the order is placed', () => {
  it('given nothing has changed, is what was quoted', async () => {
    const quote = await firstQuote();
    expect(await price(quote.id)).toEqual({
      serviceId: story.standard.id,
      carrierId: story.carrier.id,
      price: { amount: '5.00' },
      quotedPrice: { amount: '5.00' },
      minDays: 3,
      maxDays: 5,
    });
  });

  it('given a heavier parcel or a changed rate, is computed anew beside what was quoted', async () => {
    const quote = await firstQuote();
    expect(await price(quote.id, { grams: 2500 })).toMatchObject({
      price: { amount: '5.50' },
      quotedPrice: { amount: '5.00' },
    });
    await story.rate(story.standard.id, 'west', '6.00', '0.50');
    expect(await price(quote.id)).toMatchObject({ price: { amount: '7.00' }, quotedPrice: { amount: '5.00' } });
    await story.rate(story.standard.id, 'west', '4.00', '0.50');
  });

  it('given another zone, another currency, too heavy a parcel or a withdrawn service, is null', async () => {
    const quote = await firstQuote();
    expect(await price(quote.id, { destination: { postalCode: '10001' } })).toBeNull();
    expect(await price(quote.id, { currency: 'EUR' })).toBeNull();
    expect(await price(quote.id, { grams: 20_001 })).toBeNull();
    expect(await price(quote.id, { grams: -1 })).toBeNull();
    await story.act('setCarrierServiceActive', { serviceId: story.standard.id, active: false });
    expect(await price(quote.id)).toBeNull();
    await story.act('setCarrierServiceActive', { serviceId: story.standard.id, active: true });
  });

  it.each(['', 'quote', 'a.b', '🚚', `${Buffer.from('[1,2]').toString('base64url')}.xxxxxxxx`])(
    'given the id "%s", is null',
    async (id) => {
      expect(await price(id)).toBeNull();
    },
  );

  it('given a quote of another shop, is null', async () => {
    const quote = await firstQuote();
    expect(await price(quote.id, {}, { ...service('orders'), tenant: 'other' })).toBeNull();
  });

  it('given somebody who is no room, is refused', async () => {
    expect((await price('x', {}, story.clerk)).errors[0].extensions.code).toBe('FORBIDDEN');
  });
});

describe('a delivery estimate', () => {
  const ESTIMATE = `query ($products: [_Any!]!, $countryCode: String!, $postalCode: String!) { _entities(representations: $products) { ... on Product {
    deliveryEstimate(countryCode: $countryCode, postalCode: $postalCode) { carrier { name } price { amount currencyCode } minDays maxDays } } } }`;
  const product = (shippingWeightGrams: number) => ({ __typename: 'Product', id: 'prd_1', shippingWeightGrams });
  const estimate = (products: object[], place: object = {}, as: object = {}) =>
    story.ask(ESTIMATE, { products, countryCode: 'US', postalCode: '94103', ...place }, as);

  it('given a list of products, answers the cheapest service for each, in one statement', async () => {
    const statements = await ownStatementsOf(story.house, async () => {
      const answer = await estimate([product(200), product(1500), product(30_000)]);
      const amounts = answer.data._entities.map(
        (each: { deliveryEstimate?: { price: { amount: string } } }) => each.deliveryEstimate?.price.amount,
      );
      expect(amounts).toEqual(['4.50', '5.00', undefined]);
    });
    expect(statements).toHaveLength(1);
  });

  it('given a currency without rates, is null', async () => {
    expect((await estimate([product(200)], {}, { currency: 'EUR' })).data._entities).toEqual([
      { deliveryEstimate: null },
    ]);
  });

  it('given no country, is refused with INVALID_INPUT', async () => {
    expect((await estimate([product(200)], { countryCode: '' })).errors?.[0]?.extensions?.code).toBe('INVALID_INPUT');
  });
});
