import { EXIT, type Exit } from '../../findings/verdict';
import { plural } from '../../findings/words';
import { usageOf, type ClientUse, type ElementUse } from '../../operations/usage';
import { apiSchemaOf, liveVersion } from '../../store/live';
import { StoreRefusal } from '../../store/store';
import { answer } from '../answer';
import { textOf, WrongUse, type Ground, type Parsed } from '../command';
import { momentOf } from '../times';

const USUAL = '30d';
const SHOWN = 20;

const recorded = ({ clients }: ElementUse) => clients.reduce((sum, { count }) => sum + count, 0);

function whoUses({ client, version, count, operations }: ClientUse): string {
  const name = `${client || 'clients without a name'} ${version}`.trim();
  const parts = [
    ...(count > 0 ? [`${count.toLocaleString('en-US')} times`] : []),
    ...(operations > 0 ? [`in ${plural(operations, 'operation')}`] : []),
  ];
  return `${name} ${parts.join(', ')}`;
}

/** The arguments of a field that nobody uses go with it. */
function unusedOf(elements: readonly ElementUse[]): readonly ElementUse[] {
  const unused = elements.filter(({ clients }) => clients.length === 0);
  const names = new Set(unused.map(({ coordinate }) => coordinate));
  return unused.filter(({ coordinate }) => {
    const field = coordinate.replace(/\(.*$/, '');
    return field === coordinate || !names.has(field);
  });
}

const typeOf = ({ coordinate }: ElementUse): string => coordinate.replace(/\..*$/, '');

/** A line for each type: what of it nobody uses. Types of which nobody uses anything are one line together. */
function unusedLines(unused: readonly ElementUse[], elements: readonly ElementUse[]): readonly string[] {
  const used = new Set(elements.filter(({ clients }) => clients.length > 0).map(typeOf));
  const whole = [...new Set(unused.map(typeOf))].filter((type) => !used.has(type));
  const types = new Map<string, string[]>();
  for (const each of unused.filter((one) => used.has(typeOf(one)))) {
    const element = each.coordinate.slice(typeOf(each).length + 1);
    const told = each.deprecated === null ? element : `${element} (deprecated)`;
    types.set(typeOf(each), [...(types.get(typeOf(each)) ?? []), told]);
  }
  return [
    ...(whole.length > 0 ? [`  all of ${whole.join(', ')}`] : []),
    ...[...types].map(([type, names]) => `  ${type}: ${names.join(', ')}`),
  ];
}

type Told = { readonly unused: readonly ElementUse[]; readonly sources: string; readonly all: boolean };

function text({ paint }: Ground, elements: readonly ElementUse[], { unused, sources, all }: Told): string {
  const used = elements
    .filter(({ clients }) => clients.length > 0)
    .toSorted((a, b) => recorded(b) - recorded(a) || b.clients.length - a.clients.length);
  const shown = all ? used : used.slice(0, SHOWN);
  return [
    ...(unused.length > 0 ? [paint.bold('Nobody uses'), ...unusedLines(unused, elements), ''] : []),
    ...(shown.length > 0 ? [paint.bold('Most used')] : []),
    ...shown.map((each) => `  ${each.coordinate}  ${paint.dim(each.clients.map(whoUses).join('; '))}`),
    ...(shown.length < used.length ? [paint.dim(`  and ${used.length - shown.length} more: --all`)] : []),
    '',
    `${plural(unused.length, 'element')} of ${elements.length} that nobody uses, ${sources}.`,
    'What nobody uses may go: deprecate it with a date, then remove it.',
  ].join('\n');
}

/** Which elements of the live API nobody uses, and who uses the others. */
export async function showUsage(parsed: Parsed, ground: Ground, args: readonly string[]): Promise<Exit> {
  if (args.length > 0) throw new WrongUse(`${args.join(' ')} is not understood here.`);
  const store = await ground.store();
  const since = momentOf(textOf(parsed, 'since') ?? USUAL, 'since', await store.now(), -1)
    .toISOString()
    .slice(0, 10);
  const live = await liveVersion(store);
  if (!live) throw new StoreRefusal('Nothing is published yet, so nothing can be used.');
  const recordings = await store.usage(since);
  const elements = usageOf(await apiSchemaOf(live.version), await store.clients(), recordings);
  const unused = unusedOf(elements);
  const document = {
    release: live.release.number,
    since,
    unused: unused.map(({ coordinate, deprecated }) => ({ coordinate, deprecated })),
    used: elements.filter(({ clients }) => clients.length > 0).map((each) => ({ ...each, count: recorded(each) })),
  };
  const sources = `by registered operations and by traffic since ${since}${recordings.length > 0 ? '' : ' (none is recorded)'}`;
  answer(ground, parsed, document, text(ground, elements, { unused, sources, all: parsed.values.all === true }));
  return EXIT.fine;
}
