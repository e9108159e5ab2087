import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { describeWithCertificates, newAuthority, tlsIn } from '../../../test/story/certificates';
import { temporaryFolder } from '../../../test/story/files';
import { DOCKER } from './process';

const ROOT = path.join(DOCKER, '..');
const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');
const patternsIn = (file: string) =>
  read(file)
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
/** The list that follows an instruction in the last stage. */
const listAfter = (instruction: RegExp) =>
  JSON.parse(read('docker/Dockerfile').match(new RegExp(`${instruction.source} (\\[.*\\])`))?.[1] ?? '[]') as string[];

describe('docker/Dockerfile', () => {
  it('has a first process that hands signals on, also before Agora has loaded', () => {
    expect(listAfter(/\nENTRYPOINT/)).toEqual(['tini', '--']);
    expect(read('docker/Dockerfile')).toMatch(/apt-get install .*\btini\b/);
  });
});

describe('.dockerignore', () => {
  // It is made to be served.
  const MEANT_FOR_GATEWAYS = ['client/persisted-operations.json'];

  it('leaves out, in every folder, what git leaves out', () => {
    const wanted = patternsIn('.gitignore')
      .filter((each) => !MEANT_FOR_GATEWAYS.includes(each))
      .map((each) => `**/${each.replace(/\/$/, '')}`);
    expect(patternsIn('.dockerignore')).toEqual(expect.arrayContaining(wanted));
  });

  it('leaves out the keys and certificates that are made as docs/deployment.md says', () => {
    const made = [...read('docs/deployment.md').matchAll(/-(?:keyout|out) (\S+)/g)].map(([, file = '']) => file);
    expect(made).toContain('ca.key');
    const patterns = made.map((file) => `**/*${path.extname(file)}`);
    expect(patternsIn('.dockerignore')).toEqual(expect.arrayContaining(patterns));
  });
});

describe('the health check', () => {
  /** What it ends with, when `server` is in the place of Agora. */
  async function codeFor(server: http.Server): Promise<unknown> {
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const { port } = server.address() as AddressInfo;
    const [, ...args] = listAfter(/HEALTHCHECK[^[]*CMD/);
    const check = spawn(process.execPath, args, { cwd: ROOT, env: { PORT: String(port) } });
    const [code] = await once(check, 'exit');
    server.closeAllConnections();
    server.close();
    return code;
  }
  const answering = (status: number) => (request: http.IncomingMessage, response: http.ServerResponse) =>
    void response.writeHead(request.url === '/health/ready' ? status : 404).end();

  it('ends with 0 when Agora is ready, and with 1 when it is not', async () => {
    expect(await codeFor(http.createServer(answering(200)))).toBe(0);
    expect(await codeFor(http.createServer(answering(503)))).toBe(1);
  });

  describeWithCertificates('of a room that answers by TLS alone', () => {
    it('ends with 0 as well', async () => {
      const tls = tlsIn(newAuthority(temporaryFolder(), 'ours').certificate('orders'));
      const server = https.createServer({ ...tls, requestCert: true, rejectUnauthorized: false }, answering(200));
      expect(await codeFor(server)).toBe(0);
    });
  });
});
