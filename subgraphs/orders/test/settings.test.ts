describe('the time to pay', () => {
  const before = process.env.ORDERS_PAYMENT_MINUTES;
  afterEach(() => {
    if (before === undefined) delete process.env.ORDERS_PAYMENT_MINUTES;
    else process.env.ORDERS_PAYMENT_MINUTES = before;
  });
  const read = (value?: string) => {
    if (value === undefined) delete process.env.ORDERS_PAYMENT_MINUTES;
    else process.env.ORDERS_PAYMENT_MINUTES = value;
    let settings: typeof import('../settings') | undefined;
    jest.isolateModules(() => (settings = jest.requireActual('../settings')));
    return settings?.TIME_TO_PAY;
  };

  it('is 15 minutes unless the environment says otherwise', () => {
    expect(read()).toBe(15 * 60_000);
    expect(read('2')).toBe(2 * 60_000);
  });

  it.each(['', '0', '-1', '1.5', 'soon', '1441'])('is refused with a sentence when it is "%s"', (value) => {
    expect(() => read(value)).toThrow('use whole minutes from 1 to 1440');
  });
});
