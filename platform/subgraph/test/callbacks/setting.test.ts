import { wantsCallbacks } from '../../callbacks/protocol';
import { isRouter, readRouters } from '../../callbacks/routers';

describe('the routers of a setting', () => {
  const may = (setting: string, url: string) => isRouter(new URL(url), readRouters(setting));

  it('may be several, each with what lies below it', () => {
    const setting = 'http://router:4000/callback, https://edge.example/';
    expect(may(setting, 'http://router:4000/callback')).toBe(true);
    expect(may(setting, 'http://router:4000/callback/a/b?c=d')).toBe(true);
    expect(may(setting, 'https://edge.example:443/anything')).toBe(true);
    expect(may(setting, 'http://edge.example/anything')).toBe(false);
  });

  it('given none, then nobody may be called', () => {
    expect(readRouters(' , ')).toEqual([]);
    expect(may('', 'http://router:4000/callback')).toBe(false);
  });

  it.each(['router', 'ws://router/callback', 'http://a:b@router/', 'http://router/?a=b', 'http://router/#a'])(
    'given %s, then a sentence that says so',
    (setting) => expect(() => readRouters(setting)).toThrow(`"${setting}" is no address of a router`),
  );
});

describe('a request that wants to be called back', () => {
  const extensions = { subscription: {} };

  it.each([
    'application/json;callbackSpec=1.0',
    'application/json;callbackSpec=1.0; charset=utf-8',
    'Application/JSON; callbackspec="1.0"',
    'multipart/mixed;subscriptionSpec=1.0, application/json;callbackSpec=1.0',
  ])('says so: %s', (accept) => expect(wantsCallbacks(accept, extensions)).toBe(true));

  it.each([
    undefined,
    'application/json',
    'application/json;callbackSpec=2.0',
    'multipart/mixed;callbackSpec=1.0, application/json',
  ])('is none with %s', (accept) => expect(wantsCallbacks(accept, extensions)).toBe(false));

  it('is none without an address', () => {
    for (const none of [undefined, null, {}, 'subscription'])
      expect(wantsCallbacks('application/json;callbackSpec=1.0', none)).toBe(false);
  });
});
