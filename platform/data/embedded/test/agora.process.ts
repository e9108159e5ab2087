import { Client } from 'pg';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../index';

const [directory = '', end] = process.argv.slice(2);

/** Writes something down before it lets the database go. */
async function drain(database: EmbeddedPostgres) {
  const client = new Client({ connectionString: database.url });
  await client.connect();
  await client.query('CREATE TABLE drained AS SELECT 1 AS row');
  await client.end();
  await database.stop();
  process.exit(7);
}

startEmbeddedPostgres({ dataDirectory: directory }).then(
  (database) => {
    if (end === 'drain') process.once('SIGINT', () => void drain(database));
    process.stdout.write(`${JSON.stringify({ url: database.url })}\n`);
    if (end === 'exit') process.exit(0);
    if (end === 'throw') throw new Error('a bug in Agora');
  },
  ({ name, message }: Error) => process.stdout.write(`${JSON.stringify({ name, error: message })}\n`),
);
