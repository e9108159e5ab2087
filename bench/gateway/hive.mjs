import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createGatewayRuntime } from '@graphql-hive/gateway-runtime';
import { unifiedGraphHandler } from '@graphql-hive/router-runtime';

// Hive Gateway with Hive Router's planner and executor, behind Node's HTTP server as its own command line puts it there.

const [supergraphFile] = process.argv.slice(2);
const gateway = createGatewayRuntime({
  supergraph: readFileSync(supergraphFile, 'utf8'),
  unifiedGraphHandler,
  logging: 'warn',
});
const server = createServer(gateway).listen(0, '127.0.0.1');
await once(server, 'listening');

process.on('disconnect', () => process.exit());
process.send({ url: `http://127.0.0.1:${server.address().port}/graphql` });
