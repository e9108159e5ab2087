import { AUTHOR_OPTIONS } from './author';
import { WrongUse, type Command } from './command';
import { listOperations } from './operations/list';
import { pushOperations } from './operations/push';
import { retireOperations } from './operations/retire';
import { showUsage } from './operations/usage';

const ACTS = { push: pushOperations, list: listOperations, usage: showUsage, retire: retireOperations } as const;
const NAMES = Object.keys(ACTS).join(', ');

const isAct = (name: string | undefined): name is keyof typeof ACTS => name !== undefined && Object.hasOwn(ACTS, name);

export const operations: Command = {
  summary:
    'What clients ask: registers the operations of a client release, lists and retires them, tells what nobody uses.',
  usage: [
    'push CLIENT --manifest FILE --client-version V',
    'push CLIENT --documents FILE… --client-version V',
    'list [CLIENT]',
    'usage [--since 30d|2026-01-31] [--all]',
    'retire CLIENT VERSION',
  ],
  options: {
    manifest: {
      type: 'string',
      value: 'FILE',
      meaning: 'Operations in the format of Apollo’s persisted query manifest.',
    },
    documents: {
      type: 'string',
      multiple: true,
      value: 'FILE',
      meaning: 'Operations as GraphQL documents; files or folders.',
    },
    'client-version': { type: 'string', value: 'V', meaning: 'Which release of the client they belong to.' },
    since: { type: 'string', value: 'TIME', meaning: 'Traffic from that day on; 30d if not given.' },
    all: { type: 'boolean', meaning: 'All that is used, rather than the most used.' },
    ...AUTHOR_OPTIONS,
  },
  run: async (parsed, ground) => {
    const [act, ...args] = parsed.positionals;
    if (!isAct(act))
      throw new WrongUse(act === undefined ? `Say what to do: ${NAMES}.` : `operations knows ${NAMES}, and no ${act}.`);
    return ACTS[act](parsed, ground, args);
  },
};
