import { Client } from 'pg';
import { migrateHouse } from '../../../platform/subgraph/house';
import { createDatabase, type TestDatabase } from '../../../test/story/house';
import { runProgram } from '../../../test/story/program';
import { subgraphs } from '../../../subgraphs';

let database: TestDatabase;
beforeAll(async () => {
  database = await createDatabase();
  await migrateHouse(subgraphs, () => database.url);
});
afterAll(() => database.drop());

async function audit(args: string[], { url } = database) {
  const { ended, output } = runProgram('scripts/audit/main.ts', args, { DATABASE_URL: url });
  const [code] = await ended;
  return { code, output: output() };
}

describe('npm run audit', () => {
  it('given chains that are whole, then it says so, and where they end', async () => {
    const { code, output } = await audit(['verify']);
    expect(output).toMatch(/users +demo +nothing yet/);
    expect(output).toContain('All audit chains are whole.');
    expect(code).toBe(0);
  });

  it('given a chain that is broken, then it names the entry, and fails', async () => {
    const client = new Client({ connectionString: database.url });
    await client.connect();
    await client.query(
      `insert into payments.audit_log (tenant_id, position, previous_hash, hash, entry) values ('demo', 7, '', '', '{}')`,
    );
    await client.end();
    const { code, output } = await audit(['verify']);
    expect(output).toMatch(/payments +demo +BROKEN\n +entry 7: It is not as it was written\./);
    expect(output).toContain('1 of 7 audit chains are not what they were');
    expect(code).toBe(1);
  });

  it('given a database that is not up to date, then it says how to bring it there', async () => {
    const empty = await createDatabase();
    const answer = await audit(['verify'], empty);
    await empty.drop();
    expect(answer).toMatchObject({
      code: 2,
      output: expect.stringMatching(/^There are no audit chains of users here yet\..+migrate\n$/),
    });
  });

  it('given no command, then it helps', async () => {
    expect(await audit([])).toMatchObject({ code: 64, output: expect.stringContaining('npm run audit -- verify') });
  });
});
