import { buildSchema, getOperationAST, parse } from 'graphql';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { knownClients } from '../../gateway/traffic/clients';
import { counting } from '../../gateway/traffic/counting';
import { median } from '../measure/statistics';

// What counting the use of the schema costs a request, measured by itself: it is too little to be seen in a whole one.

const REQUESTS = 500_000;
const ROUNDS = 5;

const LIST = 'query List($first: Int!) { products(first: $first) { nodes { id name variants { id sku } } } }';
const CART = 'mutation Cart($input: CreateCartInput!) { createCart(input: $input) { cart { id } } }';
const lines = [1, 2, 3].map((quantity) => ({ variantId: 'var_1', quantity }));

const ASKED = [
  { what: 'a query', source: LIST, variables: { first: 20 } },
  {
    what: 'a mutation with an input of nine fields',
    source: CART,
    variables: { input: { currencyCode: 'EUR', lines } },
  },
];

/** Microseconds of CPU a request. */
function cost(note: () => void): number {
  const before = process.cpuUsage();
  for (let request = 0; request < REQUESTS; request++) note();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / REQUESTS;
}

/** What each kind of request costs, in microseconds of CPU. */
export function measureRecording(): readonly { readonly what: string; readonly micros: number }[] {
  const schema = buildSchema(readFileSync(path.join(__dirname, '..', '..', 'client', 'api.graphql'), 'utf8'));
  const [clients, counts] = [knownClients(), counting()];
  return ASKED.map(({ what, source, variables }) => {
    const document = parse(source);
    const asked = { document, definition: getOperationAST(document)!, variables };
    // As they come with each request: texts that nobody has seen before.
    const fields = () => ({
      'apollographql-client-name': Buffer.from('storefront').toString(),
      'apollographql-client-version': Buffer.from('3.14.1').toString(),
    });
    const bare = () => void fields();
    const whole = () => counts.note(clients.of(fields()), schema, asked);
    const rounds = Array.from({ length: ROUNDS }, () => cost(whole) - cost(bare));
    return { what, micros: median(rounds) };
  });
}
