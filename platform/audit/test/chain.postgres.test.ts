import { createHash } from 'node:crypto';
import { Client } from 'pg';
import type { Context } from '../../test/shelf/subgraph';
import { startShelf, type Shelf } from '../../test/shelf/story';
import { brokenLinks, type BrokenLink } from '../chain';

type Link = { position: string; previous_hash: string; hash: string; entry: string };

let house: Shelf;
beforeAll(async () => void (house = await startShelf()));
beforeEach(() => behindOurBack('truncate users.audit_log, users.audit_heads'));
afterAll(() => house.stop());

const write = (action: string, context: Context = house.context()) =>
  context.transaction(async (tx) => tx.audit({ action, details: { of: action } }));

/** As an intruder who may do anything. */
async function behindOurBack<Row extends object>(statement: string): Promise<Row[]> {
  const client = new Client({ connectionString: house.databaseUrl });
  await client.connect();
  try {
    return (await client.query<Row>(statement)).rows;
  } finally {
    await client.end();
  }
}
const chain = (tenant = 'demo') =>
  behindOurBack<Link>(
    `select position, previous_hash, hash, entry::text from users.audit_log where tenant_id = '${tenant}' order by position`,
  );
const broken = () => behindOurBack<BrokenLink>(brokenLinks('users'));

describe('an audit chain', () => {
  it('given deeds, then each entry tells who did what and when, and has the hash of the one before', async () => {
    for (const action of ['users.one', 'users.two']) await write(action);
    const links = await chain();
    expect(links.map(({ entry }) => JSON.parse(entry) as object)).toEqual(
      ['users.one', 'users.two'].map((action) => ({
        at: house.clock.now().toISOString(),
        actor: 'service:users',
        requestId: 'test',
        action,
        details: { of: action },
      })),
    );
    let previous = '0'.repeat(64);
    for (const [index, link] of links.entries()) {
      const content = [previous, 'demo', index + 1, link.entry].join('\n');
      const hash = createHash('sha256').update(content).digest('hex');
      expect(link).toMatchObject({ position: String(index + 1), previous_hash: previous, hash });
      previous = hash;
    }
    expect(await broken()).toEqual([]);
  });

  it('given many at once, then they stand one behind the other', async () => {
    await Promise.all(Array.from({ length: 25 }, (_, index) => write(`users.${index}`)));
    expect((await chain()).map(({ position }) => Number(position))).toEqual(
      Array.from({ length: 25 }, (_, n) => n + 1),
    );
    expect(await broken()).toEqual([]);
  });

  it('given a transaction that does not commit, then it tells nothing', async () => {
    const failing = house.context().transaction(async (tx) => {
      tx.audit({ action: 'users.never', details: null });
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    await write('users.after');
    expect((await chain()).map(({ entry }) => (JSON.parse(entry) as { action: string }).action)).toEqual([
      'users.after',
    ]);
  });

  it('given two shops, then each has a chain of its own', async () => {
    await write('users.here');
    await write('users.there', house.context('other'));
    expect([await chain(), await chain('other')]).toMatchObject([[{ position: '1' }], [{ position: '1' }]]);
    expect(await broken()).toEqual([]);
  });

  it.each(['update users.audit_log set position = 9', 'delete from users.audit_log', 'delete from users.audit_heads'])(
    'lets the room itself do none of this: %s',
    async (statement) => {
      await write('users.one');
      await expect(
        behindOurBack(`begin; set local role agora_users; set local agora.tenant = 'demo'; ${statement}; commit`),
      ).rejects.toThrow('permission denied');
    },
  );
});

describe('a chain that somebody has changed by hand', () => {
  const forged = `json_build_object('action', 'users.forged')`;
  const insert = (position: number, hash: string, previous: string) =>
    `insert into users.audit_log (tenant_id, position, previous_hash, hash, entry)
     select 'demo', ${position}, ${previous}, ${hash}, ${forged} from users.audit_heads head where tenant_id = 'demo'`;
  const rehashed = (position: number) => `
    update users.audit_log set entry = ${forged} where position = ${position};
    update users.audit_log set hash = encode(sha256(convert_to(concat_ws(E'\\n', previous_hash, tenant_id, position, entry::text), 'UTF8')), 'hex')
     where position = ${position}`;

  it.each([
    ['an entry altered', `update users.audit_log set entry = ${forged} where position = 2`, ['2']],
    ['an entry altered, with a hash that fits', rehashed(2), ['3']],
    ['the last entry altered, with a hash that fits', rehashed(3), ['3']],
    ['an entry taken out of the middle', 'delete from users.audit_log where position = 2', ['3']],
    ['the first entry taken away', 'delete from users.audit_log where position = 1', ['2', '3']],
    ['the last entry taken away', 'delete from users.audit_log where position = 3', ['3']],
    ['all of them taken away', 'delete from users.audit_log', ['3']],
    ['an entry put in at the end', insert(4, `repeat('a', 64)`, 'head.hash'), ['3', '4']],
    [
      'an entry put in between',
      `update users.audit_log set position = 4 where position = 3; ${insert(3, `repeat('a', 64)`, 'head.hash')}`,
      ['3', '3', '4'],
    ],
    [
      'two entries exchanged',
      `update users.audit_log set position = 9 where position = 1; update users.audit_log set position = 1 where position = 2;
       update users.audit_log set position = 2 where position = 9`,
      ['1', '2', '3'],
    ],
    [
      'an entry moved to another shop',
      `update users.audit_log set tenant_id = 'other', position = 1, previous_hash = repeat('0', 64) where position = 1`,
      ['1', '2', '3'],
    ],
    ['the end forgotten', 'delete from users.audit_heads', ['3']],
  ])('given %s, then that is found', async (_, tampering, positions) => {
    for (const action of ['users.one', 'users.two', 'users.three']) await write(action);
    await behindOurBack(tampering);
    const found = new Set((await broken()).map(({ position }) => position));
    expect([...found].toSorted()).toEqual([...new Set(positions)]);
  });
});
