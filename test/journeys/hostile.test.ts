import { buildClientSchema, getIntrospectionQuery } from 'graphql';
import {
  attacksOn,
  combined,
  describeAttack,
  fillPool,
  randomness,
  variablesOf,
  type Attack,
  type Pool,
} from '../faults/attack';
import { rootFields, type RootField } from '../faults/operations';
import { validVariables } from '../faults/validInputs';
import { startTestAgora, type TestAgora } from '../story/agora';
import type { Person } from '../story/people';
import { startStory } from '../story/shop';
import { furnish, type World } from '../story/world';

/** HOSTILE_SHARE=1 sends every attack there is, about 11,000; HOSTILE_SEED draws others. */
const { HOSTILE_SHARE = '0.15', HOSTILE_SEED = '1' } = process.env;
const random = randomness(Number(HOSTILE_SEED));
const LANES = 6;

/** What must never be read in an answer: where something failed inside, and how Postgres put it. */
const INSIDE =
  /node_modules|\.[tj]s:\d|at async|SQLSTATE|pg_catalog|violates|duplicate key|invalid input syntax|out of range for type|insert into|select "|update "|TypeError|Cannot read prop|is not a function|drizzle|dbos/i;

/** They take from the shop what other operations need, so they come last. */
const LAST =
  'setVariantPrice setShippingRate setShippingZone archiveProduct setCarrierServiceActive removeAddress changePassword signOut revokeRole'.split(
    ' ',
  );

let agora: TestAgora;
let world: World;
let fields: RootField[];
let people: Record<string, Person>;
let pool: Pool;
beforeAll(async () => {
  agora = await startTestAgora();
  world = await furnish(agora, await startStory(agora));
  const { shop, ada, lamp } = world;
  const more = { variantId: lamp.variantId, delta: 100_000, reason: 'Plenty', idempotencyKey: 'plenty' };
  await shop.clerk.act('AdjustStock', more);
  pool = await fillPool(world, agora.rest);
  people = { buyer: ada, clerk: shop.clerk, chief: shop.chief, guest: shop.guest };
  const all = rootFields(buildClientSchema(await shop.guest.ask(getIntrospectionQuery())));
  fields = all.toSorted((one, other) => LAST.indexOf(one.name) - LAST.indexOf(other.name));
});
afterAll(() => agora.stop());

const found: string[] = [];

/** Sends one request, whatever its kind; answers its body. What should not be in the answer is noted. */
async function send(who: string, { kind, text }: RootField, variables: object, what: string): Promise<string> {
  const { token, headers } = await (people[who] as Person).caller();
  const leave = new AbortController();
  const response = await fetch(`${agora.url}/graphql${kind === 'subscription' ? '/stream' : ''}`, {
    method: 'POST',
    signal: leave.signal,
    headers: {
      'content-type': 'application/json',
      ...(kind === 'subscription' && { accept: 'text/event-stream' }),
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...headers,
    },
    body: JSON.stringify({ query: text, variables }),
  });
  const isStream = response.headers.get('content-type')?.includes('event-stream') ?? false;
  const body = isStream ? '{}' : await response.text();
  leave.abort();
  const { errors = [] } = JSON.parse(body) as { errors?: { extensions?: { code?: string } }[] };
  const codes = errors.map(({ extensions }) => extensions?.code);
  const isBad = response.status >= 500 || codes.includes('INTERNAL') || codes.includes(undefined) || INSIDE.test(body);
  if (isBad) found.push(`${who}: ${what} -> ${response.status} ${JSON.stringify(errors).slice(0, 300)}`);
  return body;
}

/** Who gets beyond the policy of an operation; those alone for whom it does what it is for, if there are any. */
async function admitted(field: RootField): Promise<string[]> {
  const [served, admits]: [string[], string[]] = [[], []];
  for (const who of Object.keys(people)) {
    const answer = await send(who, field, validVariables(world, field), `${field.name} as it should be`);
    if (!/"code":"[A-Z_]+"/.test(answer)) served.push(who);
    if (!/"(FORBIDDEN|UNAUTHENTICATED)"/.test(answer) || /"data":\{"\w+":\{/.test(answer)) admits.push(who);
  }
  return served.length > 0 ? served : admits;
}

async function attack(field: RootField): Promise<number> {
  const admits = await admitted(field);
  const single = attacksOn(field, world);
  const share = Number(HOSTILE_SHARE);
  const attacks: Attack[] = [
    ...single.filter(() => random() < share),
    ...combined(single, random, Math.ceil(single.length * share * 0.2)),
  ];
  const count = attacks.length;
  const lane = async () => {
    for (let next = attacks.pop(); next; next = attacks.pop()) {
      const who = admits[Math.floor(random() * admits.length)] ?? 'chief';
      await send(who, field, await variablesOf(next, world, pool), describeAttack(next));
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return count;
}

it('is never made to fail, nor to tell what is inside, by whatever stands in the arguments of its operations', async () => {
  let sent = 0;
  for (const field of fields) sent += await attack(field);
  expect(found).toEqual([]);
  expect(sent).toBeGreaterThan(800);
}, 600_000);

it('refuses what is larger than a request may be', async () => {
  const product = fields.find(({ name }) => name === 'product') as RootField;
  const search = fields.find(({ name }) => name === 'searchProducts') as RootField;
  const megabyte = 'x'.repeat(1_048_576);
  for (const [field, variables] of [
    [product, { slug: megabyte }],
    [search, { query: megabyte, first: 1 }],
  ] as const) {
    expect(await send('guest', field, variables, 'a megabyte')).toContain('LIMIT_EXCEEDED');
  }
  expect(found).toEqual([]);
});

it('goes on serving, and every invariant holds', async () => {
  expect((await fetch(`${agora.url}/health/ready`)).status).toBe(200);
  expect((await world.shop.guest.ask('ProductList', { first: 5 })).products).toBeTruthy();
  expect(await agora.violations()).toEqual([]);
});
