import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** `[importing file, what it imports]`: "Who may import whom" of the architecture, sentence by sentence. */
type Case = readonly [file: string, imports: string];

const forbidden: Record<string, Case[]> = {
  'a room imports no other room': [
    ['subgraphs/orders/subgraph.ts', '../catalog/domain/stock'],
    ['subgraphs/orders/subgraph.ts', '..'],
    ['subgraphs/orders/subgraph.ts', '../index'],
    ['subgraphs/orders/data/order.repository.ts', '../../catalog/data/tables'],
    ['subgraphs/orders/resolvers/Query/order.ts', '../../../payments/errors'],
    ['subgraphs/orders/resolvers/Order.ts', '../../users/errors'],
    ['subgraphs/orders/data/seed/products/shoes.ts', '../../../../catalog/subgraph'],
    ['subgraphs/orders/test/resolvers/order.test.ts', '../../../catalog/subgraph'],
    ['subgraphs/orders/test/order.test.ts', '../../../subgraphs'],
  ],
  'a room imports nothing of the house but platform/': [
    ['subgraphs/orders/subgraph.ts', '../../gateway/main'],
    ['subgraphs/orders/data/order.repository.ts', '../../../scripts/compose'],
    ['subgraphs/orders/resolvers/Query/order.ts', '../../../../gateway/main'],
  ],
  'domain/ stands on the kernel and the machine alone': [
    ['subgraphs/orders/domain/price.ts', 'drizzle-orm'],
    ['subgraphs/orders/domain/price.ts', 'node:crypto'],
    ['subgraphs/orders/domain/price.ts', '../data/tables'],
    ['subgraphs/orders/domain/price.ts', '../__generated__/resolvers'],
    ['subgraphs/orders/domain/price.ts', '../../../platform/data/database'],
    ['subgraphs/orders/domain/price.ts', '../../catalog/domain/stock'],
    ['subgraphs/orders/domain/pricing/tax.ts', 'graphql'],
    ['subgraphs/orders/domain/pricing/tax.ts', '../../data/tables'],
    ['subgraphs/orders/domain/pricing/tax.ts', '../../errors'],
    ['subgraphs/orders/domain/pricing/tax.ts', '../../../../platform/events/bus'],
  ],
  'resolvers/ reach no database': [
    ['subgraphs/orders/resolvers/Order.ts', 'drizzle-orm'],
    ['subgraphs/orders/resolvers/Order.ts', '../data/tables'],
    ['subgraphs/orders/resolvers/Mutation/placeOrder.ts', 'drizzle-orm/pg-core'],
    ['subgraphs/orders/resolvers/Mutation/placeOrder.ts', 'pg'],
    ['subgraphs/orders/resolvers/Mutation/placeOrder.ts', '../../data/tables'],
  ],
  'platform/ imports no room': [
    ['platform/events/relay.ts', '../../subgraphs/orders/events'],
    ['platform/subgraph/define.ts', '../../subgraphs'],
    ['platform/kernel/money.ts', '../../gateway/main'],
  ],
  'gateway/ imports the street alone': [
    ['gateway/main.ts', '../subgraphs/orders/subgraph'],
    ['gateway/transports/local.ts', '../../subgraphs/orders'],
    ['gateway/transports/local.ts', '../../subgraphs/serve'],
  ],
};

const allowed: Case[] = [
  ['subgraphs/orders/subgraph.ts', './domain/order.machine'],
  ['subgraphs/orders/subgraph.ts', '../../platform/subgraph'],
  ['subgraphs/orders/data/order.repository.ts', '../domain/price'],
  ['subgraphs/orders/data/order.repository.ts', '../../../platform/data/database'],
  ['subgraphs/orders/sagas/placeOrder.ts', '../__generated__/catalog'],
  ['subgraphs/orders/resolvers/Order.ts', '../__generated__/resolvers'],
  ['subgraphs/orders/resolvers/Mutation/placeOrder.ts', '../../sagas/placeOrder'],
  ['subgraphs/orders/resolvers/Mutation/placeOrder.ts', '../../../../platform/kernel/ids'],
  ['subgraphs/orders/domain/price.ts', './pricing/tax'],
  ['subgraphs/orders/domain/price.ts', '../../../platform/kernel/money'],
  ['subgraphs/orders/domain/order.machine.ts', '../../../platform/machine'],
  ['subgraphs/orders/domain/pricing/tax.ts', '../price'],
  ['subgraphs/orders/domain/pricing/tax.ts', '../discounts/rule'],
  ['subgraphs/orders/domain/pricing/tax.ts', '../../../../platform/kernel'],
  ['subgraphs/orders/test/resolvers/order.test.ts', '../../subgraph'],
  ['subgraphs/orders/test/order.test.ts', '../../../test/story'],
  ['subgraphs/index.ts', './orders/subgraph'],
  ['gateway/main.ts', '../subgraphs/index'],
  ['gateway/transports/local.ts', '../../subgraphs/index'],
  ['platform/events/relay.ts', '../data/database'],
];

/** Every way in which a file can name another module. */
const spellings = (module: string) => `
import { it } from '${module}';
import type { It } from '${module}';
export * from '${module}';
export const later = import('${module}');
export const borrowed: It = it;
`;

/** Lints all cases at once, each as a file of its own in an empty house, and counts the imports refused in each. */
function countRefusals(cases: Case[]): Map<string, number> {
  const house = mkdtempSync(join(tmpdir(), 'agora-boundaries-'));
  try {
    copyFileSync(join(repository, '.oxlintrc.json'), join(house, '.oxlintrc.json'));
    const files = cases.map(([file], index) => file.replace('.ts', `.${index}.ts`));
    files.forEach((file, index) => write(join(house, file), spellings(cases[index]![1])));
    const refused = lint(house).filter((finding) => finding.code === 'eslint(no-restricted-imports)');
    const count = (file?: string) => refused.filter(({ filename }) => filename === file).length;
    return new Map(cases.map((each, index) => [each.join(), count(files[index])]));
  } finally {
    rmSync(house, { recursive: true, force: true });
  }
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function lint(directory: string): { code: string; filename: string }[] {
  const program = join(repository, 'node_modules/.bin/oxlint');
  const { stdout, stderr } = spawnSync(program, ['--format=json'], { cwd: directory, encoding: 'utf8' });
  if (!stdout.startsWith('{')) throw new Error(`oxlint did not run: ${stdout}${stderr}`);
  return (JSON.parse(stdout) as { diagnostics: { code: string; filename: string }[] }).diagnostics;
}

const repository = join(__dirname, '../..');
const refusals = countRefusals([...Object.values(forbidden).flat(), ...allowed]);

describe.each(Object.entries(forbidden))('%s', (_rule, cases) => {
  it.each(cases)('%s must not import %s', (...each) => {
    expect(refusals.get(each.join())).toBe(4);
  });
});

describe('what the boundaries leave open', () => {
  it.each(allowed)('%s may import %s', (...each) => {
    expect(refusals.get(each.join())).toBe(0);
  });
});
