import { encodeCursor } from '../../../../platform/kernel/connections';
import { newId } from '../../../../platform/kernel/ids';
import { quoteId, readQuoteId } from '../../domain/quoteId';

const quote = { serviceId: newId('svc', new Date(0)), zoneCode: 'west', price: { minor: 450, currency: 'USD' } };

describe('the id of a quote', () => {
  it('says what was quoted', () => expect(readQuoteId('demo', quoteId('demo', quote))).toEqual(quote));
  it('means nothing to another shop', () => expect(readQuoteId('other', quoteId('demo', quote))).toBeNull());
  it('that was damaged means nothing', () => expect(readQuoteId('demo', `x${quoteId('demo', quote)}`)).toBeNull());

  it.each([
    [['svc_x', 'west', 'USD', 1]],
    [[quote.serviceId, 5, 'USD', 1]],
    [[quote.serviceId, 'west', 'gold', 1]],
    [[quote.serviceId, 'west', 'USD', -1]],
    [[quote.serviceId, 'west', 'USD', 1.5]],
    [[quote.serviceId, 'west', 'USD', '1']],
    [[]],
  ])('that was made up of %j means nothing', (keys) => {
    expect(readQuoteId('demo', encodeCursor('shippingQuotes/demo', keys))).toBeNull();
  });
});
