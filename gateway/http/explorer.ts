import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';

const packaged = (name: string, file: string) => path.join(path.dirname(require.resolve(`${name}/package.json`)), file);
const own = (file: string) => path.join(__dirname, '..', 'explorer', file);

/** All that the explorer is made of lies in node_modules: it works without the internet. */
const FILES: Record<string, () => string> = {
  'react.js': () => packaged('react', 'umd/react.production.min.js'),
  'react-dom.js': () => packaged('react-dom', 'umd/react-dom.production.min.js'),
  'graphql-ws.js': () => path.join(path.dirname(require.resolve('graphql-ws')), '../umd/graphql-ws.min.js'),
  'graphiql.js': () => packaged('graphiql', 'graphiql.min.js'),
  'graphiql.css': () => packaged('graphiql', 'graphiql.min.css'),
  'explorer.js': () => own('explorer.js'),
  'operations.js': () => own('operations.js'),
  'explorer.css': () => own('explorer.css'),
};

const HOST = /^[\w.-]+(:\d+)?$|^\[[\da-f:]+\](:\d+)?$/i;

/** Scripts from here alone. CodeMirror sets styles on elements, which a stricter style-src would refuse. */
function contentSecurityPolicy(host: string | undefined): string {
  const sockets = host !== undefined && HOST.test(host) ? `ws://${host} wss://${host}` : '';
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    `connect-src 'self' ${sockets}`.trim(),
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** GraphiQL at `/`. */
export function serveExplorer(fastify: FastifyInstance): void {
  const read = new Map<string, Promise<Buffer>>();
  const load = (file: string) => {
    const content = read.get(file) ?? readFile(file);
    read.set(file, content);
    return content;
  };

  fastify.get('/', async ({ headers }, reply) => {
    void reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache');
    void reply.header('content-security-policy', contentSecurityPolicy(headers.host));
    void reply.header('referrer-policy', 'no-referrer');
    return load(own('index.html'));
  });
  for (const [name, file] of Object.entries(FILES)) {
    fastify.get(`/explorer/${name}`, async (_request, reply) => {
      void reply.type(`text/${name.endsWith('.css') ? 'css' : 'javascript'}; charset=utf-8`);
      void reply.header('cache-control', 'no-cache');
      return load(file());
    });
  }
  fastify.get('/favicon.ico', async (_request, reply) => reply.code(204).send());
}
