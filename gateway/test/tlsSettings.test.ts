import path from 'node:path';
import { describeWithCertificates, newAuthority, type TlsFiles } from '../../test/story/certificates';
import { temporaryFile, temporaryFolder } from '../../test/story/files';
import { isDistributed, tlsOf } from '../serviceSettings';
import { readSettings } from '../settings';

describeWithCertificates('the settings of TLS', () => {
  const folder = temporaryFolder();
  let authority: ReturnType<typeof newAuthority>;
  let good: TlsFiles;
  beforeAll(() => {
    authority = newAuthority(folder, 'authority');
    good = authority.certificate('orders');
  });

  it('given a certificate, its key and an authority, then they are read', () => {
    expect(tlsOf(readSettings(good))).toEqual({
      cert: expect.stringContaining('BEGIN CERTIFICATE'),
      key: expect.stringContaining('PRIVATE KEY'),
      ca: expect.stringContaining('BEGIN CERTIFICATE'),
    });
  });

  it('given none, then nothing is shown', () => {
    expect(tlsOf(readSettings({}))).toBeUndefined();
  });

  it('given one without the others, then it names them', () => {
    expect(() => readSettings({ TLS_CERT: good.TLS_CERT })).toThrow('TLS_CERT needs TLS_KEY and TLS_CA as well.');
  });

  const nowhere = path.join(folder, 'nowhere.pem');
  const noPem = temporaryFile('notes.txt', 'no certificate');
  it.each<[string, () => object, string]>([
    [
      'a file that is not there',
      () => ({ TLS_CERT: nowhere }),
      `TLS_CERT names a file that does not exist: ${nowhere}.`,
    ],
    ['a folder', () => ({ TLS_CA: folder }), 'TLS_CA must be the file of a certificate, in PEM: EISDIR'],
    ['a file without a certificate', () => ({ TLS_CA: noPem }), `in PEM: ${noPem} holds none.`],
    ['a key that is none', () => ({ TLS_KEY: noPem }), 'TLS_KEY must be a private key in PEM'],
    [
      'the key of another',
      () => ({ TLS_KEY: authority.certificate('users').TLS_KEY }),
      'TLS_KEY is not the key of the',
    ],
  ])('given %s, then a sentence says so', (_, change, sentence) => {
    expect(() => readSettings({ ...good, ...change() })).toThrow(sentence);
  });

  it('given a certificate that has expired, then it says when, and what to do', () => {
    const expired = authority.certificate('old', -1);
    expect(() => readSettings(expired)).toThrow(
      /TLS_CERT holds a certificate that has expired on .* GMT: put a new one into .*old\.pem, and start again\./,
    );
  });

  it('given rooms that are not asked by TLS, then it names them', () => {
    const rooms = ['users', 'catalog', 'orders', 'payments', 'logistics', 'marketing', 'search'];
    const urls = Object.fromEntries(rooms.map((room) => [`${room.toUpperCase()}_URL`, `https://${room}:4000`]));
    const env = { ...urls, ...good, SERVICE_KEYS: `a:${'x'.repeat(32)}`, ORDERS_URL: 'https://a:1, http://b:2' };
    expect(() => isDistributed(readSettings(env))).toThrow(
      'ORDERS_URL must begin with https://, since TLS_CERT is given.',
    );
    expect(isDistributed(readSettings({ ...env, ORDERS_URL: 'https://a:1' }))).toBe(true);
  });
});
